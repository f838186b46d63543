import type { Said } from './inTheListsWords'

const decided = 'decisions.md: people are required, WTE may be not collected'
const plainer = 'the list uses shorthand that a reader may not know'
const formula = 'the list gives the formula; the page says it in words'

type Departures = Readonly<Record<string, Partial<Said> & { readonly why: string }>>

/** Where the social work survey says something else than the list of questions, and why. */
export const departures: Departures = {
  org_code: { why: 'each type of organisation has its own pattern: rule A01', range: '^[A-Z0-9]{3,9}$' },
  nhs_region: { why: 'the list counts the seven regions', type: 'single: Y61, Y56, Y60, Y63, Y62, Y59, Y58' },
  adass_region: {
    why: 'the list counts the nine regions',
    type: 'single: E12000004, E12000006, E12000007, E12000001, E12000002, E12000008, E12000009, E12000005, E12000003',
    hint: 'Nine regions of the Association of Directors of Adult Social Services.',
  },
  contact_phone: { why: 'telephone numbers are a kind of their own, 7 to 20 long', type: 'telephone', range: 'list' },
  sw_employed: { why: formula, hint: "In your own services and deployed into others', added up for you." },
  sw_service: {
    why: formula,
    hint: 'Those you employ in your own services and those employed by others, added up for you.',
  },
  s75_partner_count: { why: plainer, unit: 'organisations' },
  starters: {
    why: plainer,
    hint: 'New to the organisation or to a mental health social work post. Not promotions within it. Include people who started and have already left.',
  },
  leavers: { why: plainer, hint: 'Left the organisation or left mental health social work.' },
  amhp_emp_any: {
    why: plainer,
    hint: 'Approved and currently authorised. Include AMHPs in out-of-hours, generic or other teams that are not mental health teams. Exclude people whose approval has lapsed or is suspended.',
  },
  future_plans: {
    why: plainer,
    question: 'Planned change in mental health social work posts over the next 12 months',
  },
  demo_gender: { why: decided, nc: 'wte' },
  demo_age: { why: decided, nc: 'wte' },
  demo_ethnicity: { why: decided, nc: 'wte' },
  demo_ethnicity5: { why: decided, nc: 'wte' },
  demo_disability: { why: decided, nc: 'wte' },
  asye_supported: {
    why: plainer,
    question: 'People on ASYE on the census date, and completed in the year before it',
  },
  pay_supplement: {
    why: plainer,
    question: 'Are recruitment or retention payments made to mental health social workers?',
  },
  team_staff: {
    why: plainer,
    hint: 'Count each person in their main team. Split the WTE of people who work across teams.',
  },
  act_mha_outcome: { why: plainer, question: 'Mental Health Act assessments by outcome' },
  act_mha_s136: {
    why: plainer,
    question: 'Of the Mental Health Act assessments, how many followed section 136 (or 135)?',
  },
  act_dols: {
    why: plainer,
    question: 'Deprivation of Liberty Safeguards (DoLS) best interests assessments completed by a BIA you employ',
    hint: 'Completed assessments signed by a best interests assessor (BIA), not applications received.',
  },
  con_total: { why: formula, hint: 'Worked out for you: face-to-face and non-face-to-face together.' },
  out_amhp: {
    why: formula,
    hint: 'AMHPs who are social workers but not counted in section B, plus those of other professions outside mental health teams.',
  },
  out_mha_assess: {
    why: plainer,
    question: 'Of the Mental Health Act assessments in section L, how many by AMHPs outside mental health teams?',
  },
  out_mh_wte_est: {
    why: formula,
    hint: 'An estimate, worked out for you: the WTE of each team times the middle of its share. Teams whose share is not known are left out.',
  },
}

const service = (column: string): string => `${column} 0 to psw_emp.${column} + psw_ext.${column} - psw_out.${column}`
const counted = 'the list says it for three questions at once'

/** Where the peer support survey does. */
export const peerDepartures: Departures = {
  psw_total: { why: formula, hint: 'Those you employ and those employed by someone else, added up for you.' },
  psw_ext_partner: {
    why: 'a partner may be told by name, which no register need list',
    type: 'repeating group: org text, hc integer, wte decimal 2dp',
    range: 'org 2-200; hc 0-999; wte 0-999; 0-20 entries',
  },
  psw_out: { why: plainer, hint: 'Included in those you employ, above. Charities: your staff placed in trusts.' },
  psw_gender: { why: decided, nc: 'wte' },
  psw_age: { why: decided, nc: 'wte' },
  psw_ethnicity: { why: decided, nc: 'wte' },
  psw_ethnicity5: { why: decided, nc: 'wte' },
  psw_disability: {
    why: decided,
    nc: 'wte',
    hint: 'Do not infer disability from holding a lived-experience post.',
  },
  psw_team_provided: {
    why: counted,
    question: 'Do you provide this service?',
    hint: 'Tick each service your organisation ran on 30 September 2019. Councils: your own teams.',
  },
  psw_team_uses: {
    why: counted,
    question: 'Did any paid peer support workers work in it?',
    hint: 'Employed by you or by others.',
  },
  psw_team_staff: {
    why: counted,
    question: 'How many paid peer support workers worked in it?',
    hint: 'Paid workers, employed and external. Count each person in their main team. Split the WTE of people who work across teams.',
    range: `${service('hc')}; ${service('wte')}`,
  },
  psw_unallocated: {
    why: 'the total is of those in the services, of whom teams are told',
    range: `${service('hc')}; ${service('wte')}`,
  },
  psw_contacts_f2f: { why: counted, question: 'Face-to-face contacts by peer support workers' },
  psw_contacts_nonf2f: { why: counted, question: 'Contacts by peer support workers that were not face to face' },
}
