import type { FoundCollection } from '../../db/collections'
import type { ExtendableNarrowing, ExtendableReturn, ListedOpening } from '../../db/openingsList'
import {
  cutoffInWords,
  endOfDay,
  lastDay,
  londonDay,
  hourAndMinute,
  momentInWords,
} from '../../domain/collections/calendar'
import type { OpeningKind } from '../../domain/collections/opening'
import { sectionsInWords } from '../../domain/returns/eventWords'
import { chooserOf, type Chooser, type ChooserTyped } from './chooser'
import type { Page } from '../chrome'
import { counted } from '../../domain/reading/counted'

/** All extensions and reopenings of a collection, to read and to print; and the form that gives many more time. */
export interface ListPage extends Page {
  readonly summary: string
  readonly openings: readonly OpeningLine[]
  readonly csv: string
  readonly requests: string
  /** Of administrators only. */
  readonly chooser: Chooser | undefined
}

interface OpeningLine {
  readonly organisation: string
  readonly href: string
  readonly kind: string
  readonly sections: string
  readonly until: string
  readonly reason: string
  readonly askedBy: string
  readonly grantedBy: string
  readonly decided: string
}

interface Seen {
  readonly collection: FoundCollection
  readonly openings: readonly ListedOpening[]
  /** Undefined for those who may only read. */
  readonly offered: readonly ExtendableReturn[] | undefined
  readonly narrowing: ExtendableNarrowing
}

/** Extensions and reopenings of a collection. */
export function listPage({ collection, openings, offered, narrowing }: Seen, sent?: ChooserTyped): ListPage {
  const path = `/network/collections/${collection.code}`
  return {
    title: 'Extensions and reopenings',
    caption: collection.title,
    wide: true,
    breadcrumbs: [{ text: 'Responses', href: path }, { text: 'Extensions and reopenings' }],
    problems: (sent?.problems ?? []).map(({ address, says }) => ({ text: says, href: `#${address}` })),
    summary: summaryOf(openings, collection),
    openings: openings.map(lineOf),
    csv: `${path}/openings.csv`,
    requests: `${path}/requests`,
    chooser: offered && chooserOf({ collection, offered, narrowing }, sent),
  }
}

function summaryOf(openings: readonly ListedOpening[], { cutoffAt, now }: FoundCollection): string {
  const running = openings.filter(({ untilAt }) => untilAt > now).length
  const closes = `Everybody else ${now < cutoffAt ? 'has' : 'had'} until ${cutoffInWords(cutoffAt)}.`
  if (openings.length === 0) return `No return has been given more time, and none has been reopened. ${closes}`
  const many = counted(openings.length, 'extension or reopening', 'extensions and reopenings')
  return `${many}, ${running} of them running. ${closes}`
}

const kinds = { extension: 'More time', reopening: 'Reopened' } as const satisfies Record<OpeningKind, string>

const lineOf = (opening: ListedOpening): OpeningLine => ({
  organisation: opening.organisation,
  href: `/network/returns/${opening.returnId}`,
  kind: kinds[opening.kind],
  sections: sectionsInWords(opening.sections),
  until: cutoffInWords(opening.untilAt),
  reason: opening.reason,
  askedBy: opening.askedBy ?? '-',
  grantedBy: opening.grantedBy,
  decided: momentInWords(opening.decidedAt),
})

export const headings = [
  'Organisation',
  'Code',
  'Kind',
  'Sections',
  'Until and including',
  'Reason',
  'Asked by',
  'Granted by',
  'Decided',
] as const

/** The same, as a row of a file: its moments are written 2020-01-24 14:02, its last day 2020-02-14. */
export const fileRow = (opening: ListedOpening): string[] => [
  opening.organisation,
  opening.code,
  kinds[opening.kind],
  sectionsInWords(opening.sections),
  lastDay(opening.untilAt),
  opening.reason,
  opening.askedBy ?? '',
  opening.grantedBy,
  `${londonDay(opening.decidedAt)} ${hourAndMinute(opening.decidedAt)}`,
]

/** "until 11:59pm on Friday 14 February 2020" */
export const untilWords = (untilDay: string): string => `until ${cutoffInWords(endOfDay(untilDay))}`
