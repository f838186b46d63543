import type { Question, Said, Section } from '../../domain/survey/definition'
import {
  all,
  atLeast,
  equal,
  implies,
  is,
  lessThan,
  not,
  plus,
  some,
  sum,
  type Condition,
} from '../../domain/survey/expression'
import { ages, disabilities, ethnicities, ethnicities5, ethnicityDetails, genders } from '../demographicRows'
import { oneOf, people, peopleAndWte, percent, rows, said, saidWte, TOLERANCE } from '../words'
import { upToEmployed, upToPeopleEmployed } from './upToEmployed'

const employed = some('psw_emp.hc')

const questions: readonly Question[] = [
  {
    code: 'psw_gender',
    label: 'Gender',
    hint: 'As recorded on your HR system. ESR holds female and male only.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows(genders),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    when: employed,
  },
  {
    code: 'psw_age',
    label: 'Age',
    hint: 'Age in years on 30 September 2019.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows(ages),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    when: employed,
  },
  {
    code: 'psw_eth_detail',
    label: 'Can you give ethnicity in full?',
    shape: 'single',
    box: oneOf(ethnicityDetails),
    reference: 'C',
    answering: 'required',
    when: employed,
  },
  {
    code: 'psw_ethnicity',
    label: 'Ethnicity, 16+1',
    hint: 'NHS national codes. If you use the 2011 list: Gypsy or Irish Traveller → C, Arab → S, Chinese → R.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows(ethnicities),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    when: all(employed, is('psw_eth_detail', 'detailed_16')),
  },
  {
    code: 'psw_ethnicity5',
    label: 'Ethnicity, grouped',
    hint: 'Chinese goes in “other”.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows(ethnicities5),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    when: all(employed, is('psw_eth_detail', 'grouped_5')),
  },
  {
    code: 'psw_disability',
    label: 'Disability as declared on the HR record',
    hint: 'Do not infer disability from holding a lived-experience post.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows(disabilities),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    when: employed,
  },
  {
    code: 'psw_pay_scheme',
    label: 'Pay scheme',
    hint: 'The one that covers most of the peer support workers you employ.',
    shape: 'single',
    box: oneOf({ afc: 'Agenda for Change', local_gov: 'Local government', other: 'Another scheme' }),
    reference: 'C',
    answering: 'required',
    when: employed,
  },
  {
    code: 'psw_pay_afc',
    label: 'By Agenda for Change band',
    hint: 'Substantive band, not acting-up.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows({
      b2: 'Band 2',
      b3: 'Band 3',
      b4: 'Band 4',
      b5: 'Band 5',
      b6: 'Band 6',
      b7_plus: 'Band 7 or above',
      non_afc: 'Not on Agenda for Change',
      not_known: 'Not known',
    }),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToEmployed,
    when: all(employed, is('psw_pay_scheme', 'afc')),
  },
  {
    code: 'psw_pay_other',
    label: 'By full-time-equivalent basic salary',
    hint: 'Basic pay for full-time hours, before allowances.',
    unit: 'people',
    shape: 'table',
    rows: rows({
      lt18000: 'Less than £18,000',
      p18000_20999: '£18,000 to £20,999',
      p21000_23999: '£21,000 to £23,999',
      p24000_29999: '£24,000 to £29,999',
      p30000_plus: '£30,000 or more',
      not_known: 'Not known',
    }),
    columns: [people()],
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
    when: all(employed, is('psw_pay_scheme', 'local_gov', 'other')),
  },
]

interface Told {
  readonly table: string
  readonly name: string
  /** Where this table is asked for, and not another in its stead. */
  readonly asked?: Condition
  readonly peopleOnly?: true
}

/** The tables that add up to the people employed (PS04). */
const tables: readonly Told[] = [
  { table: 'psw_gender', name: 'Gender' },
  { table: 'psw_age', name: 'Age' },
  { table: 'psw_ethnicity', name: 'Ethnicity', asked: is('psw_eth_detail', 'detailed_16') },
  { table: 'psw_ethnicity5', name: 'Ethnicity', asked: is('psw_eth_detail', 'grouped_5') },
  { table: 'psw_disability', name: 'Disability' },
  { table: 'psw_pay_afc', name: 'Bands', asked: is('psw_pay_scheme', 'afc') },
  { table: 'psw_pay_other', name: 'Salaries', asked: is('psw_pay_scheme', 'local_gov', 'other'), peopleOnly: true },
]

const peopleFit = ({ table }: Told) => equal(sum(`${table}.*.hc`), 'psw_emp.hc')
const wteFits = ({ table, peopleOnly }: Told) =>
  peopleOnly ? all() : equal(sum(`${table}.*.wte`), 'psw_emp.wte', TOLERANCE)
const fits = (told: Told) => implies(told.asked ?? all(), all(peopleFit(told), wteFits(told)))

/** What a table adds up to, said only of those that do not come to the people or the WTE employed. */
const sums = (told: Told): Said => ({
  kind: 'case',
  cases: [
    { when: not(peopleFit(told)), says: `${told.name}: {x} people. `, figures: { x: said(sum(`${told.table}.*.hc`)) } },
    ...(told.peopleOnly
      ? []
      : [
          {
            when: not(wteFits(told)),
            says: `${told.name}: {a} WTE. `,
            figures: { a: saidWte(sum(`${told.table}.*.wte`)) },
          },
        ]),
    { when: all(), says: '' },
  ],
})

const lowBands = percent(plus('psw_pay_afc.b3.hc', 'psw_pay_afc.b4.hc'), sum('psw_pay_afc.*.hc'))
const disabledShare = percent('psw_disability.yes.hc', plus('psw_disability.yes.hc', 'psw_disability.no.hc'))

export const sectionE: Section = {
  code: 'e',
  title: 'Demographics and pay',
  intro: [
    'Count the paid peer support workers you employ, wherever they work.',
    'We ask for totals only. Never send names, staff numbers, or dates of birth.',
  ],
  when: some('psw_any'),
  questions,
  rules: [
    {
      code: 'PS04',
      level: 'hard',
      says: 'You employ {y} people ({b} WTE), but these tables do not add up to that. {psw_gender}{psw_age}{psw_ethnicity}{psw_ethnicity5}{psw_disability}{psw_pay_afc}{psw_pay_other}Correct the rows, or the people you employ in section B.',
      holds: all(...tables.map(fits)),
      figures: {
        y: said('psw_emp.hc'),
        b: saidWte('psw_emp.wte'),
        ...Object.fromEntries(tables.map((told) => [told.table, sums(told)])),
      },
    },
    {
      code: 'PS08',
      level: 'soft',
      says: '{p}% of the peer support workers you employ are in bands 3 and 4. Band 3 is typical, and we expect at least 50%. Check the bands, or explain.',
      holds: implies(atLeast('psw_emp.hc', 10), atLeast(lowBands, 50)),
      figures: { p: said(lowBands, 1) },
    },
    {
      code: 'PS10',
      level: 'soft',
      says: 'Of the people whose disability is known, {p}% have declared one ({yes} people). Did you infer it from the role? Give what the HR record says, or explain.',
      holds: implies(atLeast('psw_emp.hc', 10), lessThan(disabledShare, 90)),
      figures: { p: said(disabledShare, 1), yes: said('psw_disability.yes.hc') },
    },
  ],
}
