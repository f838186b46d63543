import { teams } from '../../server/surveys/teams'
import { columnOf } from './columnOf'
import type { Given, RuleCase } from './ruleCase'

type Cells = Readonly<Record<string, Given>>

/** So many people in post, employed and working in the organisation's own services. */
const employing = (hc: number, wte = hc): Cells => ({
  has_mhsw: 'yes',
  'sw_emp_in.hc': hc,
  'sw_emp_in.wte': wte,
  'sw_emp_out.hc': 0,
  'sw_emp_out.wte': 0,
  'sw_ext.hc': 0,
  'sw_ext.wte': 0,
})

const roles = (told: Record<string, number>): Cells => columnOf('sw_career_stage', 'hc', told)
const genders = (told: Record<string, number>): Cells => columnOf('demo_gender', 'hc', told)
const ages = (told: Record<string, number>): Cells => columnOf('demo_age', 'hc', told)
const disability = (told: Record<string, number>): Cells => columnOf('demo_disability', 'hc', told)
const ethnicity = (told: Record<string, number>): Cells => ({
  demo_eth_detail: 'detailed_16',
  ...columnOf('demo_ethnicity', 'hc', told),
})
const ethnicity5 = (told: Record<string, number>): Cells => ({
  demo_eth_detail: 'grouped_5',
  ...columnOf('demo_ethnicity5', 'hc', told),
})
const bands = (hc: Record<string, number>, wte = hc): Cells => ({
  pay_scheme: 'afc',
  ...columnOf('pay_afc', 'hc', hc),
  ...columnOf('pay_afc', 'wte', wte),
})
const salaries = (hc: Record<string, number>, wte = hc): Cells => ({
  pay_scheme: 'local_gov',
  ...columnOf('pay_la', 'hc', hc),
  ...columnOf('pay_la', 'wte', wte),
})

const providing = (...codes: string[]): Cells =>
  Object.fromEntries(teams.map(({ code }) => [`team_provided.${code}`, codes.includes(code) ? 'yes' : 'no']))
const using = (...codes: string[]): Cells => ({
  ...providing(...codes),
  ...Object.fromEntries(codes.map((code) => [`team_uses_sw.${code}`, 'yes'])),
})
const outcomes = (told: Record<string, number>): Cells => columnOf('act_mha_outcome', 'n', told)
const amhps = (hc: number): Cells => ({ amhp_emp_any: 'yes', 'amhp_emp.hc': hc })
const bias = (hc: number): Cells => ({ bia_emp_any: 'yes', bia_emp: hc })

