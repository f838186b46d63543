import type { Question, Section } from '../../domain/survey/definition'
import {
  all,
  equal,
  implies,
  is,
  moreThan,
  not,
  same,
  some,
  sum,
  ticked,
  type Condition,
} from '../../domain/survey/expression'
import { TOLERANCE, anyOf, count, longWords, oneOf, rows, said, saidWte, wteColumn, yesNoNotKnown } from '../words'
import { dataQuality } from '../dataQuality'

const models = {
  direct_only: 'All directly employed',
  mixed: 'A mix of directly employed and through partnership',
  partnership_only: 'All through partnership',
  none: 'None',
}

const employsHere = moreThan('sw_emp_in.hc', 0)
const hasExternal = moreThan('sw_ext.hc', 0)
const employsNoneHere = equal('sw_emp_in.hc', 0)
const hasNoExternal = equal('sw_ext.hc', 0)

/** What the figures of section B amount to (rule C01). */
const derived: Readonly<Record<keyof typeof models, Condition>> = {
  direct_only: all(employsHere, hasNoExternal),
  mixed: all(employsHere, hasExternal),
  partnership_only: all(employsNoneHere, hasExternal),
  none: all(employsNoneHere, hasNoExternal),
}

const inPlace = is('s75_in_place', 'yes_all', 'yes_part')

const questions: readonly Question[] = [
  {
    code: 'partnership_model',
    rarelyChanges: true,
    label: 'How are social workers provided to your mental health services?',
    hint: 'All directly employed; a mix of directly employed and through partnership; all through partnership; none.',
    shape: 'single',
    box: oneOf(models),
    reference: 'C',
    answering: 'required',
    organisations: ['nhs_trust', 'independent', 'voluntary'],
    when: some('has_mhsw'),
    essential: true,
  },
  {
    code: 'la_delivery_model',
    rarelyChanges: true,
    label: 'How does your council deliver adult mental health social work?',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf({
      standalone_team: 'A mental health social work team of our own',
      generic_teams: 'Generic adult teams',
      integrated_la_managed: 'Integrated teams with the NHS, managed by the council',
      integrated_s75: 'Integrated teams with the NHS under a section 75 agreement',
      transferred_to_nhs: 'Staff transferred to the NHS',
      other: 'Other',
    }),
    reference: 'C',
    answering: 'required',
    organisations: ['local_authority'],
    essential: true,
  },
  {
    code: 'la_delivery_other',
    label: 'Describe the other arrangement',
    shape: 'single',
    box: longWords(10, 1000),
    reference: 'C',
    answering: 'required',
    organisations: ['local_authority'],
    when: ticked('la_delivery_model', 'other'),
  },
  {
    code: 'ext_arrangement',
    label: 'External social workers by arrangement',
    unit: 'WTE',
    shape: 'table',
    rows: rows({
      s75_secondment: 'Seconded under a section 75 agreement',
      secondment_no_s75: 'Seconded without a section 75 agreement',
      honorary_or_colocated: 'Honorary contract or co-located',
      contracted_service: 'Contracted service',
      other: 'Other',
      not_known: 'Not known',
    }),
    columns: [wteColumn()],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: { wte: { figure: { kind: 'cell', address: 'sw_ext.wte' }, called: 'the WTE of external social workers' } },
    when: some('sw_ext.hc'),
  },
  {
    code: 's75_in_place',
    label: 'Is there a section 75 agreement covering mental health social work?',
    hint: 'Include agreements covering only part of your area.',
    shape: 'single',
    box: oneOf({
      yes_all: 'Yes, for all of our area',
      yes_part: 'Yes, for part of our area',
      no: 'No',
      not_known: 'Not known',
    }),
    reference: 'C',
    answering: 'required',
    organisations: ['nhs_trust', 'local_authority'],
  },
  {
    code: 's75_partner_count',
    label: 'With how many partner organisations?',
    unit: 'organisations',
    shape: 'single',
    box: count(30, 'organisations', 1),
    reference: 'C',
    answering: 'required',
    organisations: ['nhs_trust', 'local_authority'],
    when: inPlace,
  },
  {
    code: 's75_functions',
    label: 'Which council functions are delegated?',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf(
      {
        care_act_assessment: 'Care Act assessments',
        care_act_review: 'Care Act reviews',
        s117_aftercare: 'Section 117 aftercare',
        safeguarding: 'Safeguarding',
        amhp_service: 'Approved mental health professional (AMHP) service',
        dols_bia: 'Deprivation of liberty safeguards (DoLS) and best interests assessments',
        social_supervision: 'Social supervision',
        commissioning_budget: 'Commissioning budget',
        other: 'Other',
        not_known: 'Not known',
      },
      'not_known',
    ),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    organisations: ['nhs_trust', 'local_authority'],
    when: inPlace,
  },
  {
    code: 's75_pooled_budget',
    label: 'Is there a pooled budget?',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'C',
    answering: 'required',
    organisations: ['nhs_trust', 'local_authority'],
    when: inPlace,
  },
  {
    code: 's75_change_3y',
    label: 'In the three years to 31 March 2022, has an agreement started, ended or been renegotiated?',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf(
      {
        started: 'An agreement started',
        ended_by_la: 'An agreement was ended by the council',
        ended_by_nhs: 'An agreement was ended by the NHS',
        renegotiated: 'An agreement was renegotiated',
        staff_tuped_to_nhs: 'Staff were transferred to the NHS (TUPE)',
        staff_returned_to_la: 'Staff returned to the council',
        no_change: 'No change',
        not_known: 'Not known',
      },
      'no_change',
      'not_known',
    ),
    reference: '3 years to C',
    answering: 'required',
    organisations: ['nhs_trust', 'local_authority'],
  },
  {
    code: 's75_change_reason',
    label: 'Why?',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf(
      {
        cost: 'Cost',
        care_act_compliance: 'Compliance with the Care Act',
        social_work_identity: 'Identity and focus of social work',
        personalisation: 'Personalisation',
        restructure: 'Restructure',
        performance: 'Performance',
        other: 'Other',
        not_known: 'Not known',
      },
      'not_known',
    ),
    reference: '3 years to C',
    answering: 'optional',
    organisations: ['nhs_trust', 'local_authority'],
    when: ticked('s75_change_3y', 'ended_by_la', 'ended_by_nhs', 'staff_returned_to_la'),
  },
  {
    code: 's75_ended_since_2019',
    label: 'Has a section 75 agreement covering mental health social work ended since 30 September 2019?',
    hint: 'The day of the survey before this one.',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'since 2019',
    answering: 'required',
    organisations: ['nhs_trust', 'local_authority'],
  },
  {
    code: 's75_ended_date',
    label: 'On what day did it end?',
    hint: 'Between 1 October 2019 and 31 March 2022. If several ended, the last.',
    shape: 'single',
    box: { kind: 'date', between: ['2019-10-01', '2022-03-31'] },
    reference: 'since 2019',
    answering: 'required',
    organisations: ['nhs_trust', 'local_authority'],
    when: some('s75_ended_since_2019'),
  },
  {
    code: 'partnership_comment',
    label: 'Anything we should know to compare your arrangement fairly',
    shape: 'single',
    box: longWords(0, 2000),
    reference: 'C',
    answering: 'optional',
  },
]

