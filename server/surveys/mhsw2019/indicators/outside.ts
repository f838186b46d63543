import type { Indicator } from '../../../domain/benchmarks/indicator'
import {
  any,
  atLeast,
  cell,
  either,
  is,
  least,
  plus,
  sum,
  sumOfRows,
  times,
  weight,
} from '../../../domain/survey/expression'
import { councils, perPopulation, ratio } from '../../indicators/made'

const topic = 'Outside mental health teams'
const note = 'An estimate: the WTE of each team times the middle of the share of its work.'

const withPeople = sumOfRows('out_teams', least('out_teams.@.hc', 1))
const withKnownShare = sumOfRows(
  'out_teams',
  weight('out_teams.@.share', { not_known: 0, s0: 1, s1_9: 1, s10_24: 1, s25_49: 1, s50_74: 1, s75_plus: 1 }),
)
/** There are none, or the share is known of three quarters of the teams with people. */
const mostlyKnown = any(is('out_any', 'no'), atLeast(either(withKnownShare, 0), times(0.75, withPeople)))

/** Mental health work by social workers of other teams (section N): published apart, never added to the headline. */
export const outside: readonly Indicator[] = [
  perPopulation({
    code: 'ind_out_wte_100k',
    label: 'Mental health work outside mental health teams, per 100,000 residents',
    says: 'Estimated WTE of mental health work by social workers of other teams, for every 100,000 residents. Councils that do not know the share of more than a quarter of their teams are left out.',
    topic,
    note,
    organisations: councils,
    when: mostlyKnown,
    numerator: cell('out_mh_wte_est'),
    denominator: cell('pop_resident'),
    people: sum('out_teams.*.hc'),
  }),
  ratio({
    code: 'ind_out_share',
    label: 'Share of mental health social work done outside mental health teams',
    says: 'Estimated WTE of mental health work by social workers of other teams, as a share of that and of the mental health social workers employed together.',
    topic,
    note,
    organisations: councils,
    when: mostlyKnown,
    numerator: cell('out_mh_wte_est'),
    denominator: plus('out_mh_wte_est', 'sw_employed.wte'),
    people: sum('out_teams.*.hc'),
    peopleBelow: plus(sum('out_teams.*.hc'), 'sw_employed.hc'),
  }),
]
