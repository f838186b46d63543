import type { FoundCollection } from '../../db/collections'
import { indicatorsOn } from '../../domain/benchmarks/basis'
import { organisationTypes } from '../../domain/organisations/types'
import type { Link, Page } from '../chrome'
import { publishedLine, type PublishedLine } from './publishedPart'
import type { Series } from './read'
import { trendPart, type TrendPart } from './trendPart'

/** What the collections of one survey say over time. */
export interface TrendsPage extends Page {
  readonly empty: string | undefined
  /** Where a release is wanting: the figures of the collections that have none. */
  readonly wanting: readonly Link[]
  readonly says: readonly string[]
  readonly group: string
  readonly groups: readonly { readonly value: string; readonly text: string }[]
  readonly parts: readonly TrendPart[]
  /** What was printed of them elsewhere, set apart. */
  readonly published: readonly { readonly title: string; readonly figures: readonly PublishedLine[] }[]
}

const groups = [
  ...Object.entries(organisationTypes).map(([type, { many }]) => ({ value: `type:${type}`, text: many })),
  { value: 'all', text: 'All organisations together' },
]

interface Asked {
  readonly group: string
  readonly says: readonly string[]
}

/** One of the groups there are, and nothing else. */
export function groupAsked(given: unknown): Asked {
  const known = groups.find(({ value }) => value === given)
  if (known) return { group: known.value, says: [] }
  const says = given === undefined ? [] : ['There is no such group. NHS trusts are shown.']
  return { group: 'type:nhs_trust', says }
}

/** Indicators over collections. What is not comparable is never joined by a line. */
export function trendsPage(
  collection: FoundCollection,
  { group, says }: Asked,
  { released, unreleased }: Series,
): TrendsPage {
  const path = `/network/collections/${collection.code}`
  const latest = released.at(-1)
  const indicators = latest ? indicatorsOn('wte', latest.definition.indicators) : []
  const parts = indicators.flatMap((indicator) => trendPart(indicator, group, released) ?? [])
  return {
    title: 'Over time',
    caption: collection.title,
    breadcrumbs: [
      { text: 'Responses', href: path },
      { text: 'Figures', href: `${path}/figures` },
      { text: 'Over time' },
    ],
    empty: emptyWords(released.length, parts.length),
    wanting: unreleased.map(({ code, title }) => ({
      text: `Make a release of “${title}”`,
      href: `/network/collections/${code}/figures`,
    })),
    says,
    group,
    groups,
    parts,
    published: released.flatMap(({ definition: { title }, release: { methods } }) =>
      methods.published.length === 0 ? [] : [{ title, figures: methods.published.map(publishedLine) }],
    ),
  }
}

function emptyWords(releases: number, parts: number): string | undefined {
  if (releases < 2) {
    return 'A trend needs two collections of the same survey with a release each. There are not two yet.'
  }
  return parts === 0 ? 'No figure is told of this group in two collections.' : undefined
}
