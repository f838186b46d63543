import type { Question, Section } from '../../domain/survey/definition'
import { equal, some, sum } from '../../domain/survey/expression'
import { people, peopleAndWte, rows, said } from '../words'
import { upToEmployed, upToPeopleEmployed } from './upToEmployed'

const employed = some('psw_emp.hc')

const questions: readonly Question[] = [
  {
    code: 'psw_role',
    label: 'Paid peer workers you employ by role',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows({
      peer_support_worker: 'Peer support worker',
      senior_peer: 'Senior peer support worker',
      carer_peer: 'Carer peer support worker',
      youth_peer: 'Youth peer support worker',
      peer_trainer: 'Peer trainer',
      peer_lead_manager: 'Peer lead or manager',
      trainee: 'Trainee',
      other: 'Other',
    }),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToEmployed,
    when: employed,
  },
  {
    code: 'psw_contract',
    label: 'By contract',
    unit: 'people',
    shape: 'table',
    rows: rows({
      permanent: 'Permanent',
      fixed_term: 'Fixed term (including temporary)',
      bank: 'Bank',
      sessional: 'Sessional',
      other: 'Other',
      not_known: 'Not known',
    }),
    columns: [people()],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
    when: employed,
  },
  {
    code: 'psw_fulltime',
    label: 'Full-time and part-time',
    hint: 'Full time = contracted for at least the standard hours.',
    unit: 'people',
    shape: 'table',
    rows: rows({ full_time: 'Full time', part_time: 'Part time', not_known: 'Not known' }),
    columns: [people()],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
    when: employed,
  },
  {
    code: 'psw_training',
    label: 'Peer workers you employ by training completed',
    hint: 'Highest.',
    unit: 'people',
    shape: 'table',
    rows: rows({
      accredited_qualification: 'Accredited qualification in peer support',
      non_accredited_programme: 'Peer support programme without accreditation',
      induction_only: 'Induction only',
      none: 'None',
      not_known: 'Not known',
    }),
    columns: [people()],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
    when: employed,
  },
]

export const sectionC: Section = {
  code: 'c',
  title: 'Roles, contracts and training',
  intro: ['Count the paid peer support workers you employ, wherever they work.'],
  when: some('psw_any'),
  questions,
  rules: [
    {
      code: 'PS03',
      level: 'hard',
      says: '{table}: the people in the rows add up to {x}; you employ {y}. Correct the rows, or the people you employ in section B.',
      each: ['psw_role', 'psw_contract', 'psw_fulltime', 'psw_training'],
      holds: equal(sum('@.*.hc'), 'psw_emp.hc'),
      figures: { table: { kind: 'row' }, x: said(sum('@.*.hc')), y: said('psw_emp.hc') },
    },
  ],
}
