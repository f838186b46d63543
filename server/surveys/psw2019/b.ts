import type { Question, SaidCase, Section } from '../../domain/survey/definition'
import {
  all,
  atLeast,
  atMost,
  equal,
  implies,
  is,
  minus,
  moreThan,
  most,
  not,
  plus,
  same,
  some,
  times,
  type Condition,
} from '../../domain/survey/expression'
import { count, oneOf, peopleAndWte, percent, said, saidWte, words, yesNo } from '../words'
import { upToEmployed } from './upToEmployed'
import { whoCounts } from './whoCounts'

const questions: readonly Question[] = [
  {
    code: 'psw_any',
    means: 'any_at_all',
    label: 'Did any peer support workers work in your mental health services on 30 September 2019?',
    hint: 'Paid or volunteer, employed by you or by a partner.',
    shape: 'single',
    box: oneOf(yesNo),
    reference: 'C',
    answering: 'required',
  },
  {
    code: 'psw_none_reason',
    label: 'Why not?',
    shape: 'single',
    box: oneOf({
      planned: 'We plan to have peer support workers',
      not_planned: 'We do not plan to',
      provided_elsewhere: 'Peer support is provided elsewhere',
      other: 'Other',
    }),
    reference: 'C',
    answering: 'required',
    when: is('psw_any', 'no'),
  },
  {
    code: 'psw_emp',
    label: 'Paid peer support workers you employ',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(999),
    reference: 'C',
    answering: 'required',
    when: some('psw_any'),
  },
  {
    code: 'psw_ext',
    label: 'Paid peer support workers in your services employed by someone else',
    hint: 'For example a charity you contract with. Number only.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(999, 999),
    reference: 'C',
    answering: 'required',
    when: some('psw_any'),
  },
  {
    code: 'psw_total',
    label: 'Total paid',
    hint: 'Those you employ and those employed by someone else, added up for you.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(1998, 10_998.99),
    reference: 'C',
    answering: 'calculated',
    figures: { hc: plus('psw_emp.hc', 'psw_ext.hc'), wte: plus('psw_emp.wte', 'psw_ext.wte') },
  },
  {
    code: 'psw_ext_partner',
    label: 'Who employs them?',
    hint: 'Name each organisation once.',
    unit: 'people, WTE',
    shape: 'list',
    entry: 'Employing organisation',
    most: 20,
    // By name, for many are charities that no register lists.
    columns: [{ code: 'org', label: 'Organisation', box: words(2, 200) }, ...peopleAndWte(999, 999)],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    when: some('psw_ext.hc'),
  },
  {
    code: 'psw_out',
    label: 'Paid peer support workers you employ who work in another organisation’s services',
    hint: 'Included in those you employ, above. Charities: your staff placed in trusts.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(999),
    reference: 'C',
    answering: 'required',
    upTo: upToEmployed,
    when: some('psw_emp.hc'),
  },
  {
    code: 'psw_volunteer',
    label: 'Volunteer peer supporters',
    hint: 'Active in September 2019. People only.',
    unit: 'people',
    shape: 'single',
    box: count(2000, 'people'),
    reference: 'Sep 2019',
    answering: 'required',
    mayBeUncollected: true,
    when: some('psw_any'),
  },
]

const groups = {
  psw_emp: 'Paid peer support workers you employ',
  psw_ext: 'Those employed by someone else',
  psw_out: 'Those who work in another organisation’s services',
}

const fits = (code: string) =>
  all(atMost(`${code}.wte`, `${code}.hc`), same(equal(`${code}.hc`, 0), equal(`${code}.wte`, 0)))

