import type { FoundCollection } from '../../db/collections'
import type { GrantedPermit } from '../../db/correctionPermits'
import type { ListedQuery, WantedQueries } from '../../db/listedQueries'
import {
  cutoffInWords,
  dayInWords,
  endOfDay,
  londonDay,
  londonInstant,
  momentInWords,
} from '../../domain/collections/calendar'
import { questionRemindersInWords } from '../../domain/chasing/questionReminders'
import { checkNames, isCheckCode } from '../../domain/checks/found'
import { endings, isQueryState, queryStates, type QueryState } from '../../domain/queries/query'
import { labelAt } from '../../domain/reading/labels'
import { definitionOf } from '../../surveys'
import type { Link, Page } from '../chrome'
import { pagesOf, type Pages } from '../paging'
import type { PermitForm } from './permitForm'
import { counted } from '../../domain/reading/counted'

/** How many questions a page shows. */
export const PAGE = 50

/** The questions about figures of a collection, for the network. */
export interface QueryListPage extends Page {
  readonly filters: readonly {
    readonly text: string
    readonly href: string
    readonly count: string
    readonly current: boolean
  }[]
  readonly narrow: {
    readonly q: string
    readonly state: string
    readonly rules: readonly { readonly value: string; readonly text: string }[]
    readonly rule: string
  }
  readonly lines: readonly QueryListLine[]
  readonly found: string
  readonly csv: string
  readonly pages: Pages
  readonly links: readonly Link[]
  readonly permit: string
  /** When those who do not answer are reminded. */
  readonly reminding: string
  readonly permitForm: PermitForm | undefined
}

interface QueryListLine {
  readonly organisation: Link
  readonly figure: Link
  readonly question: string
  readonly state: string
  readonly since: string
}

export interface AskedList extends WantedQueries {
  readonly page: number
}

const states = Object.keys(queryStates).filter(isQueryState)

/** What a check is called where somebody chooses among them. */
export const checkName = (rule: string): string => (isCheckCode(rule) ? checkNames[rule] : rule)

/** What an address of the list asks for; what cannot be read is not asked. */
export function askedList(query: Readonly<Record<string, unknown>>, page: number): AskedList {
  const text = (name: string): string => {
    const sent = query[name]
    return typeof sent === 'string' ? sent.trim().slice(0, 100) : ''
  }
  const state = text('state')
  return {
    state: isQueryState(state) ? state : undefined,
    rule: text('rule') === '' ? undefined : text('rule'),
    q: text('q'),
    page,
  }
}

interface Seen {
  readonly collection: FoundCollection
  readonly asked: AskedList
  readonly counts: readonly { readonly state: QueryState; readonly count: number }[]
  readonly rules: readonly string[]
  readonly queries: readonly ListedQuery[]
  readonly of: number
  readonly permit: GrantedPermit | undefined
  readonly permitForm: PermitForm | undefined
}

/** Every question of a collection, as the network sees them. */
export function queryListPage(seen: Seen): QueryListPage {
  const { collection, asked, queries, of } = seen
  const path = `/network/collections/${collection.code}`
  const at = `${path}/queries`
  const definition = definitionOf(collection.code)
  return {
    title: 'Questions about figures',
    caption: collection.title,
    breadcrumbs: [{ text: 'Responses', href: path }, { text: 'Questions about figures' }],
    problems: (seen.permitForm?.problems ?? []).map(({ address, says }) => ({ text: says, href: `#${address}` })),
    filters: filtersOf(seen, at),
    narrow: {
      q: asked.q,
      state: asked.state ?? '',
      rule: asked.rule ?? '',
      rules: [
        { value: '', text: 'All' },
        { value: 'hand', text: 'Asked by hand' },
        ...seen.rules.map((rule) => ({ value: rule, text: checkName(rule) })),
      ],
    },
    lines: queries.map((query) => ({
      organisation: { text: query.organisation, href: `/network/returns/${query.returnId}` },
      figure: { text: labelAt(query.address, definition), href: `/network/queries/${query.id}` },
      question: query.question ?? query.endedWhy ?? '',
      state: stateWords(query),
      since: momentInWords(lastStep(query)),
    })),
    found: counted(of, 'question'),
    csv: addressOf(`${at}.csv`, { ...asked, page: 1 }),
    pages: pagesWith(at, asked, of),
    links: [
      { text: 'Checks: find figures to ask about', href: `${path}/checks` },
      { text: 'Pairs of partners', href: `${path}/pairs` },
    ],
    reminding: questionRemindersInWords(),
    permit: permitWords(seen.permit, collection),
    permitForm: seen.permitForm,
  }
}

const stateWords = ({ state, correctingAt, endedHow }: ListedQuery): string => {
  if (endedHow) return endings[endedHow]
  return state === 'asked' && correctingAt ? 'Being corrected' : queryStates[state]
}

/** When the last thing happened to it. */
export const lastStep = ({ endedAt, answeredAt, correctingAt, askedAt, decidedAt }: ListedQuery): Date =>
  endedAt ?? answeredAt ?? correctingAt ?? askedAt ?? decidedAt

function filtersOf({ asked, counts }: Seen, at: string): QueryListPage['filters'] {
  const countIn = (state: QueryState | undefined): number =>
    counts.filter((each) => state === undefined || each.state === state).reduce((sum, { count }) => sum + count, 0)
  return [undefined, ...states].map((state) => ({
    text: state === undefined ? 'All' : queryStates[state],
    href: addressOf(at, { state, rule: undefined, q: '', page: 1 }),
    count: countIn(state).toLocaleString('en-GB'),
    current: state === asked.state,
  }))
}

function addressOf(path: string, { state, rule, q, page }: AskedList): string {
  const parts = new URLSearchParams({
    ...(state === undefined ? {} : { state }),
    ...(rule === undefined ? {} : { rule }),
    ...(q === '' ? {} : { q }),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return parts.size === 0 ? path : `${path}?${parts.toString()}`
}

function pagesWith(at: string, asked: AskedList, of: number): Pages {
  const plain = pagesOf({ path: at, q: '', page: asked.page, size: PAGE, of })
  const to = (page: number) => ({ href: addressOf(at, { ...asked, page }) })
  return {
    ...(plain.previous ? { previous: to(asked.page - 1) } : {}),
    ...(plain.next ? { next: to(asked.page + 1) } : {}),
  }
}

function permitWords(permit: GrantedPermit | undefined, { now }: FoundCollection): string {
  if (!permit) {
    return 'An employer who finds that a queried figure is wrong must ask for its return to be opened: no administrator has allowed corrections in this collection.'
  }
  const { days, lastDay, grantedByName, decidedAt } = permit
  const allowed = `${grantedByName} allowed it at ${momentInWords(decidedAt)}.`
  if (lastDay < londonDay(now))
    return `Queried figures could be corrected until ${dayInWords(londonInstant(lastDay, 12))}. ${allowed}`
  return `An employer may open the section of a queried figure to correct it, for ${counted(days, 'day')} and until ${cutoffInWords(endOfDay(lastDay))} at the latest. ${allowed}`
}
