import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell } from '../../../domain/survey/expression'
import { onBothBases } from '../../indicators/bases'
import { rowsOf } from '../../indicators/figures'
import { amongItsType, pounds, trusts } from '../../indicators/made'

const topic = 'Pay'

export const bands = {
  b4_or_below: 'Band 4 or below',
  b5: 'Band 5',
  b6: 'Band 6',
  b7: 'Band 7',
  b8a: 'Band 8a',
  b8b: 'Band 8b',
  b8c: 'Band 8c',
  b8d: 'Band 8d',
  b9: 'Band 9',
}

const inBands = (code: string, label: string, rows: readonly string[]): readonly Indicator[] =>
  onBothBases({
    code,
    label,
    says: `Of the social workers employed on a known Agenda for Change band, the share in: ${label.toLowerCase()}.`,
    topic,
    subject: 'workforce',
    organisations: trusts,
    groups: amongItsType,
    part: (column) => rowsOf('pay_afc', column, rows),
    whole: (column) => rowsOf('pay_afc', column, Object.keys(bands)),
  })

/** Bands and salaries (section J). */
export const pay: readonly Indicator[] = [
  ...Object.entries(bands).flatMap(([row, label]) => inBands(`ind_band_profile_${row}`, label, [row])),
  ...inBands('ind_band_6_7', 'Bands 6 and 7', ['b6', 'b7']),
  ...inBands('ind_band_8a_8d', 'Bands 8a to 8d', ['b8a', 'b8b', 'b8c', 'b8d']),
  pounds({
    code: 'ind_pay_entry_median',
    label: 'Entry salary',
    says: 'What a newly qualified mental health social worker starts on, in pounds a year: the middle of what organisations pay, to the nearest £100.',
    topic,
    amount: cell('pay_sw_entry'),
  }),
]
