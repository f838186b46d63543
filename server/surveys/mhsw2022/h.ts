import type { Question, Section } from '../../domain/survey/definition'
import {
  all,
  any,
  apart,
  atLeast,
  atMost,
  between,
  equal,
  implies,
  is,
  lessThan,
  moreThan,
  not,
  plus,
  same,
  some,
  sum,
  times,
} from '../../domain/survey/expression'
import {
  ages,
  disabilities,
  ethnicities,
  ethnicities5,
  ethnicityDetails,
  genders,
  knownEthnicities,
  knownEthnicities5,
} from '../demographicRows'
import { oneOf, peopleAndWte, percent, rows, said, saidWte, TOLERANCE } from '../words'
import { dataQuality } from '../dataQuality'
import { rowFigures } from '../rowFigures'
import { upToEmployed } from '../mhsw2019/upToEmployed'
import { countYourOwn } from '../mhsw2019/whoCounts'

const employed = some('sw_employed.hc')

const questions: readonly Question[] = [
  {
    code: 'demo_gender',
    label: 'Gender',
    hint: 'As recorded on your HR system. ESR holds female and male only.',
    shape: 'table',
    rows: rows(genders),
    columns: peopleAndWte(),
    unit: 'people, WTE',
    reference: 'C',
    answering: 'required',
    when: employed,
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    essential: ['hc'],
  },
  {
    code: 'demo_age',
    label: 'Age',
    hint: 'Age in years on 31 March 2022. Five-year bands; if your report uses 26-30, 31-35 … please re-run it from age.',
    shape: 'table',
    rows: rows(ages),
    columns: peopleAndWte(),
    unit: 'people, WTE',
    reference: 'C',
    answering: 'required',
    when: employed,
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    essential: ['hc'],
  },
  {
    code: 'demo_eth_detail',
    label: 'Can you give ethnicity in full detail?',
    shape: 'single',
    box: oneOf(ethnicityDetails),
    reference: 'C',
    answering: 'required',
    when: employed,
    // It leads to the essential tables of ethnicity.
    essential: true,
  },
  {
    code: 'demo_ethnicity',
    label: 'Ethnicity, 16+1 categories',
    hint: 'NHS national codes. If you use the 2011 list: Gypsy or Irish Traveller → C, Arab → S, Chinese → R.',
    shape: 'table',
    rows: rows(ethnicities),
    columns: peopleAndWte(),
    unit: 'people, WTE',
    reference: 'C',
    answering: 'required',
    when: all(employed, is('demo_eth_detail', 'detailed_16')),
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    essential: ['hc'],
  },
  {
    code: 'demo_ethnicity5',
    label: 'Ethnicity, grouped',
    hint: 'Chinese goes in “other”.',
    shape: 'table',
    rows: rows(ethnicities5),
    columns: peopleAndWte(),
    unit: 'people, WTE',
    reference: 'C',
    answering: 'required',
    when: all(employed, is('demo_eth_detail', 'grouped_5')),
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    essential: ['hc'],
  },
  {
    code: 'demo_disability',
    label: 'Disability',
    hint: 'Whether the person has declared a disability.',
    shape: 'table',
    rows: rows(disabilities),
    columns: peopleAndWte(),
    unit: 'people, WTE',
    reference: 'C',
    answering: 'required',
    when: employed,
    mayBeUncollected: ['wte'],
    upTo: upToEmployed,
    essential: ['hc'],
  },
]

const tables = ['demo_gender', 'demo_age', 'demo_ethnicity', 'demo_ethnicity5', 'demo_disability']

const unknownShare = {
  gender: percent(plus('demo_gender.not_stated.hc', 'demo_gender.not_known.hc'), sum('demo_gender.*.hc')),
  age: percent('demo_age.not_known.hc', sum('demo_age.*.hc')),
  disability: percent(
    plus('demo_disability.not_stated.hc', 'demo_disability.not_known.hc'),
    sum('demo_disability.*.hc'),
  ),
  ethnicity: percent(plus('demo_ethnicity.Z.hc', 'demo_ethnicity.NK.hc'), sum('demo_ethnicity.*.hc')),
  ethnicity5: percent(plus('demo_ethnicity5.Z.hc', 'demo_ethnicity5.NK.hc'), sum('demo_ethnicity5.*.hc')),
}

const femaleShare = percent(
  'demo_gender.female.hc',
  plus('demo_gender.female.hc', 'demo_gender.male.hc', 'demo_gender.other.hc'),
)
const disabledShare = percent('demo_disability.yes.hc', plus('demo_disability.yes.hc', 'demo_disability.no.hc'))
const novices = plus('sw_career_stage.ta_year1.hc', 'sw_career_stage.other_trainee.hc', 'sw_career_stage.asye.hc')
const underForty = plus(
  'demo_age.a_under25.hc',
  'demo_age.a25_29.hc',
  'demo_age.a30_34.hc',
  'demo_age.a35_39.hc',
  'demo_age.not_known.hc',
)

