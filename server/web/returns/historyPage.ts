import type { CellChange } from '../../db/cells'
import type { OwnReturn } from '../../db/foundReturn'
import type { ReturnEvent } from '../../db/history'
import { dayInWords, hourAndMinute } from '../../domain/collections/calendar'
import { eventWords, sectionsInWords } from '../../domain/returns/eventWords'
import { isAmongTheNetwork } from '../../domain/returns/history'
import { routes } from '../../domain/returns/via'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { isTheirs, labelAt, sectionAt } from '../../domain/reading/labels'
import { cellAtInWords, type Names } from '../../domain/reading/cellInWords'
import { counted } from '../../domain/reading/counted'

/** Who did what to a return, and when; the latest first. */
export interface HistoryPage {
  readonly title: string
  readonly caption: string
  readonly intro: string
  readonly days: readonly { readonly day: string; readonly entries: readonly Entry[] }[]
  readonly earlier: string | undefined
  readonly back: { readonly text: string; readonly href: string }
}

export interface Entry {
  readonly at: string
  readonly what: string
  readonly more: string | undefined
  /** Of boxes: what stood in them, and what stands in them now. */
  readonly changes: readonly Change[]
  /** Set where there are so many that they are folded away. */
  readonly folded: string | undefined
}

interface Change {
  /** Which box, and where its past is; undefined on the page of that box. */
  readonly of: { readonly text: string; readonly href: string } | undefined
  /** Undefined where nothing stood, or stands, there. */
  readonly was: string | undefined
  readonly now: string | undefined
}

/** So many changes of one save are told at once. */
const UNFOLDED = 3

interface Past {
  readonly events: readonly ReturnEvent[]
  readonly changes: readonly CellChange[]
  /** The box whose past was asked for. */
  readonly cell: string | undefined
  /** The change after which there is more. */
  readonly before: number | undefined
  readonly names: Names
  readonly definition: SurveyDefinition
}

/** What happened to a return, a page of it. */
export function historyPage(found: OwnReturn, past: Past): HistoryPage {
  const { cell, before, definition } = past
  const path = `/returns/${found.id}/history`
  const query = cell === undefined ? '' : `&cell=${encodeURIComponent(cell)}`
  return {
    title: cell === undefined ? 'History' : `History of “${labelAt(cell, definition)}”`,
    caption: `${found.organisation.name}, ${found.collection.title}`,
    intro: 'The latest stands first. Times are UK time.',
    days: daysOf(interleaved(found, past)),
    earlier: before === undefined ? undefined : `${path}?before=${before}${query}`,
    back:
      cell === undefined
        ? { text: 'All sections', href: `/returns/${found.id}` }
        : { text: 'The whole history', href: path },
  }
}

interface Dated {
  readonly decidedAt: Date
  readonly entry: Entry
}

/** Two rows of their own order, merged by time: the clock of a demonstration may have been moved back. */
function interleaved(found: OwnReturn, past: Past): Dated[] {
  const events: Dated[] = past.events.map((event) => ({ decidedAt: event.decidedAt, entry: eventEntry(event, found) }))
  const changes: Dated[] = savesIn(past.changes).map((save) => saveEntry(save, found, past))
  const merged: Dated[] = []
  while (events.length > 0 || changes.length > 0) {
    const [event, change] = [events[0], changes[0]]
    const takesEvent = event !== undefined && (change === undefined || event.decidedAt >= change.decidedAt)
    const next = takesEvent ? events.shift() : changes.shift()
    if (next) merged.push(next)
  }
  return merged
}

function daysOf(dated: readonly Dated[]): HistoryPage['days'] {
  const days: { day: string; entries: Entry[] }[] = []
  for (const { decidedAt, entry } of dated) {
    const day = dayInWords(decidedAt)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

function eventEntry({ kind, detail, by, decidedAt }: ReturnEvent, { assigned }: OwnReturn): Entry {
  const { did, more } = eventWords(kind, detail)
  const isTold = more.length > 0 && (assigned === null || 'query' in detail)
  return {
    at: hourAndMinute(decidedAt),
    what: `${by ?? 'The system'} ${did}`,
    more: isTold ? more.join(' ') : undefined,
    changes: [],
    folded: undefined,
  }
}

/** Changes made at one moment by one person are one save. */
function savesIn(changes: readonly CellChange[]): CellChange[][] {
  const saves: CellChange[][] = []
  for (const change of changes) {
    const last = saves.at(-1)
    if (last?.[0] && isOneSave(last[0], change)) last.unshift(change)
    else saves.push([change])
  }
  return saves
}

const isOneSave = (a: CellChange, b: CellChange): boolean =>
  a.by === b.by && a.via === b.via && a.decidedAt.getTime() === b.decidedAt.getTime()

function saveEntry(save: readonly CellChange[], found: OwnReturn, past: Past): Dated {
  const [first] = save
  if (!first) throw new Error('A save changes something')
  const changes = save.map((change) => changeOf(change, found, past))
  const letters = new Set(save.flatMap(({ address }) => sectionAt(address, past.definition) ?? []))
  const what = past.cell === undefined ? counted(changes.length, 'answer') : 'it'
  return {
    decidedAt: first.decidedAt,
    entry: {
      at: hourAndMinute(first.decidedAt),
      what: `${first.by ?? 'The system'} changed ${what}`,
      more: [sectionsInWords([...letters]), ...(first.via === 'typed' ? [] : [routes[first.via]])].join(', '),
      changes,
      folded: changes.length > UNFOLDED ? 'From what to what' : undefined,
    },
  }
}

function changeOf({ address, was, became }: CellChange, { id }: OwnReturn, { cell, definition, names }: Past): Change {
  const said = (stood: CellChange['was']) => cellAtInWords(address, stood, { definition, names })
  const href = `/returns/${id}/history?cell=${encodeURIComponent(address)}`
  const of = cell === undefined ? { text: labelAt(address, definition), href } : undefined
  return { of, was: said(was), now: said(became) }
}

/**
 * Whether an event stands in the history somebody reads: of one box, only what was asked and answered about it; of the
 * whole return, all but what was asked about sections a contributor was not given, and what the network does among itself.
 */
export function isToldTo(
  found: OwnReturn,
  { kind, detail: { address } }: ReturnEvent,
  { cell, definition }: { readonly cell: string | undefined; readonly definition: SurveyDefinition },
): boolean {
  if (isAmongTheNetwork(kind)) return false
  if (typeof address !== 'string') return cell === undefined
  return cell === undefined ? isTheirs(found, address, definition) : address === cell
}
