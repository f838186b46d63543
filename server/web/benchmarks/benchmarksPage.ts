import type { OwnReturn } from '../../db/foundReturn'
import { indicatorsOn } from '../../domain/benchmarks/basis'
import { manyInWords } from '../../domain/benchmarks/groupInWords'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { momentInWords } from '../../domain/collections/calendar'
import type { Page } from '../chrome'
import { topicsShown } from '../topics'
import { choicesOffered, kindsIn, type Choice } from './choice'
import { indicatorPart, type IndicatorPart } from './indicatorPart'
import { releaseState } from './releaseWords'
import type { Released, Seen } from './seen'
import { tileOf, type Tile } from './tileOf'

type Offered = ReturnType<typeof choicesOffered>

/** An employer's own figures beside those of its peers. */
export interface BenchmarksPage extends Page {
  readonly lead: readonly string[]
  readonly says: readonly string[]
  readonly group: string
  readonly basis: string
  readonly topic: string
  readonly offered: Offered & { readonly topics: readonly { readonly value: string; readonly text: string }[] }
  readonly tiles: readonly Tile[]
  readonly topics: readonly Topic[]
  readonly csv: string
  readonly tasks: string
  readonly mend: string
}

interface Topic {
  readonly id: string
  readonly title: string
  readonly parts: readonly IndicatorPart[]
}

/** An employer's own figures beside those of the groups it is among, from one release, by topic. */
export function benchmarksPage(found: OwnReturn, release: Released, choice: Choice, seen: Seen): BenchmarksPage {
  const at = `/returns/${found.id}`
  const indicators = shownTo(seen, choice)
  const parts = new Map(indicators.map((each) => [each.code, indicatorPart(each, choice.group, seen)]))
  const titles = [...new Set(indicators.map(({ topic }) => topic))].map((title) => ({ title }))
  const topics = topicsShown(titles, choice.topic)
  const partsOf = (some: readonly Indicator[]) => some.flatMap(({ code }) => parts.get(code) ?? [])
  return {
    title: 'Benchmarks',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    state: [releaseState(release)],
    lead: leadOf(found, release, seen),
    says: [...choice.says, ...topics.says],
    group: choice.group,
    basis: choice.basis,
    topic: topics.chosen,
    offered: { ...choicesOffered(kindsIn(seen.groups)), topics: topics.offered },
    tiles: topics.chosen === '' ? partsOf(indicators.filter(({ headline }) => headline)).map(tileOf) : [],
    topics: topics.shown.map((topic) => ({
      ...topic,
      parts: partsOf(indicators.filter((each) => each.topic === topic.title)),
    })),
    csv: `${at}/benchmarks.csv`,
    tasks: at,
    mend: `${at}/reopening-requests`,
  }
}

/** The indicators that are for organisations of its type, on the chosen basis. */
const shownTo = ({ definition, sheet }: Seen, { basis }: Choice): Indicator[] =>
  indicatorsOn(basis, definition.indicators).filter(({ organisations }) =>
    organisations.includes(sheet.register.organisation.type),
  )

function leadOf(found: OwnReturn, release: Released, { sheet }: Seen): string[] {
  const those = manyInWords(sheet.register.organisation.type)
  return [
    `Your figures beside those of other ${those}. They are from release ${release.number}, made at ${momentInWords(release.decidedAt)} from the returns submitted by then. Yours was submitted at ${momentInWords(release.submittedAt)}.`,
    ...(release.kind === 'provisional'
      ? ['These figures are provisional: returns are still coming in, and the final release may differ.']
      : []),
    ...(release.isOvertaken ? ['You have submitted again since. The next release takes that in.'] : []),
    ...(found.status === 'nil'
      ? [
          'Your return says that you have no mental health social workers: you count with 0 in rates per population, and have no shares of your own.',
        ]
      : []),
  ]
}
