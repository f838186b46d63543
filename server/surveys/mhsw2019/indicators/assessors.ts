import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell } from '../../../domain/survey/expression'
import { population } from '../../indicators/figures'
import { perPopulation, ratio } from '../../indicators/made'

const topic = 'Best interests assessors'

/** Best interests assessors (section G). */
export const assessors: readonly Indicator[] = [
  perPopulation({
    code: 'ind_bia_100k',
    label: 'Best interests assessors employed, per 100,000 people',
    says: 'Best interests assessors the organisation employs, for every 100,000 people.',
    topic,
    numerator: cell('bia_emp'),
    denominator: population,
  }),
  ratio({
    code: 'ind_bia_active_pct',
    label: 'Active best interests assessors',
    says: 'Of the best interests assessors employed, the share who completed at least one assessment in the year.',
    topic,
    numerator: cell('bia_active'),
    denominator: cell('bia_emp'),
  }),
  ratio({
    code: 'ind_mhsw_bia_pct',
    label: 'Mental health social workers who are best interests assessors',
    says: 'Of the mental health social workers employed, the share who are best interests assessors.',
    topic,
    numerator: cell('bia_emp_mhsw'),
    denominator: cell('sw_employed.hc'),
  }),
]