export const sectionH: Section = {
  code: 'h',
  title: 'Demographics',
  intro: [countYourOwn, 'We ask for totals only. Never send names, staff numbers, or dates of birth.'],
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('h', questions)],
  rules: [
    {
      code: 'H01',
      level: 'hard',
      says: '{table}: the people in the rows add up to {x}; you employ {y}. The difference is {d}. Correct the rows, or the people you employ in section B.',
      each: tables,
      holds: equal(sum('@.*.hc'), 'sw_employed.hc'),
      figures: {
        table: { kind: 'row' },
        x: said(sum('@.*.hc')),
        y: said('sw_employed.hc'),
        d: said(apart(sum('@.*.hc'), 'sw_employed.hc')),
      },
    },
    {
      code: 'H02',
      level: 'hard',
      says: '{table}: the WTE in the rows adds up to {x}; you employ {y} WTE. The difference is {d}, and at most 0.10 is allowed for rounding. Correct the rows, or the WTE in section B.',
      each: tables,
      holds: equal(sum('@.*.wte'), 'sw_employed.wte', TOLERANCE),
      figures: {
        table: { kind: 'row' },
        x: saidWte(sum('@.*.wte')),
        y: saidWte('sw_employed.wte'),
        d: saidWte(apart(sum('@.*.wte'), 'sw_employed.wte')),
      },
    },
    {
      code: 'H03',
      level: 'hard',
      says: '{row}: {wrong} (people: {hc}, WTE: {wte}). Correct one of the two. Count anyone over full time as 1.00.',
      each: tables.map((table) => `${table}.*`),
      holds: all(atMost('@.wte', '@.hc'), same(equal('@.hc', 0), equal('@.wte', 0))),
      figures: rowFigures,
    },
    {
      code: 'H04',
      level: 'soft',
      says: 'Much is not stated or not known: gender for {gender}% of people, age for {age}%, disability for {disability}%, ethnicity for {ethnicity}. We ask about more than 5% for gender or age, 40% for disability and 25% for ethnicity. Results will be shown for known staff only. Check your report, or explain.',
      holds: all(
        atMost(unknownShare.gender, 5),
        atMost(unknownShare.age, 5),
        atMost(unknownShare.disability, 40),
        implies(is('demo_eth_detail', 'detailed_16'), atMost(unknownShare.ethnicity, 25)),
        implies(is('demo_eth_detail', 'grouped_5'), atMost(unknownShare.ethnicity5, 25)),
      ),
      figures: {
        gender: said(unknownShare.gender, 1),
        age: said(unknownShare.age, 1),
        disability: said(unknownShare.disability, 1),
        ethnicity: {
          kind: 'case',
          cases: [
            {
              when: any(moreThan(unknownShare.ethnicity, 25), moreThan(unknownShare.ethnicity5, 25)),
              says: 'more than 25%',
            },
            { when: is('demo_eth_detail', 'not_collected'), says: 'everyone' },
            { when: all(), says: '25% or fewer' },
          ],
        },
      },
    },
    {
      code: 'H05',
      level: 'soft',
      says: 'Of the people whose gender is known, {p}% are female. We expect between 50% and 95%, because the workforce is largely female. Check that female and male are not the wrong way round, or explain.',
      holds: implies(atLeast('sw_employed.hc', 20), between(femaleShare, 50, 95)),
      figures: { p: said(femaleShare, 1) },
    },
    {
      code: 'H06',
      level: 'soft',
      says: 'People under 25: {young}; aged 65 or over: {old}; employed: {n}. We expect at most 15% under 25 and at most 10% aged 65 or over. Check that ages are those on 31 March 2022, or explain.',
      holds: implies(
        atLeast('sw_employed.hc', 10),
        all(
          atMost('demo_age.a_under25.hc', times('sw_employed.hc', 0.15)),
          atMost('demo_age.a65_plus.hc', times('sw_employed.hc', 0.1)),
        ),
      ),
      figures: {
        n: said('sw_employed.hc'),
        young: said('demo_age.a_under25.hc'),
        old: said('demo_age.a65_plus.hc'),
      },
    },
    {
      code: 'H07',
      level: 'soft',
      says: 'Everyone is recorded as “{c}”: {x} of the {y} people you employ. Were blanks coded as this? Put them in “not known”, or explain.',
      each: [
        ...Object.keys(knownEthnicities).map((code) => `demo_ethnicity.${code}`),
        ...Object.keys(knownEthnicities5).map((code) => `demo_ethnicity5.${code}`),
        'demo_disability.yes',
        'demo_disability.no',
      ],
      holds: implies(atLeast('sw_employed.hc', 10), lessThan('@.hc', 'sw_employed.hc')),
      figures: { c: { kind: 'row' }, x: said('@.hc'), y: said('sw_employed.hc') },
    },
    {
      code: 'H08',
      level: 'soft',
      says: 'Declared a disability: {yes}; declared that they have none: {no}. Nationally 9% of those known had one in 2019: we ask about more than 25%, and about none at all among 20 people or more. Check the figures, or explain.',
      holds: all(
        atMost(disabledShare, 25),
        not(all(atLeast('sw_employed.hc', 20), equal('demo_disability.no.hc', 'sw_employed.hc'))),
      ),
      figures: { yes: said('demo_disability.yes.hc'), no: said('demo_disability.no.hc') },
    },
    {
      code: 'H09',
      level: 'soft',
      says: 'There are more trainees and newly qualified staff ({x} in section B) than people under 40 or of unknown age ({y}). Check the ages and the roles, or explain.',
      holds: atMost(novices, underForty),
      figures: { x: said(novices), y: said(underForty) },
    },
  ],
}
