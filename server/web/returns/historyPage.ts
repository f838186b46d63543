import type { CellChange } from '../../db/cells'
import type { OwnReturn } from '../../db/foundReturn'
import type { ReturnEvent } from '../../db/history'
import { dayInWords, hourAndMinute } from '../../domain/collections/calendar'
import { routes } from '../../domain/returns/via'
import type { TextBox } from '../../domain/kinds/text'
import { atlasOf } from '../../domain/survey/places'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { answerWords, type Names } from './answerWords'
import { eventWords } from './eventWords'
import { labelAt, sectionAt } from './labels'

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
  /** Of a box: what stood in it, and what stands in it now; and where its own past is. */
  readonly change:
    { readonly was: string; readonly now: string; readonly href: string; readonly label: string } | undefined
}

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
  const changes: Dated[] = past.changes.map((change) => ({
    decidedAt: change.decidedAt,
    entry: changeEntry(change, found, past),
  }))
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

function eventEntry(event: ReturnEvent, { assigned }: OwnReturn): Entry {
  const { what, more } = eventWords(event)
  return { at: hourAndMinute(event.decidedAt), what, more: assigned === null ? more : undefined, change: undefined }
}

const words: TextBox = { kind: 'text', min: 0, max: 2_000, long: true }

function changeEntry({ address, was, became, by, via, decidedAt }: CellChange, { id }: OwnReturn, past: Past): Entry {
  const box = atlasOf(past.definition).place(address)?.box ?? words
  const label = labelAt(address, past.definition)
  const letter = sectionAt(address, past.definition)?.toUpperCase()
  const said = (cell: CellChange['was']) => answerWords(box, cell, past.names) ?? 'nothing'
  return {
    at: hourAndMinute(decidedAt),
    what: `${by ?? 'The system'} changed ${label}`,
    more:
      [letter && `Section ${letter}`, via === 'typed' ? undefined : routes[via]].filter(Boolean).join(', ') ||
      undefined,
    change: {
      was: said(was),
      now: said(became),
      href: `/returns/${id}/history?cell=${encodeURIComponent(address)}`,
      label,
    },
  }
}

/** Whether somebody may see a change: a contributor, those of the sections they were given. */
export const isTheirs = ({ assigned }: OwnReturn, address: string, definition: SurveyDefinition): boolean =>
  assigned === null || assigned.includes(sectionAt(address, definition) ?? '')
