import type { ListedAt } from '../../db/chasingFacts'
import type { FoundCollection } from '../../db/collections'
import type { WorklistRow } from '../../db/worklist'
import type { CountedReturns, ViewCounts } from '../../db/worklistCounts'
import { responseRate } from '../../domain/chasing/responses'
import {
  cutoffInWords,
  daysBetween,
  lastDay,
  londonDay,
  momentInWords,
  timeLeft,
} from '../../domain/collections/calendar'
import type { Link, Page } from '../chrome'
import { addressOf, type Asked, type Colleague } from './asked'
import { curvePart, type CurvePart, type CurveSeen } from './curvePart'
import { emptyWords, foundWords } from './foundWords'
import { headingsOf, narrowOf, viewLinks, type Filter, type Heading, type Narrow, type To } from './listControls'
import { listedReturn, type ListedReturn } from './listedReturn'
import { countingWords, responseTables, type RateTable } from './responseTables'
import { counted } from '../../domain/reading/counted'

export const PAGE = 50

/** The part of the page that an address may lead to. */
const LIST = '#list'

export interface CollectionPage extends Page {
  readonly standing: readonly { readonly says: string; readonly figure: string }[]
  readonly others: readonly Link[]
  /** What to do first, with how many. */
  readonly first: readonly Link[]
  readonly curve: CurvePart | undefined
  readonly rates: readonly RateTable[]
  /** How those are counted that have not simply answered or not. */
  readonly counting: string
  readonly views: readonly Filter[]
  readonly narrow: Narrow
  readonly headings: readonly Heading[]
  /** Each with whether who looks may take it on. */
  readonly rows: readonly (ListedReturn & { readonly isFree: boolean })[]
  /** This list, to come back to it. */
  readonly here: string
  readonly found: string
  readonly csv: string
  /** Where a letter to these is written; undefined for whoever writes none. */
  readonly write: string | undefined
  readonly pagination: { readonly previous?: { readonly href: string }; readonly next?: { readonly href: string } }
  /** Said where the list is empty. */
  readonly empty: string | undefined
  readonly clear: string
  readonly links: readonly Link[]
}

export interface CollectionSeen {
  readonly collection: FoundCollection
  /** Requests for more time that nobody has answered. */
  readonly waiting: number
  /** Answers to questions about figures that nobody has read. */
  readonly answered: number
  readonly others: readonly FoundCollection[]
  readonly asked: Asked
  readonly at: ListedAt
  readonly colleagues: readonly Colleague[]
  /** What whoever looks may do besides reading. */
  readonly may: { readonly export: boolean; readonly takeOn: boolean }
  /** Of the whole collection. */
  readonly counted: readonly CountedReturns[]
  readonly viewed: ViewCounts
  /** How many the list has, on all its pages. */
  readonly listed: number
  readonly rows: readonly WorklistRow[]
  readonly curve: Omit<CurveSeen, 'collection' | 'asked'>
  /** The codes of the sections employers fill in. */
  readonly sections: readonly string[]
}

/** A collection as the network sees it: who has answered, and the list of those asked. */
export function collectionPage(seen: CollectionSeen): CollectionPage {
  const { collection, asked, counted, rows, viewed, listed: of } = seen
  const path = `/network/collections/${collection.code}`
  const to = (changed: Readonly<Record<string, string>>) => `${addressOf(path, asked, changed)}${LIST}`
  const bare: Asked = { ...asked, narrowing: {}, owner: '', by: 'name', descending: false }
  const { frame } = responseRate(counted)
  return {
    title: collection.title,
    wide: true,
    state: [
      { kind: timeLeft(collection.cutoffAt, collection.now) ? 'plain' : 'locked', text: closingWords(collection) },
    ],
    problems: asked.problems,
    standing: standingOf(collection, counted),
    others: seen.others.map(({ title, code }) => ({ text: title, href: `/network/collections/${code}` })),
    first: isBare(asked) ? firstLinks(viewed, asked, to) : [],
    curve: curvePart({ ...seen.curve, collection, asked: frame }),
    rates: responseTables(counted, (narrowing) => `${addressOf(path, bare, narrowing)}${LIST}`),
    counting: counted.length === 0 ? '' : countingWords(counted).join(' '),
    views: viewLinks(viewed, asked, to),
    narrow: narrowOf(asked, seen.colleagues),
    headings: headingsOf(asked, to),
    rows: rows.map((row) => {
      const listed = listedReturn(row, seen)
      return { ...listed, isFree: listed.owner === '' && seen.may.takeOn }
    }),
    here: to(asked.page > 1 ? { page: String(asked.page) } : {}),
    found: foundWords(of, asked.page, PAGE),
    csv: addressOf(`${path}.csv`, asked, {}),
    write: maySend(seen) ? addressOf(`${path}/chase`, asked, { sort: '' }) : undefined,
    pagination: {
      ...(asked.page > 1 ? { previous: { href: to({ page: asked.page > 2 ? String(asked.page - 1) : '' }) } } : {}),
      ...(asked.page * PAGE < of ? { next: { href: to({ page: String(asked.page + 1) }) } } : {}),
    },
    empty: emptyOf(seen),
    clear: `${path}${LIST}`,
    links: [
      { text: `Requests for more time: ${grouped(seen.waiting)} waiting`, href: `${path}/requests` },
      { text: 'Extensions and reopenings', href: `${path}/openings` },
      { text: 'Reminders', href: `${path}/reminders` },
      { text: 'Write to many', href: `${path}/chase` },
      { text: `Questions about figures${answeredWords(seen)}`, href: `${path}/queries` },
      { text: 'Checks', href: `${path}/checks` },
      { text: 'Pairs of partners', href: `${path}/pairs` },
      { text: 'What is asked: the dictionary', href: `${path}/dictionary` },
      ...(seen.may.export
        ? [
            { text: 'Figures', href: `${path}/figures` },
            { text: 'Take the answers out', href: `${path}/exports` },
          ]
        : []),
    ],
  }
}

const emptyOf = ({ rows, asked, counted: all }: CollectionSeen): string | undefined =>
  rows.length > 0 ? undefined : emptyWords(asked.narrowing, all.length > 0)

/** Who is only to answer a question has sent the return in: no letter to many goes to them. */
const maySend = ({ may, asked }: CollectionSeen): boolean => may.takeOn && asked.narrowing.view !== 'queried'

const answeredWords = ({ answered }: Pick<CollectionSeen, 'answered'>): string =>
  answered === 0 ? '' : `: ${counted(answered, 'answer')} to read`

const isBare = ({ narrowing, page }: Asked): boolean => Object.keys(narrowing).length === 0 && page === 1

/** What helps most, where there is any of it. */
function firstLinks(viewed: ViewCounts, asked: Asked, to: To): Link[] {
  const wanted = ['Ring first', 'Promise passed', 'Promised today', 'Contact bouncing', 'Question unanswered', 'Mine']
  const councils = viewed.ringByType.local_authority ?? 0
  const links = viewLinks(viewed, asked, to).map((link) => ({ ...link, text: `${link.text}: ${link.count}` }))
  return [
    ...links.filter(({ text }) => text.startsWith('Ring first')),
    { text: `Councils to ring first: ${grouped(councils)}`, href: to({ view: 'ring', type: 'local_authority' }) },
    ...links.filter(({ text }) => wanted.slice(1).some((name) => text.startsWith(name))),
  ].filter(({ text }) => !text.endsWith(': 0'))
}

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
