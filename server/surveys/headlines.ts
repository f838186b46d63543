import type { Address } from '../domain/survey/cells'

/** A figure that a director signs for, and what it is called where there is little room. */
export interface Headline {
  readonly address: Address
  readonly label: string
}

/** The same figures have headed both social work surveys, so that a director sees last time's beside each. */
const socialWork: readonly Headline[] = [
  { address: 'sw_employed.hc', label: 'Social workers you employ' },
  { address: 'sw_employed.wte', label: 'Social workers you employ, WTE' },
  { address: 'sw_service.wte', label: 'Working in your mental health services, WTE' },
  { address: 'sw_ext.wte', label: 'Of those, employed by others, WTE' },
  { address: 'est_wte', label: 'Funded establishment, WTE' },
  { address: 'vac_wte', label: 'Vacancies, WTE' },
  { address: 'starters.hc', label: 'Started in the year' },
  { address: 'leavers.hc', label: 'Left in the year' },
  { address: 'amhp_emp.hc', label: 'AMHPs you employ' },
  { address: 'bia_emp', label: 'Best interests assessors you employ' },
  { address: 'act_mha_assess', label: 'Mental Health Act assessments' },
  { address: 'caseload_people', label: 'People on caseloads' },
]

const headlines: Readonly<Record<string, readonly Headline[]>> = {
  'mhsw-2019': socialWork,
  'mhsw-2022': socialWork,
  'psw-2019': [
    { address: 'psw_emp.hc', label: 'Peer support workers you employ' },
    { address: 'psw_emp.wte', label: 'Peer support workers you employ, WTE' },
    { address: 'psw_ext.hc', label: 'Employed by others' },
    { address: 'psw_ext.wte', label: 'Employed by others, WTE' },
    { address: 'psw_total.hc', label: 'Paid peer support workers, all employers' },
    { address: 'psw_total.wte', label: 'Paid peer support workers, all employers, WTE' },
    { address: 'psw_est_wte', label: 'Funded establishment, WTE' },
    { address: 'psw_vac_wte', label: 'Vacancies, WTE' },
    { address: 'psw_starters.hc', label: 'Started in the year' },
    { address: 'psw_leavers.hc', label: 'Left in the year' },
    { address: 'psw_contacts_f2f', label: 'Face-to-face contacts' },
    { address: 'psw_planned_wte', label: 'Planned change, WTE' },
  ],
}

/** The twelve figures at the head of the page to be signed; none for a survey that names none. */
export const headlinesOf = (collection: string): readonly Headline[] => headlines[collection] ?? []
