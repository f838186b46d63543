import { cutoffInWords, daysLater, endOfDay, londonDay } from '../../domain/collections/calendar'
import { lateSections } from '../../domain/reading/lateLines'
import { openingKindFor } from '../../domain/returns/opening'
import { definitionOf } from '../../surveys'
import { problemAt, type Typed } from '../forms'
import type { Problem } from '../../domain/survey/readSection'
import type { RequestSeen } from './requestSeen'

type Message = { readonly text: string } | undefined

/** A form that comes back: what was typed in it, and what was wrong with that. */
export interface Answering {
  readonly id: string
  readonly kind: 'grant' | 'refusal'
  readonly typed: Typed
  readonly sections: readonly string[]
  readonly problems: readonly Problem[]
}

interface Box {
  readonly id: string
  readonly value: string
  readonly problem: Message
}

/** The form by which an administrator grants a request. */
export interface GrantForm {
  readonly action: string
  readonly about: string
  readonly until: Box
  readonly untilHint: string
  readonly reason: Box
  readonly sectionsId: string
  readonly sectionsProblem: Message
  readonly sections: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly isOpen: boolean
}

export interface RefusalForm {
  readonly action: string
  readonly reason: Box
  readonly isOpen: boolean
}

/** The id of a box of one request's form: many of them stand on a page. */
export const boxId = (id: string, kind: Answering['kind'], box: string): string => `${kind}-${box}-${id}`

const texts = {
  extension: 'This gives more time. The employer can change the sections you choose, and sign and submit.',
  reopening:
    'This reopens the return. The employer can change the sections you choose, and sign again. What was submitted stands until then.',
} as const

/** Filled with what was asked for, and with the sections in which something came too late. */
export function grantForm({ request, found }: RequestSeen, answering: Answering | undefined): GrantForm {
  const definition = definitionOf(request.collection)
  const back = answering?.kind === 'grant' && answering.id === request.id ? answering : undefined
  const kind = openingKindFor(found)
  const example = daysLater(londonDay(found.now), 4)
  const typedIn = back?.sections ?? lateSections(request.typed, definition)
  return {
    action: `/network/requests/${request.id}/grant`,
    about: texts[kind],
    until: boxOf(request.id, 'until', { back, kept: untilAsked({ request, found }) }),
    untilHint: `The whole of that day counts: ${example} means until ${cutoffInWords(endOfDay(example))}.`,
    reason: boxOf(request.id, 'reason', { back, kept: request.reason }),
    sectionsId: boxId(request.id, 'grant', 'sections'),
    sectionsProblem: problemAt(back?.problems ?? [], 'sections'),
    sections: definition.sections
      .filter(({ filledBy }) => filledBy === undefined)
      .map(({ code, title }) => ({
        value: code,
        text: `${code.toUpperCase()}  ${title}`,
        checked: typedIn.includes(code),
      })),
    isOpen: back !== undefined,
  }
}

/** The day asked for, while it is to come and later than everybody's. */
function untilAsked({ request: { untilDay }, found }: RequestSeen): string {
  if (untilDay === null) return ''
  const until = endOfDay(untilDay)
  return until > found.now && until > found.openness.cutoffAt ? untilDay : ''
}

/** The form that refuses a request, with what was sent. */
export function refusalForm({ request }: RequestSeen, answering: Answering | undefined): RefusalForm {
  const back = answering?.kind === 'refusal' && answering.id === request.id ? answering : undefined
  return {
    action: `/network/requests/${request.id}/refusal`,
    reason: { ...boxOf(request.id, 'reason', { back, kept: '' }), id: boxId(request.id, 'refusal', 'reason') },
    isOpen: back !== undefined,
  }
}

interface Filled {
  readonly back: Answering | undefined
  readonly kept: string
}

const boxOf = (id: string, box: 'until' | 'reason', { back, kept }: Filled): Box => ({
  id: boxId(id, 'grant', box),
  value: back ? (back.typed[box] ?? '') : kept,
  problem: problemAt(back?.problems ?? [], box),
})