/** What is wrong with the people and WTE of one group (PS01). */
const misfits = ([code, group]: [string, string]): SaidCase[] => {
  const [hc, wte] = [`${code}.hc`, `${code}.wte`]
  const told = `${group} (people: {hc}, WTE: {wte})`
  const figures = { hc: said(hc), wte: saidWte(wte) }
  return [
    { when: all(equal(hc, 0), moreThan(wte, 0)), says: `${told}: there are WTE but no people`, figures },
    { when: all(equal(wte, 0), moreThan(hc, 0)), says: `${told}: there are people but no WTE`, figures },
    { when: moreThan(wte, hc), says: `${told}: the WTE cannot be more than the number of people`, figures },
  ]
}

const isWithin: readonly Condition[] = [atMost('psw_out.hc', 'psw_emp.hc'), atMost('psw_out.wte', 'psw_emp.wte')]
const isBeyond: SaidCase = {
  when: not(all(...isWithin)),
  says: 'More work in another organisation’s services (people: {x}, WTE: {a}) than you employ (people: {y}, WTE: {b})',
  figures: { x: said('psw_out.hc'), a: saidWte('psw_out.wte'), y: said('psw_emp.hc'), b: saidWte('psw_emp.wte') },
}

const usualTime = percent('@.wte', '@.hc')

export const sectionB: Section = {
  code: 'b',
  title: 'Peer support workers in post',
  intro: whoCounts,
  questions,
  rules: [
    {
      code: 'PS01',
      level: 'hard',
      says: '{wrong}. Correct one of the figures. Count anyone over full time as 1.00.',
      holds: all(...Object.keys(groups).map(fits), ...isWithin),
      figures: { wrong: { kind: 'case', cases: [...Object.entries(groups).flatMap(misfits), isBeyond] } },
    },
    {
      code: 'PS02',
      level: 'hard',
      says: 'You said that you have peer support workers, but all totals are zero ({paid} paid, {volunteers} volunteers). Enter them, or change your first answer to “No”.',
      holds: implies(is('psw_any', 'yes'), moreThan(plus('psw_total.hc', 'psw_volunteer'), 0)),
      figures: { paid: said('psw_total.hc'), volunteers: said('psw_volunteer') },
    },
    {
      code: 'PS07',
      level: 'soft',
      says: 'You report {wte} WTE of paid peer support workers. Some trusts had more than 40 in 2019, but we ask about more than 60. Correct the figures, or explain.',
      holds: atMost('psw_total.wte', 60),
      figures: { wte: saidWte('psw_total.wte') },
    },
    {
      code: 'PS09',
      level: 'soft',
      says: '{question}: on average each person works {r}% of full time (people: {hc}, WTE: {wte}). Part-time work is common, but we ask about less than 40%. Correct the figures, or explain.',
      each: Object.keys(groups),
      holds: implies(atLeast('@.hc', 5), atLeast(usualTime, 40)),
      figures: { question: { kind: 'row' }, r: said(usualTime, 1), hc: said('@.hc'), wte: saidWte('@.wte') },
    },
    {
      code: 'PS11',
      level: 'soft',
      says: 'You report {volunteers} volunteers beside {paid} paid peer support workers you employ. We ask about more than ten volunteers for each, or more than 50 where you employ fewer than five. Correct the figures, or explain.',
      holds: atMost('psw_volunteer', times(10, most('psw_emp.hc', 5))),
      figures: { volunteers: said('psw_volunteer'), paid: said('psw_emp.hc') },
    },
    {
      code: 'PS12',
      level: 'soft',
      says: 'You employ {here} peer support workers who work in your own services, but your social work return says {there}. Correct one of the two, or explain.',
      platform: 'agrees_with_other_survey',
      about: ['psw_emp.hc', 'psw_out.hc'],
      compared: { here: minus('psw_emp.hc', 'psw_out.hc'), there: 'oth_staff.peer_support_worker.hc' },
    },
    {
      code: 'PS13',
      level: 'reminder',
      says: 'You employ {hc} peer support workers. Only totals will be published for you, because there are fewer than 10.',
      holds: implies(is('psw_any', 'yes'), atLeast('psw_emp.hc', 10)),
      figures: { hc: said('psw_emp.hc') },
    },
  ],
}
