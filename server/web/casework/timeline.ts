import type { CellChange } from '../../db/cells'
import type { ContactMade } from '../../db/contacts'
import type { ReturnEvent } from '../../db/history'
import { contactWords } from '../../domain/chasing/contactWords'
import { dayInWords, hourAndMinute } from '../../domain/collections/calendar'
import { eventWords } from '../../domain/returns/eventWords'
import { routes } from '../../domain/returns/via'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { changeWords, type ChangeWords } from './changeWords'
import { counted } from '../../domain/reading/counted'

export interface TimelineDay {
  readonly day: string
  readonly entries: readonly TimelineEntry[]
}

export interface TimelineEntry {
  readonly when: string
  readonly what: string
  readonly more: readonly string[]
  /** Answers changed, question by question. */
  readonly changes: readonly { readonly question: string; readonly lines: readonly ChangeWords[] }[]
  /** Set where there are so many that they are folded away. */
  readonly folded: string | undefined
}

/** So many changes of one save are told at once. */
const UNFOLDED = 3

type Happened = Omit<TimelineEntry, 'when'> & { readonly at: Date }

interface Recorded {
  readonly events: readonly ReturnEvent[]
  readonly changes: readonly CellChange[]
  readonly contacts: readonly ContactMade[]
}

/** What happened to a return, the latest first: what was done to it, what was said about it, and the answers changed. */
export function timelineOf(definition: SurveyDefinition, { events, changes, contacts }: Recorded): TimelineDay[] {
  const happened = [
    ...savesIn(changes).map((save) => saved(definition, save)),
    ...events.map(done),
    ...contacts.map(said),
  ]
  const days = new Map<string, TimelineEntry[]>()
  for (const { at, ...entry } of happened.sort((a, b) => b.at.getTime() - a.at.getTime())) {
    const day = dayInWords(at)
    days.set(day, [...(days.get(day) ?? []), { ...entry, when: hourAndMinute(at) }])
  }
  return [...days].map(([day, entries]) => ({ day, entries }))
}

function done({ kind, detail, by, decidedAt }: ReturnEvent): Happened {
  const { did, more } = eventWords(kind, detail)
  return { at: decidedAt, what: `${by ?? 'The service'} ${did}`, more, changes: [], folded: undefined }
}

function said(contact: ContactMade): Happened {
  const { did, more } = contactWords(contact)
  return { at: contact.decidedAt, what: `${contact.by} ${did}`, more, changes: [], folded: undefined }
}

interface Save {
  readonly latest: CellChange
  readonly changes: CellChange[]
}

/** What one person changed at one moment is one save. */
function savesIn(changes: readonly CellChange[]): Save[] {
  const saves = new Map<string, Save>()
  for (const change of changes) {
    const key = `${change.decidedAt.getTime()} ${change.by ?? ''}`
    const save = saves.get(key)
    if (save) save.changes.push(change)
    else saves.set(key, { latest: change, changes: [change] })
  }
  return [...saves.values()]
}

function saved(definition: SurveyDefinition, { latest: { by, via, decidedAt }, changes }: Save): Happened {
  const route = via === 'typed' ? '' : `, ${routes[via]}`
  return {
    at: decidedAt,
    what: `${by ?? 'Somebody'} changed ${counted(changes.length, 'answer')}${route}`,
    more: [],
    changes: byQuestion(changes.map((change) => changeWords(definition, change))),
    folded: changes.length > UNFOLDED ? 'From what to what' : undefined,
  }
}

function byQuestion(changes: readonly ChangeWords[]): TimelineEntry['changes'] {
  const questions = new Map<string, ChangeWords[]>()
  for (const change of changes) questions.set(change.question, [...(questions.get(change.question) ?? []), change])
  return [...questions].map(([question, lines]) => ({ question, lines }))
}
