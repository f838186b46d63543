import type { Indicator, Tally } from '../benchmarks/indicator'
import { addressesIn } from './addresses'
import type { Address } from './cells'
import type { SurveyDefinition } from './definition'

interface Use {
  readonly by: string
  readonly uses: readonly Address[]
}

/** Every address that what is compared reads. */
export const indicatorUses = ({ indicators, tallies, peers }: SurveyDefinition): Use[] => [
  ...indicators.map((indicator) => ({ by: `indicator ${indicator.code}`, uses: readBy(indicator) })),
  ...tallies.map(({ code, rows }) => ({
    by: `tally ${code}`,
    uses: rows.flatMap(({ people }) => addressesIn(people)),
  })),
  {
    by: 'the list of peers',
    uses: [...Object.values(peers?.model ?? {}), peers?.services].flatMap((told) => told?.address ?? []),
  },
]

/** What an indicator reads, in the order in which it is told: what to mend where its figure is missing. */
export function readBy(indicator: Indicator): Address[] {
  const when = indicator.when ? addressesIn(indicator.when) : []
  switch (indicator.compares) {
    case 'ratio': {
      const people = [indicator.people, indicator.peopleBelow].flatMap((each) => (each ? addressesIn(each) : []))
      return [...when, ...addressesIn(indicator.numerator), ...addressesIn(indicator.denominator), ...people]
    }
    case 'organisations':
      return [...when, ...addressesIn(indicator.counted), ...addressesIn(indicator.among)]
    case 'amount':
      return [...when, ...addressesIn(indicator.amount)]
    case 'quality':
      return [...when, ...(indicator.confidence?.cells ?? [])]
  }
}

/** Indicators and tallies that are there twice, name what is nowhere, or are compared where they may not be. */
export const indicatorFaults = (definition: SurveyDefinition): string[] => [
  ...repeated(definition),
  ...definition.indicators.flatMap((indicator) => faultsOf(indicator, definition)),
  ...definition.tallies.flatMap((tally) => faultsOfTally(tally, definition)),
]

function repeated({ indicators, tallies }: SurveyDefinition): string[] {
  const named = [
    ...indicators.map(({ code }) => `indicator '${code}'`),
    ...tallies.map(({ code }) => `tally '${code}'`),
    ...tallies.flatMap(({ code, rows }) => rows.map((row) => `row '${row.code}' of tally ${code}`)),
  ]
  return named.filter((each, at) => named.indexOf(each) !== at).map((each) => `two of them are ${each}`)
}

function faultsOf(indicator: Indicator, { indicators }: SurveyDefinition): string[] {
  const { code, otherBasis, organisations, groups, scale } = indicator
  const other = otherBasis === undefined ? undefined : indicators.find((each) => each.code === otherBasis)
  return [
    ...(otherBasis !== undefined && other?.otherBasis !== code
      ? [`indicator ${code} has its other basis in '${otherBasis}', which does not lead back`]
      : []),
    ...(organisations.length === 0 ? [`indicator ${code} is of no organisations`] : []),
    ...(scale === 'per_100k' && groups.includes('all')
      ? [`indicator ${code} is per head of population: organisations of all types together have no such rate`]
      : []),
    ...(scale === 'pounds' && indicator.compares !== 'amount' ? [`indicator ${code} is in pounds, but no amount`] : []),
  ]
}

function faultsOfTally({ code, rows, shares, sharesOver = {} }: Tally, { indicators }: SurveyDefinition): string[] {
  const known = new Set(rows.map((row) => row.code))
  const unknownRows = [...Object.values(shares), ...Object.values(sharesOver)].flat().filter((row) => !known.has(row))
  const unknownShares = Object.keys(shares).filter((share) => !indicators.some((each) => each.code === share))
  return [
    ...unknownRows.map((row) => `tally ${code} has no row '${row}'`),
    ...unknownShares.map((share) => `tally ${code} names the indicator '${share}', which is nowhere`),
  ]
}
