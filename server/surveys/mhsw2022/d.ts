import type { Question, Section } from '../../domain/survey/definition'
import { all, atLeast, atMost, equal, implies, plus, some, sum, times } from '../../domain/survey/expression'
import { TOLERANCE, count, people, peopleAndWte, percent, rows, said, saidWte } from '../words'
import { dataQuality } from '../dataQuality'
import { upToEmployed, upToNumberEmployed, upToPeopleEmployed } from '../mhsw2019/upToEmployed'
import { countYourOwn } from '../mhsw2019/whoCounts'

const questions: readonly Question[] = [
  {
    code: 'emp_contract',
    label: 'Social workers you employ by type of contract',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows({
      permanent: 'Permanent',
      fixed_term: 'Fixed term (including temporary)',
      trainee_bursary: 'Trainee on a bursary (Think Ahead year 1)',
      other: 'Other',
      not_known: 'Not known',
    }),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToEmployed,
    when: some('sw_employed.hc'),
  },
  {
    code: 'emp_fulltime',
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
    when: some('sw_employed.hc'),
  },
  {
    code: 'emp_leave',
    label: 'Of those employed, how many were on long-term absence?',
    hint: 'Maternity/parental/adoption leave, career break, sickness over 4 weeks.',
    unit: 'people',
    shape: 'single',
    box: count(9999, 'people'),
    reference: 'C',
    answering: 'optional',
    mayBeUncollected: true,
    upTo: upToNumberEmployed,
    when: some('sw_employed.hc'),
  },
  {
    code: 'agency_sw',
    label: 'Agency or self-employed social workers working in your mental health services',
    hint: 'Not in the section B totals.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(999, 999),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    when: some('has_mhsw'),
  },
  {
    code: 'bank_sw',
    label: 'Bank social workers',
    hint: 'WTE worked in the week including 31 March 2022.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(999, 999),
    reference: 'week of C',
    answering: 'optional',
    mayBeUncollected: true,
    when: some('has_mhsw'),
  },
]

const fullTime = 'emp_fulltime.full_time.hc'
const partTime = 'emp_fulltime.part_time.hc'
const leastWte = plus(fullTime, times(0.15, partTime))
const mostWte = plus(fullTime, times(0.99, partTime), 'emp_fulltime.not_known.hc')
const fixedTermShare = percent('emp_contract.fixed_term.hc', 'sw_employed.hc')

export const sectionD: Section = {
  code: 'd',
  title: 'Employment status',
  intro: [countYourOwn],
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('d', questions)],
  rules: [
    {
      code: 'D01',
      level: 'hard',
      says: 'Contracts add up to {x} people (WTE: {a}); you employ {y} (WTE: {b}). Correct the contracts, or the total in section B.',
      holds: all(
        equal(sum('emp_contract.*.hc'), 'sw_employed.hc'),
        equal(sum('emp_contract.*.wte'), 'sw_employed.wte', TOLERANCE),
      ),
      figures: {
        x: said(sum('emp_contract.*.hc')),
        a: saidWte(sum('emp_contract.*.wte')),
        y: said('sw_employed.hc'),
        b: saidWte('sw_employed.wte'),
      },
    },
    {
      code: 'D02',
      level: 'hard',
      says: 'Full-time and part-time staff add up to {x}; you employ {y}. Correct them, or the total in section B.',
      holds: equal(sum('emp_fulltime.*.hc'), 'sw_employed.hc'),
      figures: { x: said(sum('emp_fulltime.*.hc')), y: said('sw_employed.hc') },
    },
    {
      code: 'D03',
      level: 'hard',
      says: 'More people are on long-term absence ({x}) than you employ ({y}). Count only the social workers you employ.',
      holds: atMost('emp_leave', 'sw_employed.hc'),
      figures: { x: said('emp_leave'), y: said('sw_employed.hc') },
    },
    {
      code: 'D04',
      level: 'soft',
      says: 'Your WTE ({wte}) does not fit this mix of full-time and part-time staff, which would be between {low} and {high} WTE. Correct one of the two, or explain.',
      holds: all(
        atMost(leastWte, plus('sw_employed.wte', TOLERANCE)),
        atMost('sw_employed.wte', plus(mostWte, TOLERANCE)),
      ),
      figures: { wte: saidWte('sw_employed.wte'), low: saidWte(leastWte), high: saidWte(mostWte) },
    },
    {
      code: 'D05',
      level: 'soft',
      says: 'Trainees on a bursary: {x} here, but {y} in Think Ahead year 1 in section B. Correct one of the two, or explain.',
      holds: equal('emp_contract.trainee_bursary.hc', 'sw_career_stage.ta_year1.hc'),
      figures: { x: said('emp_contract.trainee_bursary.hc'), y: said('sw_career_stage.ta_year1.hc') },
    },
    {
      code: 'D06',
      level: 'soft',
      says: 'Agency staff ({x} WTE) are more than half of your workforce ({y} WTE work in your services). Correct the figures, or explain.',
      holds: atMost('agency_sw.wte', times(0.5, 'sw_service.wte')),
      figures: { x: saidWte('agency_sw.wte'), y: saidWte('sw_service.wte') },
    },
    {
      code: 'D07',
      level: 'soft',
      says: 'A high share of fixed-term contracts: {p}% ({x} of {y} people). Correct the figures, or explain.',
      holds: implies(atLeast('sw_employed.hc', 10), atMost(fixedTermShare, 40)),
      figures: {
        p: said(fixedTermShare, 1),
        x: said('emp_contract.fixed_term.hc'),
        y: said('sw_employed.hc'),
      },
    },
  ],
}
