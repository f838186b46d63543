import type { Question, Section } from '../../domain/survey/definition'
import {
  all,
  atLeast,
  atMost,
  equal,
  implies,
  least,
  moreThan,
  plus,
  some,
  sum,
  times,
} from '../../domain/survey/expression'
import { count, oneOf, people, rows, said, saidWte, wte, yesNoNotKnown } from '../words'
import { dataQuality } from '../dataQuality'
import { upTo, upToPeople } from '../upTo'
import { countYourOwn } from '../mhsw2019/whoCounts'

const EMPLOYED = 'the BIAs you employ'

const questions: readonly Question[] = [
  {
    code: 'bia_emp_any',
    label: 'Did you employ any best interests assessors on 31 March 2022?',
    hint: 'Qualified and eligible (refresher training up to date).',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'C',
    answering: 'required',
    essential: true,
  },
  {
    code: 'bia_emp',
    label: 'Number of BIAs you employ',
    unit: 'people',
    shape: 'single',
    box: count(999, 'people'),
    reference: 'C',
    answering: 'required',
    when: some('bia_emp_any'),
    essential: true,
  },
  {
    code: 'bia_emp_prof',
    label: 'BIAs you employ by profession',
    hint: 'Count an AMHP under their own profession.',
    unit: 'people',
    shape: 'table',
    rows: rows({
      social_worker: 'Social worker',
      nurse: 'Nurse',
      occupational_therapist: 'Occupational therapist',
      psychologist: 'Psychologist',
      not_known: 'Not known',
    }),
    columns: [people(999)],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToPeople('bia_emp', EMPLOYED),
    when: some('bia_emp_any'),
  },
  {
    code: 'bia_emp_duty_wte',
    label: 'WTE spent on BIA work',
    unit: 'WTE',
    shape: 'single',
    box: wte(),
    reference: 'C',
    answering: 'optional',
    mayBeUncollected: true,
    upTo: upTo('bia_emp', EMPLOYED),
    when: some('bia_emp_any'),
  },
  {
    code: 'bia_emp_mhsw',
    label: 'Of your BIAs, how many are social workers counted in section B?',
    unit: 'people',
    shape: 'single',
    box: count(999, 'people'),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upTo('bia_emp_prof.social_worker.hc', 'your BIAs who are social workers'),
    when: some('bia_emp_any'),
  },
  {
    code: 'bia_also_amhp',
    label: 'Of your BIAs, how many are also AMHPs?',
    unit: 'people',
    shape: 'single',
    box: count(999, 'people'),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upTo(least('bia_emp', 'amhp_emp.hc'), 'the BIAs or the AMHPs you employ, whichever are fewer'),
    when: all(some('bia_emp_any'), some('amhp_emp_any')),
  },
  {
    code: 'bia_active',
    label: 'Of your BIAs, how many completed at least one best interests assessment in 2021-22?',
    unit: 'people',
    shape: 'single',
    box: count(999, 'people'),
    reference: 'FY',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upTo('bia_emp', EMPLOYED),
    when: some('bia_emp_any'),
  },
  {
    code: 'bia_independent',
    label: 'Independent or agency BIAs your council used in 2021-22',
    unit: 'people',
    shape: 'single',
    box: count(500, 'people'),
    reference: 'FY',
    answering: 'optional',
    mayBeUncollected: true,
    organisations: ['local_authority'],
  },
]

const professions = sum('bia_emp_prof.*.hc')
const socialWorkers = 'bia_emp_prof.social_worker.hc'

export const sectionG: Section = {
  code: 'g',
  title: 'Best interests assessors (BIAs)',
  intro: [countYourOwn],
  questions: [...questions, ...dataQuality('g', questions)],
  rules: [
    {
      code: 'G01',
      level: 'hard',
      says: 'Professions add up to {x}; you have {y} BIAs. Correct the professions or the number you employ.',
      holds: equal(professions, 'bia_emp'),
      figures: { x: said(professions), y: said('bia_emp') },
    },
    {
      code: 'G02',
      level: 'hard',
      says: '{wrong}. You gave: BIAs {all}; AMHPs {amhp}; BIAs who are also AMHPs {both}; BIAs who completed an assessment {active}; BIAs counted in section B {mhsw}; BIAs who are social workers {sw}; social workers you employ {employed}. Correct the part or the whole.',
      holds: all(
        atMost('bia_also_amhp', 'bia_emp'),
        atMost('bia_also_amhp', 'amhp_emp.hc'),
        atMost('bia_active', 'bia_emp'),
        atMost('bia_emp_mhsw', socialWorkers),
        atMost('bia_emp_mhsw', 'sw_employed.hc'),
      ),
      figures: {
        wrong: {
          kind: 'case',
          cases: [
            { when: moreThan('bia_also_amhp', 'bia_emp'), says: 'More are both BIAs and AMHPs than you have BIAs' },
            {
              when: moreThan('bia_also_amhp', 'amhp_emp.hc'),
              says: 'More are both BIAs and AMHPs than you have AMHPs',
            },
            { when: moreThan('bia_active', 'bia_emp'), says: 'More BIAs completed an assessment than you have BIAs' },
            {
              when: moreThan('bia_emp_mhsw', socialWorkers),
              says: 'More BIAs are counted in section B than you have BIAs who are social workers',
            },
            {
              when: moreThan('bia_emp_mhsw', 'sw_employed.hc'),
              says: 'More BIAs are counted in section B than you employ social workers',
            },
          ],
        },
        all: said('bia_emp'),
        amhp: said('amhp_emp.hc'),
        both: said('bia_also_amhp'),
        active: said('bia_active'),
        mhsw: said('bia_emp_mhsw'),
        sw: said(socialWorkers),
        employed: said('sw_employed.hc'),
      },
    },
    {
      code: 'G03',
      level: 'soft',
      says: 'You report {x} BIAs employed and {y} independent or agency BIAs used. As supervisory body you need BIAs. Please check, or explain.',
      organisations: ['local_authority'],
      holds: moreThan(plus('bia_emp', 'bia_independent'), 0),
      figures: { x: said('bia_emp'), y: said('bia_independent') },
    },
    {
      code: 'G04',
      level: 'soft',
      says: '{duty} WTE on BIA work is nearly the full time of your {x} BIAs. Correct the figures, or explain.',
      holds: implies(atLeast('bia_emp', 5), atMost('bia_emp_duty_wte', times(0.9, 'bia_emp'))),
      figures: { duty: saidWte('bia_emp_duty_wte'), x: said('bia_emp') },
    },
  ],
}
