import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell, plus } from '../../../domain/survey/expression'
import { rowsOf } from '../../indicators/figures'
import { amongAll, ratio } from '../../indicators/made'

const topic = 'How they are employed'

const contracts = ['permanent', 'fixed_term', 'trainee_bursary', 'other']

/** Hours and contracts (section D). */
export const employment: readonly Indicator[] = [
  ratio({
    code: 'ind_pct_part_time',
    label: 'Part time',
    says: 'Of the people employed whose hours are known, the share who work part time.',
    topic,
    groups: amongAll,
    numerator: cell('emp_fulltime.part_time.hc'),
    denominator: plus('emp_fulltime.full_time.hc', 'emp_fulltime.part_time.hc'),
  }),
  ratio({
    code: 'ind_pct_permanent',
    label: 'Permanent contracts',
    says: 'Of the people employed whose contract is known, the share with a permanent one.',
    topic,
    groups: amongAll,
    numerator: cell('emp_contract.permanent.hc'),
    denominator: rowsOf('emp_contract', 'hc', contracts),
  }),
]