export const rulesHtoO: readonly RuleCase[] = [
  {
    code: 'H01',
    base: employing(10),
    holds: genders({ female: 8, male: 2 }),
    breaks: genders({ female: 8, male: 1 }),
  },
  {
    code: 'H02',
    base: employing(10, 9),
    holds: columnOf('demo_age', 'wte', { a40_44: 5, a50_54: 4.1 }),
    breaks: columnOf('demo_age', 'wte', { a40_44: 5, a50_54: 4.11 }),
  },
  {
    code: 'H03',
    base: employing(10, 9),
    holds: { 'demo_gender.female.hc': 8, 'demo_gender.female.wte': 7.5 },
    breaks: { 'demo_gender.female.hc': 8, 'demo_gender.female.wte': 8.01 },
  },
  {
    code: 'H03',
    base: employing(10, 9),
    holds: { 'demo_gender.male.hc': 0, 'demo_gender.male.wte': 0 },
    breaks: { 'demo_gender.male.hc': 2, 'demo_gender.male.wte': 0 },
  },
  {
    code: 'H04',
    base: {
      ...employing(100),
      ...genders({ female: 95, not_known: 5 }),
      ...ages({ a40_44: 95, not_known: 5 }),
      ...ethnicity({ A: 75, Z: 20, NK: 5 }),
    },
    holds: disability({ yes: 6, no: 54, not_stated: 10, not_known: 30 }),
    breaks: disability({ yes: 6, no: 53, not_stated: 10, not_known: 31 }),
  },
  {
    code: 'H04',
    base: {
      ...employing(100),
      ...genders({ female: 100 }),
      ...ages({ a40_44: 100 }),
      ...disability({ yes: 9, no: 91 }),
    },
    holds: ethnicity5({ white: 75, Z: 20, NK: 5 }),
    breaks: ethnicity5({ white: 74, Z: 20, NK: 6 }),
  },
  {
    code: 'H05',
    base: employing(20),
    holds: genders({ female: 10, male: 10 }),
    breaks: genders({ female: 9, male: 11 }),
  },
  {
    code: 'H05',
    base: employing(20),
    holds: genders({ female: 19, male: 1 }),
    breaks: genders({ female: 19, male: 0, not_known: 1 }),
  },
  {
    code: 'H06',
    base: employing(20),
    holds: ages({ a_under25: 3, a40_44: 15, a65_plus: 2 }),
    breaks: ages({ a_under25: 3, a40_44: 14, a65_plus: 3 }),
  },
  {
    code: 'H07',
    base: employing(10),
    holds: ethnicity({ A: 9, NK: 1 }),
    breaks: ethnicity({ A: 10 }),
  },
  {
    code: 'H08',
    base: employing(20),
    holds: disability({ yes: 5, no: 15 }),
    breaks: disability({ yes: 6, no: 14 }),
  },
  {
    code: 'H08',
    base: employing(20),
    holds: disability({ no: 19, not_known: 1 }),
    breaks: disability({ no: 20 }),
  },
  {
    code: 'H09',
    base: { ...employing(10), ...roles({ ta_year1: 1, other_trainee: 1, asye: 2, social_worker: 6 }) },
    holds: ages({ a_under25: 1, a30_34: 2, not_known: 1, a50_54: 6 }),
    breaks: ages({ a_under25: 1, a30_34: 2, a50_54: 7 }),
  },
  {
    code: 'I01',
    base: employing(10),
    holds: columnOf('qual_initial', 'hc', { degree: 6, masters_pgdip: 4 }),
    breaks: columnOf('qual_initial', 'hc', { degree: 6, masters_pgdip: 5 }),
  },
  { code: 'I02', base: employing(10), holds: { qual_registered: 10 }, breaks: { qual_registered: 11 } },
  {
    code: 'I03',
    base: { ...employing(10), ...roles({ ta_year1: 1, other_trainee: 1, social_worker: 8 }) },
    holds: { qual_registered: 8 },
    breaks: { qual_registered: 7 },
  },
  {
    code: 'I04',
    base: {
      ...employing(10),
      ...amhps(4),
      'amhp_emp_prof.social_worker.hc': 4,
      amhp_emp_mhsw: 3,
      ...bias(2),
      bia_emp_mhsw: 2,
      'qual_post.bia.hc': 2,
    },
    holds: { 'qual_post.amhp.hc': 3 },
    breaks: { 'qual_post.amhp.hc': 2 },
  },
  {
    code: 'I05',
    base: { ...employing(10), ...roles({ ta_year1: 1, other_trainee: 1, social_worker: 8 }) },
    holds: { 'qual_initial.not_yet_qualified.hc': 2 },
    breaks: { 'qual_initial.not_yet_qualified.hc': 1 },
  },
  {
    code: 'I06',
    base: employing(10),
    holds: { 'qual_post.approved_clinician.hc': 1 },
    breaks: { 'qual_post.approved_clinician.hc': 2 },
  },
  {
    code: 'I07',
    base: { ...employing(10), ...roles({ asye: 2, social_worker: 8 }) },
    holds: { 'asye_supported.current.hc': 2 },
    breaks: { 'asye_supported.current.hc': 3 },
  },
  {
    code: 'J01',
    base: employing(10, 9),
    holds: bands({ b6: 6, b7: 4 }, { b6: 5.1, b7: 4 }),
    breaks: bands({ b6: 6, b7: 3 }, { b6: 5.1, b7: 3 }),
  },
  {
    code: 'J01',
    type: 'local_authority',
    base: employing(10, 9),
    holds: salaries({ p30000_34999: 6, p35000_39999: 4 }, { p30000_34999: 5, p35000_39999: 4 }),
    breaks: salaries({ p30000_34999: 6, p35000_39999: 4 }, { p30000_34999: 4.9, p35000_39999: 4.1 }),
  },
  { code: 'J02', base: employing(10), holds: { pay_scheme: 'afc' }, breaks: { pay_scheme: 'local_gov' } },
  {
    code: 'J02',
    type: 'local_authority',
    base: employing(10),
    holds: { pay_scheme: 'local_gov' },
    breaks: { pay_scheme: 'other' },
  },
  {
    code: 'J03',
    base: employing(10),
    holds: bands({ b5: 5, b6: 3, b7: 2 }),
    breaks: bands({ b5: 6, b6: 2, b7: 2 }),
  },
  {
    code: 'J04',
    base: { ...employing(10), ...roles({ ta_year1: 1, other_trainee: 1, social_worker: 8 }) },
    holds: bands({ b4_or_below: 2, b6: 8 }),
    breaks: bands({ b4_or_below: 3, b6: 7 }),
  },
  {
    code: 'J05',
    base: { ...employing(12), ...roles({ asye: 2, social_worker: 10 }) },
    holds: bands({ b5: 6, b6: 6 }),
    breaks: bands({ b5: 7, b6: 5 }),
  },
  {
    code: 'J06',
    base: {
      ...employing(12),
      ...roles({ social_worker: 8, team_manager: 1, service_head: 1, consultant: 1, senior_advanced: 1 }),
    },
    holds: bands({ b6: 6, b8a: 4, b8b: 1, b9: 1 }),
    breaks: bands({ b6: 5, b8a: 5, b8b: 1, b9: 1 }),
  },
  {
    code: 'J07',
    base: { ...employing(10), pay_sw_entry: 30_401 },
    holds: { pay_sw_top: 30_402 },
    breaks: { pay_sw_top: 30_401 },
  },
  {
    code: 'K01',
    base: {
      ...employing(10, 9),
      ...using('cmht', 'eip'),
      'team_staff.cmht.hc': 6,
      'team_staff.cmht.wte': 5.5,
      'team_staff.eip.hc': 3,
      'team_staff.eip.wte': 2.6,
      'team_unallocated.wte': 1,
    },
    holds: { 'team_unallocated.hc': 1 },
    breaks: { 'team_unallocated.hc': 2 },
  },
  {
    code: 'K02',
    base: { ...employing(10), ...using('cmht') },
    holds: { 'team_staff.cmht.hc': 0, 'team_staff.cmht.wte': 0.4 },
    breaks: { 'team_staff.cmht.hc': 0, 'team_staff.cmht.wte': 0 },
  },
  {
    code: 'K02',
    base: { ...employing(10), ...using('eip') },
    holds: { 'team_staff.eip.hc': 3, 'team_staff.eip.wte': 3 },
    breaks: { 'team_staff.eip.hc': 3, 'team_staff.eip.wte': 3.01 },
  },
  {
    code: 'K04',
    base: { ...employing(10), 'team_unallocated.hc': 2 },
    holds: { 'team_unallocated.wte': 1.5 },
    breaks: { 'team_unallocated.wte': 1.51 },
  },
  {
    code: 'K05',
    base: { ...employing(10), ...providing('cmht', 'ip_cyp') },
    holds: { services_ages: ['cyp_0_17', 'adult_18_64'] },
    breaks: { services_ages: ['adult_18_64'] },
  },
  {
    code: 'K06',
    base: employing(10),
    holds: { 'team_provided.cmht': 'yes' },
    breaks: { 'team_provided.cmht': 'no' },
  },
  {
    code: 'L01',
    base: { ...employing(10), act_mha_assess: 300 },
    holds: outcomes({ s2: 150, informal_admission: 100, no_admission: 50 }),
    breaks: outcomes({ s2: 150, informal_admission: 100, no_admission: 49 }),
  },
  {
    code: 'L02',
    base: { ...employing(10), act_mha_assess: 300, act_dols: 40, act_dols_mhsw: 40 },
    holds: { act_mha_s136: 300 },
    breaks: { act_mha_s136: 301 },
  },
  {
    code: 'L02',
    base: { ...employing(10), act_mha_assess: 300, act_mha_s136: 20, act_dols: 40 },
    holds: { act_dols_mhsw: 40 },
    breaks: { act_dols_mhsw: 41 },
  },
  {
    code: 'L03',
    base: { ...employing(10), act_mha_assess: 300 },
    holds: { act_mha_requests: 300 },
    breaks: { act_mha_requests: 299 },
  },
  {
    code: 'L04',
    base: { ...employing(10), act_mha_assess: 300 },
    holds: amhps(8),
    breaks: { amhp_emp_any: 'no' },
  },
  {
    code: 'L04',
    type: 'local_authority',
    base: { ...employing(10), act_mha_assess: 300, amhp_emp_any: 'no' },
    holds: { amhp_approved: 8 },
    breaks: { amhp_approved: 0 },
  },
  {
    code: 'L05',
    base: { ...employing(10), ...amhps(10) },
    holds: { act_mha_assess: 1200 },
    breaks: { act_mha_assess: 1201 },
  },
  {
    code: 'L05',
    base: { ...employing(10), ...amhps(10) },
    holds: { act_mha_assess: 50 },
    breaks: { act_mha_assess: 49 },
  },
  {
    // For any council of 115,000 to 1,000,000 residents.
    code: 'L06',
    type: 'local_authority',
    base: employing(10),
    holds: { act_mha_assess: 804 },
    breaks: { act_mha_assess: 20 },
  },
  {
    code: 'L07',
    base: { ...employing(10), ...bias(2), bia_active: 2 },
    holds: { act_dols: 300 },
    breaks: { act_dols: 301 },
  },
  {
    code: 'L07',
    base: { ...employing(10), act_dols: 40 },
    holds: { ...bias(2), bia_active: 1 },
    breaks: { bia_emp_any: 'no' },
  },
  {
    code: 'L08',
    base: { ...employing(10), act_care_act: 1201 },
    holds: { act_basis: 'whole_team' },
    breaks: { act_basis: 'mhsw_only' },
  },
  {
    code: 'L09',
    type: 'independent',
    base: { ...employing(10), act_mha_assess: 0 },
    holds: { act_care_act: 0 },
    breaks: { act_care_act: 1 },
  },
  {
    code: 'L11',
    base: { ...employing(10), act_mha_assess: 0, act_care_act: 0, act_dols: 0 },
    holds: { act_mca: 1 },
    breaks: { act_mca: 0 },
  },
  {
    code: 'M01',
    base: { ...employing(10), caseload_people: 200, caseload_sw_wte: 10 },
    holds: { caseload_care_coord: 200 },
    breaks: { caseload_care_coord: 201 },
  },
  {
    code: 'M01',
    base: { ...employing(10), caseload_people: 200, caseload_care_coord: 150 },
    holds: { caseload_sw_wte: 10 },
    breaks: { caseload_sw_wte: 10.01 },
  },
  {
    code: 'M02',
    base: { ...employing(10), con_basis: 'mhsw_only', con_nonf2f: 0 },
    holds: { con_f2f: 500 },
    breaks: { con_f2f: 499 },
  },
  {
    code: 'M03',
    base: { ...employing(10), con_nonf2f: 80 },
    holds: { con_f2f: 20 },
    breaks: { con_f2f: 19 },
  },
  {
    code: 'M04',
    base: { ...employing(10), caseload_sw_wte: 2 },
    holds: { caseload_people: 120 },
    breaks: { caseload_people: 121 },
  },
  {
    code: 'M05',
    base: { ...employing(10), con_nonf2f: 0 },
    holds: { con_f2f: 500 },
    breaks: { con_f2f: 501 },
  },
  {
    code: 'N01',
    base: { out_any: 'yes', 'out_teams.older_people.share': 's10_24', 'out_teams.older_people.hc': 4 },
    holds: { 'out_teams.older_people.wte': 4 },
    breaks: { 'out_teams.older_people.wte': 4.01 },
  },
  {
    code: 'N02',
    base: { out_any: 'yes', 'out_teams.homelessness_housing.hc': 2 },
    holds: { 'out_teams.homelessness_housing.share': 's25_49' },
    breaks: { 'out_teams.homelessness_housing.share': 's50_74' },
  },
  {
    code: 'N03',
    type: 'local_authority',
    base: {
      ...employing(10),
      out_any: 'yes',
      ...columnOf('out_teams', 'wte', { generic_locality: 15, older_people: 4 }),
    },
    holds: { out_generic_model: 'both' },
    breaks: { out_generic_model: 'generic_only' },
  },
  {
    code: 'N04',
    base: { ...employing(10), ...amhps(8), 'amhp_emp_prof.social_worker.hc': 8, amhp_emp_mhsw: 5 },
    holds: { out_amhp: 3 },
    breaks: { out_amhp: 4 },
  },
  {
    code: 'O01',
    base: { 'oth_staff.support_recovery_worker.hc': 6 },
    holds: { 'oth_staff.support_recovery_worker.wte': 6 },
    breaks: { 'oth_staff.support_recovery_worker.wte': 6.01 },
  },
]
