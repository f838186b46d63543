import type { Indicator } from '../../../domain/benchmarks/indicator'
import { all, cell, is, not } from '../../../domain/survey/expression'
import { rowsOf } from '../../indicators/figures'
import { councils, perPopulation, ratio, trustsAndCouncils } from '../../indicators/made'

const topic = 'Assessments'

const wholeYear = is('act_full_year', 'yes')
const ownWork = is('act_basis', 'mhsw_only')

const detained = ['s2', 's3', 's4']
const outcomes = [
  ...detained,
  'informal_admission',
  'guardianship',
  'cto_related',
  'other_section',
  'no_bed_or_incomplete',
  'no_admission',
]

const wteInServices = { denominator: cell('sw_service.wte'), peopleBelow: cell('sw_service.hc') }

/** Assessments of the year (section L). Figures of part of a year are never scaled up. */
export const activity: readonly Indicator[] = [
  perPopulation({
    code: 'ind_mha_100k',
    label: 'Mental Health Act assessments, per 100,000 residents',
    says: 'Mental Health Act assessments by AMHPs in the whole year, for every 100,000 residents. Councils are responsible for all of them, so whose work the figures cover does not matter.',
    topic,
    subject: 'activity',
    decimals: 0,
    organisations: councils,
    when: wholeYear,
    numerator: cell('act_mha_assess'),
    denominator: cell('pop_resident'),
  }),
  ratio({
    code: 'ind_mha_per_amhp',
    label: 'Mental Health Act assessments for each AMHP',
    says: 'Mental Health Act assessments in the whole year by social workers and AMHPs, for each AMHP employed. Organisations with fewer than five AMHPs are left out.',
    topic,
    subject: 'activity',
    scale: 'each',
    organisations: trustsAndCouncils,
    when: all(wholeYear, is('act_basis', 'mhsw_only', 'mhsw_and_amhp')),
    denominatorAtLeast: 5,
    numerator: cell('act_mha_assess'),
    denominator: cell('amhp_emp.hc'),
  }),
  ratio({
    code: 'ind_mha_detained',
    label: 'Mental Health Act assessments ending in detention',
    says: 'Of the Mental Health Act assessments whose outcome is known, the share that ended in detention under section 2, 3 or 4.',
    topic,
    subject: 'activity',
    organisations: trustsAndCouncils,
    numerator: rowsOf('act_mha_outcome', 'n', detained),
    denominator: rowsOf('act_mha_outcome', 'n', outcomes),
  }),
  perPopulation({
    code: 'ind_careact_100k',
    label: 'Care Act assessments, per 100,000 adults',
    says: 'Care Act needs assessments of the whole year by mental health social work, for every 100,000 residents aged 18 or over. Figures that cover the whole council are left out.',
    topic,
    subject: 'activity',
    decimals: 0,
    organisations: councils,
    when: all(wholeYear, not(is('act_basis', 'whole_organisation'))),
    numerator: cell('act_care_act'),
    denominator: cell('pop_resident_18plus'),
  }),
  ratio({
    code: 'ind_careact_per_wte',
    label: 'Care Act assessments for each WTE',
    says: 'Care Act needs assessments of the whole year by mental health social workers alone, for each WTE in services.',
    topic,
    subject: 'activity',
    scale: 'each',
    organisations: trustsAndCouncils,
    when: all(wholeYear, ownWork),
    numerator: cell('act_care_act'),
    ...wteInServices,
  }),
  ratio({
    code: 'ind_dols_per_bia',
    label: 'DoLS assessments for each active best interests assessor',
    says: 'Best interests assessments completed in the whole year for Deprivation of Liberty Safeguards, for each assessor who completed any. Organisations with fewer than five are left out.',
    topic,
    subject: 'activity',
    scale: 'each',
    when: wholeYear,
    denominatorAtLeast: 5,
    numerator: cell('act_dols'),
    denominator: cell('bia_active'),
  }),
  ratio({
    code: 'ind_mca_per_wte',
    label: 'Mental capacity assessments for each WTE',
    says: 'Formal mental capacity assessments of the whole year by mental health social workers alone, for each WTE in services.',
    topic,
    subject: 'activity',
    scale: 'each',
    when: all(wholeYear, ownWork),
    numerator: cell('act_mca'),
    ...wteInServices,
  }),
]
