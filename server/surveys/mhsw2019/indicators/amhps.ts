import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell } from '../../../domain/survey/expression'
import { population, rowsOf } from '../../indicators/figures'
import { councils, perPopulation, ratio } from '../../indicators/made'

const topic = 'AMHPs'

const professions = ['social_worker', 'nurse', 'occupational_therapist', 'psychologist']
const employers = ['own_council', 'nhs', 'other_council', 'agency', 'independent_freelance']
const modes = ['amhp_only', 'combined_on_rota', 'not_regularly_on_rota']
const onRota = ['amhp_only', 'combined_on_rota']

/** Approved mental health professionals: as councils approve them, and as organisations employ them (section F). */
export const amhps: readonly Indicator[] = [
  perPopulation({
    code: 'ind_amhp_100k',
    label: 'AMHPs approved, per 100,000 residents',
    says: 'AMHPs approved to act for the council, whoever employs them, for every 100,000 residents. Not to be added to AMHPs employed.',
    topic,
    organisations: councils,
    numerator: cell('amhp_approved'),
    denominator: cell('pop_resident'),
  }),
  perPopulation({
    code: 'ind_amhp_emp_100k',
    label: 'AMHPs employed, per 100,000 people',
    says: 'AMHPs the organisation employs, for every 100,000 people. The figures of trusts and of councils are never added.',
    topic,
    headline: true,
    numerator: cell('amhp_emp.hc'),
    denominator: population,
  }),
  ratio({
    code: 'ind_amhp_sw_pct',
    label: 'AMHPs who are social workers',
    says: 'Of the AMHPs employed whose profession is known, the share who are social workers.',
    topic,
    numerator: cell('amhp_emp_prof.social_worker.hc'),
    denominator: rowsOf('amhp_emp_prof', 'hc', professions),
  }),
  ratio({
    code: 'ind_amhp_nhs_pct',
    label: 'Approved AMHPs employed by the NHS',
    says: 'Of the AMHPs approved by the council whose employer is known, the share the NHS employs.',
    topic,
    organisations: councils,
    numerator: cell('amhp_approved_employer.nhs.hc'),
    denominator: rowsOf('amhp_approved_employer', 'hc', employers),
  }),
  ratio({
    code: 'ind_amhp_rota_pct',
    label: 'AMHPs regularly on the rota',
    says: 'Of the AMHPs employed whose way of working is known, the share who do nothing else or are regularly on the rota.',
    topic,
    numerator: rowsOf('amhp_emp_mode', 'hc', onRota),
    denominator: rowsOf('amhp_emp_mode', 'hc', modes),
  }),
  ratio({
    code: 'ind_amhp_duty_share',
    label: 'AMHP duty for each AMHP',
    says: 'WTE spent on AMHP duty, for each AMHP employed.',
    topic,
    scale: 'each',
    decimals: 2,
    numerator: cell('amhp_emp_duty_wte'),
    denominator: cell('amhp_emp.hc'),
    people: cell('amhp_emp.hc'),
  }),
  ratio({
    code: 'ind_amhp_50plus',
    label: 'AMHPs aged 50 or over',
    says: 'Of the AMHPs employed, the share aged 50 or over.',
    topic,
    subject: 'protected',
    numerator: cell('amhp_emp_50plus'),
    denominator: cell('amhp_emp.hc'),
  }),
  ratio({
    code: 'ind_mhsw_amhp_pct',
    label: 'Mental health social workers who are AMHPs',
    says: 'Of the mental health social workers employed, the share who are AMHPs.',
    topic,
    numerator: cell('amhp_emp_mhsw'),
    denominator: cell('sw_employed.hc'),
  }),
]
