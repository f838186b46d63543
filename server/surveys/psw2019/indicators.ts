import type { Indicator } from '../../domain/benchmarks/indicator'
import { answered, cell, is, plus } from '../../domain/survey/expression'
import { onBothBases } from '../indicators/bases'
import { population, rowsOf } from '../indicators/figures'
import { amongItsType, everybody, organisations, perPopulation, ratio, trusts } from '../indicators/made'

const topic = 'Peer support workers in post'

const bands = ['b2', 'b3', 'b4', 'b5', 'b6', 'b7_plus']
const training = ['accredited_qualification', 'non_accredited_programme', 'induction_only', 'none']

/** What peer support is compared by (specification §5.3). */
export const indicators: readonly Indicator[] = [
  organisations({
    code: 'ind_psw_orgs',
    label: 'Organisations with peer support workers',
    says: 'Of the organisations that say whether they have any peer support workers, the share that has.',
    topic,
    headline: true,
    organisations: everybody,
    groups: ['type', 'region', 'size', 'service', 'all'],
    counted: is('psw_any', 'yes'),
    among: answered('psw_any'),
  }),
  perPopulation({
    code: 'ind_psw_wte_100k',
    label: 'Paid peer support workers, per 100,000 people',
    says: 'WTE of paid peer support workers in the trust’s services, for every 100,000 people registered with practices in its area. A trust without any counts as 0.',
    topic,
    headline: true,
    organisations: trusts,
    numerator: cell('psw_total.wte'),
    denominator: population,
    people: cell('psw_total.hc'),
  }),
  ratio({
    code: 'ind_psw_volunteers',
    label: 'Volunteers for each paid peer support worker',
    says: 'Volunteers in peer support, for each paid peer support worker in the organisation’s services.',
    topic,
    headline: true,
    scale: 'each',
    numerator: cell('psw_volunteer'),
    denominator: cell('psw_total.hc'),
  }),
  ...onBothBases({
    code: 'ind_psw_band3',
    label: 'Band 3',
    says: 'Of the peer support workers employed on a known Agenda for Change band, the share in band 3.',
    topic,
    subject: 'workforce',
    organisations: trusts,
    groups: amongItsType,
    part: (column) => cell(`psw_pay_afc.b3.${column}`),
    whole: (column) => rowsOf('psw_pay_afc', column, bands),
  }),
  ratio({
    code: 'ind_psw_trained',
    label: 'With an accredited qualification',
    says: 'Of the peer support workers employed whose training is known, the share with an accredited qualification.',
    topic,
    numerator: cell('psw_training.accredited_qualification.hc'),
    denominator: rowsOf('psw_training', 'hc', training),
  }),
  ratio({
    code: 'ind_psw_vacancy',
    label: 'Vacancy rate',
    says: 'Vacant WTE, as a share of vacant and employed WTE together.',
    topic,
    headline: true,
    numerator: cell('psw_vac_wte'),
    denominator: plus('psw_vac_wte', 'psw_emp.wte'),
    peopleBelow: plus('psw_vac_wte', 'psw_emp.hc'),
  }),
]
