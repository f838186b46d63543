import type { FoundCollection } from '../../db/collections'
import type { CountedReturns, WorklistRow } from '../../db/worklist'
import {
  cutoffInWords,
  daysBetween,
  lastDay,
  londonDay,
  momentInWords,
  timeLeft,
} from '../../domain/collections/calendar'
import { responseRate } from '../../domain/chasing/responses'
import type { Page } from '../chrome'
import { addressOf, type Asked } from './asked'
import { filtersOf, headingsOf, narrowOf, type Filter, type Heading, type Narrow } from './listControls'
import { listedReturn, type ListedReturn } from './listedReturn'
import { responseTables, type RateTable } from './responseTables'

export const PAGE = 50

export interface CollectionPage extends Page {
  readonly standing: readonly { readonly says: string; readonly figure: string }[]
  readonly others: readonly { readonly text: string; readonly href: string }[]
  readonly rates: readonly RateTable[]
  readonly filters: readonly Filter[]
  readonly narrow: Narrow
  readonly headings: readonly Heading[]
  readonly rows: readonly ListedReturn[]
  readonly found: string
  readonly csv: string
  readonly pagination: { readonly previous?: { readonly href: string }; readonly next?: { readonly href: string } }
  /** Said where the list is empty. */
  readonly empty: string | undefined
  readonly clear: string
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

export interface CollectionSeen {
  readonly collection: FoundCollection
  readonly others: readonly FoundCollection[]
  readonly asked: Asked
  /** Whether who looks may take the answers out. */
  readonly mayExport: boolean
  /** Of the whole collection. */
  readonly counted: readonly CountedReturns[]
  /** Of what the list is narrowed to, whatever the state. */
  readonly narrowed: readonly CountedReturns[]
  readonly rows: readonly WorklistRow[]
  readonly sections: readonly string[]
}

/** A collection as the network sees it: who has answered, and the list of those asked. */
export function collectionPage(seen: CollectionSeen): CollectionPage {
  const { collection, others, asked, counted, narrowed, rows, sections } = seen
  const path = `/network/collections/${collection.code}`
  const to = (changed: Readonly<Record<string, string>>) => addressOf(path, asked, changed)
  const of = howMany(narrowed, asked)
  return {
    title: collection.title,
    wide: true,
    state: [
      { kind: timeLeft(collection.cutoffAt, collection.now) ? 'plain' : 'locked', text: closingWords(collection) },
    ],
    problems: asked.problems,
    standing: standingOf(collection, counted),
    others: others.map(({ title, code }) => ({ text: title, href: `/network/collections/${code}` })),
    rates: responseTables(counted, (narrowing) => addressOf(path, { ...asked, narrowing: {} }, narrowing)),
    filters: filtersOf(narrowed, asked, to),
    narrow: narrowOf(asked),
    headings: headingsOf(asked, to),
    rows: rows.map((row) => listedReturn(row, sections)),
    found: foundWords(of, asked.page),
    csv: addressOf(`${path}.csv`, asked, {}),
    pagination: {
      ...(asked.page > 1 ? { previous: { href: to({ page: asked.page > 2 ? String(asked.page - 1) : '' }) } } : {}),
      ...(asked.page * PAGE < of ? { next: { href: to({ page: String(asked.page + 1) }) } } : {}),
    },
    empty: emptyWords(rows, counted),
    clear: path,
    links: [
      { text: 'What is asked: the dictionary', href: `${path}/dictionary` },
      ...(seen.mayExport ? [{ text: 'Take the answers out', href: `${path}/exports` }] : []),
    ],
  }
}

const howMany = (narrowed: readonly CountedReturns[], { narrowing: { status } }: Asked): number =>
  total(narrowed.filter((each) => status === undefined || each.status === status))

const total = (counted: readonly CountedReturns[]): number => counted.reduce((sum, { count }) => sum + count, 0)

const grouped = (figure: number): string => figure.toLocaleString('en-GB')

/** "Closes 11:59pm on Monday 10 February 2020, in 14 days". */
export function closingWords({ opensAt, cutoffAt, now }: FoundCollection): string {
  if (now < opensAt) return `Opens at ${momentInWords(opensAt)}`
  const left = timeLeft(cutoffAt, now)
  return left === undefined ? `Closed at ${cutoffInWords(cutoffAt)}` : `Closes ${cutoffInWords(cutoffAt)}, ${left}`
}

function standingOf(collection: FoundCollection, counted: readonly CountedReturns[]) {
  const { responses, frame, percent } = responseRate(counted)
  const at = (...wanted: string[]) => grouped(total(counted.filter(({ status }) => wanted.includes(status))))
  const share = percent === undefined ? '' : ` (${percent}%)`
  return [
    { figure: grouped(responses), says: `responses of ${grouped(frame)}${share}` },
    { figure: at('not_started'), says: 'not started' },
    { figure: at('in_progress', 'reopened'), says: 'being filled in' },
    { figure: at('awaiting_signature'), says: 'waiting for signature' },
    ...dayOf(collection),
  ]
}

/** Which day of how many, while it is open. */
function dayOf({ opensAt, cutoffAt, now }: FoundCollection) {
  if (now < opensAt || now >= cutoffAt) return []
  const day = daysBetween(londonDay(opensAt), londonDay(now)) + 1
  return [{ figure: `Day ${day}`, says: `of ${daysBetween(londonDay(opensAt), lastDay(cutoffAt)) + 1}` }]
}

function foundWords(of: number, page: number): string {
  const [first, last] = [(page - 1) * PAGE + 1, Math.min(page * PAGE, of)]
  if (of === 0) return 'No organisations'
  const all = `${grouped(of)} ${of === 1 ? 'organisation' : 'organisations'}`
  return of <= PAGE && page === 1 ? all : `${grouped(first)} to ${grouped(last)} of ${all}`
}

function emptyWords(rows: readonly WorklistRow[], counted: readonly CountedReturns[]): string | undefined {
  if (rows.length > 0) return undefined
  return counted.length === 0
    ? 'Nobody has been asked for a return yet. An administrator asks organisations under Administration.'
    : 'No organisation is all of this. Show all of them, or search for something shorter.'
}
