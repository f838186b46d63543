import type { Indicator, RatioIndicator } from '../../../domain/benchmarks/indicator'
import { either, type Expression } from '../../../domain/survey/expression'
import {
  ages,
  disabilities,
  ethnicities,
  ethnicities5,
  genders,
  knownEthnicities,
  knownEthnicities5,
} from '../../demographicRows'
import { onBothBases } from '../../indicators/bases'
import { but, rowsOf } from '../../indicators/figures'
import { amongAll, everybody } from '../../indicators/made'
import { ethnicGroups, minorities } from '../../indicators/ethnicGroups'

type Column = (column: string) => Expression

const told = { topic: 'Who they are', subject: 'protected', organisations: everybody, groups: amongAll } as const

const some =
  (table: string, rows: readonly string[]): Column =>
  (column) =>
    rowsOf(table, column, rows)

/** Told in the 16 categories or, where that cannot be, in the five groups. */
const inEither =
  (detailed: readonly string[], grouped: readonly string[]): Column =>
  (column) =>
    either(rowsOf('demo_ethnicity', column, detailed), rowsOf('demo_ethnicity5', column, grouped))

type Words = Pick<RatioIndicator, 'code' | 'label' | 'says'>

const share = (words: Words, part: Column, whole: Column): RatioIndicator[] =>
  onBothBases({ ...told, ...words, part, whole })

const knownAges = some('demo_age', but(ages, 'not_known'))
const aged = (code: string, label: string, ...rows: readonly string[]): RatioIndicator[] =>
  share(
    {
      code,
      label,
      says: `Of the social workers employed whose age is known, the share who are ${label.toLowerCase()}.`,
    },
    some('demo_age', rows),
    knownAges,
  )

const knownGroups = inEither(Object.keys(knownEthnicities), Object.keys(knownEthnicities5))
const allGroups = inEither(Object.keys(ethnicities), Object.keys(ethnicities5))
const ethnicShare = (code: string, label: string, groups: readonly (keyof typeof ethnicGroups)[]): RatioIndicator[] =>
  share(
    {
      code,
      label,
      says: `Of the social workers employed whose ethnicity is known, the share who are: ${label.toLowerCase()}.`,
    },
    inEither(
      groups.flatMap((group) => ethnicGroups[group]),
      groups,
    ),
    knownGroups,
  )

const known = but(disabilities, 'not_stated', 'not_known')

/** Ages, gender, ethnicity and disability of the social workers employed, of those of whom it is known (section H). */
export const characteristics: readonly Indicator[] = [
  ...share(
    {
      code: 'ind_pct_female',
      label: 'Female',
      says: 'Of the social workers employed whose gender is known, the share who are female.',
    },
    some('demo_gender', ['female']),
    some('demo_gender', but(genders, 'not_stated', 'not_known')),
  ),
  ...aged('ind_pct_50plus', 'Aged 50 or over', 'a50_54', 'a55_59', 'a60_64', 'a65_plus'),
  ...aged('ind_pct_40_49', 'Aged 40 to 49', 'a40_44', 'a45_49'),
  ...aged('ind_pct_under40', 'Aged under 40', 'a_under25', 'a25_29', 'a30_34', 'a35_39'),
  ...aged('ind_pct_55plus', 'Aged 55 or over', 'a55_59', 'a60_64', 'a65_plus'),
  ...ethnicShare('ind_pct_bame', 'Black, Asian, mixed or another minority ethnic group', minorities),
  ...ethnicShare('ind_pct_asian', 'Asian', ['asian']),
  ...ethnicShare('ind_pct_black', 'Black', ['black']),
  ...ethnicShare('ind_pct_mixed', 'Mixed', ['mixed']),
  ...ethnicShare('ind_pct_other_eth', 'Another ethnic group', ['other']),
  ...share(
    {
      code: 'ind_eth_known',
      label: 'Ethnicity known',
      says: 'Of the social workers employed, the share whose ethnicity is known.',
    },
    knownGroups,
    allGroups,
  ),
  ...share(
    {
      code: 'ind_pct_disabled',
      label: 'Disabled',
      says: 'Of the social workers employed of whom it is known, the share who have declared a disability.',
    },
    some('demo_disability', ['yes']),
    some('demo_disability', known),
  ),
  ...share(
    {
      code: 'ind_dis_known',
      label: 'Disability known',
      says: 'Of the social workers employed, the share of whom it is known whether they have a disability.',
    },
    some('demo_disability', known),
    some('demo_disability', Object.keys(disabilities)),
  ),
]