const arrangements = sum('ext_arrangement.*.wte')
const integratedS75 = ticked('la_delivery_model', 'integrated_s75')

export const sectionC: Section = {
  code: 'c',
  title: 'Partnership arrangements',
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('c', questions)],
  rules: [
    {
      code: 'C01',
      level: 'hard',
      says: 'Your numbers in section B describe “{derived}” ({in} you employ in your own services, {ext} employed by others), but you chose “{chosen}”. Change the choice, or the numbers in section B.',
      organisations: ['nhs_trust', 'independent', 'voluntary'],
      holds: all(...Object.entries(derived).map(([model, numbers]) => same(is('partnership_model', model), numbers))),
      figures: {
        derived: {
          kind: 'case',
          cases: [
            { when: derived.direct_only, says: models.direct_only },
            { when: derived.mixed, says: models.mixed },
            { when: derived.partnership_only, says: models.partnership_only },
            { when: derived.none, says: models.none },
          ],
        },
        in: said('sw_emp_in.hc'),
        ext: said('sw_ext.hc'),
        chosen: { kind: 'choice', address: 'partnership_model' },
      },
    },
    {
      code: 'C02',
      level: 'hard',
      says: 'The arrangements add up to {x} WTE, but you entered {y} WTE of external social workers in section B. Correct the arrangements or the total.',
      holds: equal(arrangements, 'sw_ext.wte', TOLERANCE),
      figures: { x: saidWte(arrangements), y: saidWte('sw_ext.wte') },
    },
    {
      code: 'C03',
      level: 'soft',
      says: 'You reported {wte} WTE seconded under section 75, but no section 75 agreement. Correct one of the two, or explain.',
      holds: not(all(is('s75_in_place', 'no'), moreThan('ext_arrangement.s75_secondment.wte', 0))),
      figures: { wte: saidWte('ext_arrangement.s75_secondment.wte') },
    },
    {
      code: 'C04',
      level: 'soft',
      says: 'These two answers disagree: integrated teams under a section 75 agreement are {ticked}, but to “Is there a section 75 agreement?” you answered “{answer}”. Correct one of the two, or explain.',
      organisations: ['local_authority'],
      holds: same(integratedS75, inPlace),
      figures: {
        ticked: {
          kind: 'case',
          cases: [
            { when: integratedS75, says: 'ticked' },
            { when: not(integratedS75), says: 'not ticked' },
          ],
        },
        answer: { kind: 'choice', address: 's75_in_place' },
      },
    },
    {
      code: 'C05',
      level: 'soft',
      says: 'You deploy social workers to others ({hc}) but ticked no integrated model. Tick the model that fits, or explain.',
      organisations: ['local_authority'],
      holds: implies(
        moreThan('sw_emp_out.hc', 0),
        ticked('la_delivery_model', 'integrated_la_managed', 'integrated_s75'),
      ),
      figures: { hc: said('sw_emp_out.hc') },
    },
    {
      code: 'C06',
      level: 'hard',
      says: 'Choose either “{option}” or the other answers, not both.',
      platform: 'choices_exclusive',
      about: ['s75_functions', 's75_change_3y', 's75_change_reason'],
    },
  ],
}
