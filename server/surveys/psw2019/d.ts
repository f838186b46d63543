import type { Question, Said, Section } from '../../domain/survey/definition'
import { all, atMost, equal, not, some, sum, type Condition } from '../../domain/survey/expression'
import { people, peopleAndWte, rows, said, saidWte, TOLERANCE, wte } from '../words'
import { upTo, upToPeople } from '../upTo'

const questions: readonly Question[] = [
  {
    code: 'psw_est_wte',
    label: 'Funded establishment',
    hint: 'Budgeted peer support posts you would employ to, filled or not.',
    unit: 'WTE',
    shape: 'single',
    box: wte(999.99),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    when: some('psw_any'),
  },
  {
    code: 'psw_vac_wte',
    label: 'Vacant posts',
    hint: 'Establishment not filled by an employee, whether or not you are recruiting or covering it.',
    unit: 'WTE',
    shape: 'single',
    box: wte(999.99),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upTo('psw_est_wte', 'your funded establishment'),
    when: some('psw_any'),
  },
  {
    code: 'psw_starters',
    label: 'Started 1 Oct 2018 - 30 Sep 2019',
    hint: 'Paid peer support workers new to you. Include people who started and have already left.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(500, 500),
    reference: 'Y12',
    answering: 'required',
    mayBeUncollected: true,
    when: some('psw_any'),
  },
  {
    code: 'psw_leavers',
    label: 'Left 1 Oct 2018 - 30 Sep 2019',
    hint: 'Paid peer support workers who left you, or left peer support.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(500, 500),
    reference: 'Y12',
    answering: 'required',
    mayBeUncollected: true,
    when: some('psw_any'),
  },
  {
    code: 'psw_leaver_reason',
    label: 'Why they left',
    hint: 'Includes progression, a positive outcome.',
    unit: 'people',
    shape: 'table',
    rows: rows({
      other_peer_role: 'To another peer role',
      other_nhs_or_care_role: 'To another role in the NHS or in care',
      education_or_training: 'To education or training',
      health: 'Health',
      end_of_contract: 'End of contract',
      retired: 'Retired',
      other: 'Other',
      not_known: 'Not known',
    }),
    columns: [people(500)],
    reference: 'Y12',
    answering: 'optional',
    mayBeUncollected: true,
    upTo: upToPeople('psw_leavers.hc', 'the peer support workers who left'),
    when: some('psw_leavers.hc'),
  },
]

const reasons = sum('psw_leaver_reason.*.hc')
const partners = sum('psw_ext_partner.*.wte')

const vacanciesFit = atMost('psw_vac_wte', 'psw_est_wte')
const reasonsFit = equal(reasons, 'psw_leavers.hc')
const partnersFit = equal(partners, 'psw_ext.wte', TOLERANCE)

/** A sentence that is said only where something is not so. */
const unless = (fits: Condition, says: string, figures: Readonly<Record<string, Said>>): Said => ({
  kind: 'case',
  cases: [
    { when: not(fits), says: `${says} `, figures },
    { when: all(), says: '' },
  ],
})

export const sectionD: Section = {
  code: 'd',
  title: 'Vacancies, starters and leavers',
  intro: [
    'Starters and leavers are counted over the year from 1 October 2018 to 30 September 2019; posts and vacancies on 30 September 2019.',
  ],
  when: some('psw_any'),
  questions,
  rules: [
    {
      code: 'PS06',
      level: 'hard',
      says: '{vacancies}{leavers}{partners}Correct the part or the total.',
      holds: all(vacanciesFit, reasonsFit, partnersFit),
      figures: {
        vacancies: unless(vacanciesFit, 'Vacancies ({vacant} WTE) cannot exceed establishment ({established} WTE).', {
          vacant: saidWte('psw_vac_wte'),
          established: saidWte('psw_est_wte'),
        }),
        leavers: unless(reasonsFit, 'Why they left adds up to {x}, but {y} left.', {
          x: said(reasons),
          y: said('psw_leavers.hc'),
        }),
        partners: unless(
          partnersFit,
          'In section B the organisations you named add up to {x} WTE, but {y} WTE are employed by someone else.',
          { x: saidWte(partners), y: saidWte('psw_ext.wte') },
        ),
      },
    },
  ],
}
