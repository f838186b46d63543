import type { Tally } from '../../domain/benchmarks/indicator'
import { cell, either } from '../../domain/survey/expression'
import { ages, disabilities, ethnicities5, genders, knownEthnicities5 } from '../demographicRows'
import { ethnicGroups, minorities } from '../indicators/ethnicGroups'
import { but, rowsOf } from '../indicators/figures'
import { everybody, trusts } from '../indicators/made'
import { peopleIn, tally } from '../indicators/tallied'
import { bands } from './indicators/pay'

const told = { subject: 'protected', organisations: everybody } as const

const isGroup = (row: string): row is keyof typeof ethnicGroups => Object.hasOwn(ethnicGroups, row)

/** Told in the 16 categories or in the five groups; those who did not say, and of whom it is not known, in both alike. */
const inEthnicGroup = (row: string) =>
  either(
    isGroup(row) ? rowsOf('demo_ethnicity', 'hc', ethnicGroups[row]) : cell(`demo_ethnicity.${row}.hc`),
    cell(`demo_ethnicity5.${row}.hc`),
  )

const knownDisability = but(disabilities, 'not_stated', 'not_known')

/** The tables of people that are published. */
export const tallies: readonly Tally[] = [
  tally({
    ...told,
    code: 'demo_gender',
    label: 'Gender',
    rows: genders,
    people: peopleIn('demo_gender'),
    known: but(genders, 'not_stated', 'not_known'),
    shares: { ind_pct_female: ['female'] },
  }),
  tally({
    ...told,
    code: 'demo_age',
    label: 'Age',
    rows: ages,
    people: peopleIn('demo_age'),
    known: but(ages, 'not_known'),
    shares: {
      ind_pct_50plus: ['a50_54', 'a55_59', 'a60_64', 'a65_plus'],
      ind_pct_40_49: ['a40_44', 'a45_49'],
      ind_pct_under40: ['a_under25', 'a25_29', 'a30_34', 'a35_39'],
      ind_pct_55plus: ['a55_59', 'a60_64', 'a65_plus'],
    },
  }),
  tally({
    ...told,
    code: 'demo_ethnicity',
    label: 'Ethnicity',
    rows: ethnicities5,
    people: inEthnicGroup,
    known: Object.keys(knownEthnicities5),
    shares: {
      ind_pct_bame: minorities,
      ind_pct_asian: ['asian'],
      ind_pct_black: ['black'],
      ind_pct_mixed: ['mixed'],
      ind_pct_other_eth: ['other'],
      ind_eth_known: Object.keys(knownEthnicities5),
    },
    ofAll: ['ind_eth_known'],
  }),
  tally({
    ...told,
    code: 'demo_disability',
    label: 'Disability',
    rows: disabilities,
    people: peopleIn('demo_disability'),
    known: knownDisability,
    shares: { ind_pct_disabled: ['yes'], ind_dis_known: knownDisability },
    ofAll: ['ind_dis_known'],
  }),
  tally({
    code: 'pay_afc',
    label: 'Agenda for Change band',
    subject: 'workforce',
    organisations: trusts,
    rows: { ...bands, non_afc: 'Not on Agenda for Change', not_known: 'Not known' },
    people: peopleIn('pay_afc'),
    known: Object.keys(bands),
    shares: {
      ...Object.fromEntries(Object.keys(bands).map((row) => [`ind_band_profile_${row}`, [row]])),
      ind_band_6_7: ['b6', 'b7'],
      ind_band_8a_8d: ['b8a', 'b8b', 'b8c', 'b8d'],
    },
  }),
]
