import type { FoundCollection } from '../../db/collections'
import type { FoundRelease } from '../../db/releases'
import { indicatorsOn } from '../../domain/benchmarks/basis'
import { momentInWords } from '../../domain/collections/calendar'
import type { Link, Page } from '../chrome'
import { topicsShown } from '../topics'
import { offered, type Asked } from './asked'
import { indicatorPart, type IndicatorPart } from './indicatorPart'
import { makingPart, type MakingPart } from './makingPart'
import { methodsPart, type MethodsPart } from './methodsPart'
import { besideLines, publishedLine, type BesideLine, type PublishedLine } from './publishedPart'
import type { Released } from './released'
import { releaseLines, releaseName, type ReleaseLine } from './releaseLines'
import { tallyPart, type TallyPart } from './tallyPart'

/** The network's results of a collection: its releases, and what the chosen one says. */
export interface FiguresPage extends Page {
  readonly says: readonly string[]
  readonly making: MakingPart
  readonly releases: readonly ReleaseLine[]
  readonly links: readonly Link[]
  readonly results: Results | undefined
}

interface Results {
  readonly title: string
  readonly about: string
  readonly hash: string
  readonly number: string
  readonly by: string
  readonly basis: string
  readonly topic: string
  readonly offered: typeof offered & { readonly topics: readonly { readonly value: string; readonly text: string }[] }
  /** What was asked for and is not there. */
  readonly says: readonly string[]
  readonly methods: MethodsPart
  readonly topics: readonly { readonly id: string; readonly title: string; readonly parts: readonly IndicatorPart[] }[]
  readonly tallies: readonly TallyPart[]
  /** Figures of this release as shares of others', and what others have published. */
  readonly besides: readonly BesideLine[]
  readonly published: readonly PublishedLine[]
}

export interface FiguresSeen {
  readonly collection: FoundCollection
  readonly asked: Asked
  readonly releases: readonly FoundRelease[]
  readonly standing: number
  readonly released: Released | undefined
}

/** A collection's indicators by type or region, from one release; before the first, how to make it. */
export function figuresPage(seen: FiguresSeen): FiguresPage {
  const { collection, asked, releases, standing, released } = seen
  const path = `/network/collections/${collection.code}`
  return {
    title: 'Figures',
    caption: collection.title,
    breadcrumbs: [{ text: 'Responses', href: path }, { text: 'Figures' }],
    says: asked.says,
    making: makingPart(collection, standing),
    releases: releaseLines(path, releases, released?.release.number),
    links: [
      ...(released
        ? [
            {
              text: 'Download these figures (CSV)',
              href: `${path}/exports/figures.csv?release=${released.release.number}`,
            },
          ]
        : []),
      { text: 'Over time', href: `${path}/trends` },
      { text: 'What is asked, beside other collections', href: `${path}/comparison` },
    ],
    results: released && resultsOf(released, asked),
  }
}

function resultsOf(released: Released, { by, basis, topic }: Asked): Results {
  const { release, definition } = released
  const indicators = indicatorsOn(basis, definition.indicators)
  const partsOf = (title: string) =>
    indicators.filter((each) => each.topic === title).flatMap((each) => indicatorPart(each, by, released) ?? [])
  const all = [...new Set(indicators.map((each) => each.topic))].map((title) => ({ title, parts: partsOf(title) }))
  const tallies = definition.tallies.flatMap((tally) => tallyPart(tally, by, released) ?? [])
  const topics = topicsShown(
    all.filter(({ parts }) => parts.length > 0),
    topic,
  )
  const isWhole = topics.chosen === ''
  return {
    title: releaseName(release),
    about: `Made at ${momentInWords(release.decidedAt)}.`,
    hash: release.hash,
    number: String(release.number),
    by,
    basis,
    topic: topics.chosen,
    offered: { ...offered, topics: topics.offered },
    says: topics.says,
    methods: methodsPart(released),
    topics: topics.shown,
    tallies: isWhole ? tallies : [],
    besides: isWhole ? besideLines(released) : [],
    published: isWhole ? release.methods.published.map(publishedLine) : [],
  }
}
