import type { Tally } from '../../domain/benchmarks/indicator'
import { trusts } from '../indicators/made'
import { peopleIn, tally } from '../indicators/tallied'

const known = { b2: 'Band 2', b3: 'Band 3', b4: 'Band 4', b5: 'Band 5', b6: 'Band 6', b7_plus: 'Band 7 or above' }

/** The tables of peer support workers that are published: those of which a share is an indicator. */
export const tallies: readonly Tally[] = [
  tally({
    code: 'psw_pay_afc',
    label: 'Agenda for Change band',
    subject: 'workforce',
    organisations: trusts,
    rows: { ...known, non_afc: 'Not on Agenda for Change', not_known: 'Not known' },
    people: peopleIn('psw_pay_afc'),
    known: Object.keys(known),
    shares: { ind_psw_band3: ['b3'] },
  }),
]
