import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell, is } from '../../../domain/survey/expression'
import { ratio } from '../../indicators/made'

const topic = 'Contacts and caseload'

/** Contacts of the year and the caseload of a week (section M). */
export const contacts: readonly Indicator[] = [
  ratio({
    code: 'ind_contacts_per_wte',
    label: 'Contacts for each WTE',
    says: 'Contacts in the year by mental health social workers alone, face to face and otherwise, for each WTE in services.',
    topic,
    subject: 'activity',
    scale: 'each',
    when: is('con_basis', 'mhsw_only'),
    numerator: cell('con_total'),
    denominator: cell('sw_service.wte'),
    peopleBelow: cell('sw_service.hc'),
  }),
  ratio({
    code: 'ind_f2f_share',
    label: 'Face-to-face contacts',
    says: 'Of all contacts in the year, the share that were face to face. Organisations with fewer than 100 are left out.',
    topic,
    subject: 'activity',
    denominatorAtLeast: 100,
    numerator: cell('con_f2f'),
    denominator: cell('con_total'),
  }),
  ratio({
    code: 'ind_caseload_per_wte',
    label: 'Caseload for each WTE',
    says: 'People on the caseloads of mental health social workers, for each WTE carrying them.',
    topic,
    subject: 'activity',
    headline: true,
    scale: 'each',
    numerator: cell('caseload_people'),
    denominator: cell('caseload_sw_wte'),
  }),
]
