import { cutoffInWords, endOfDay } from '../collections/calendar'
import { isDay } from '../collections/day'
import type { EventKind } from './history'

type Detail = Readonly<Record<string, unknown>>

export interface EventWords {
  /** What somebody did, as it follows their name: "sent it for signature". */
  readonly did: string
  /** Why, until when, of which sections. */
  readonly more: readonly string[]
}

const said = (detail: Detail, name: string): string[] => {
  const text = detail[name]
  return typeof text === 'string' && text !== '' ? [text] : []
}

const until = ({ untilDay }: Detail): string =>
  typeof untilDay === 'string' && isDay(untilDay) ? ` until ${cutoffInWords(endOfDay(untilDay))}` : ''

/** "Section F", "Sections F and H", "All sections" where none is named. */
export function sectionsInWords(sections: unknown): string {
  const codes = Array.isArray(sections) ? sections.map((code) => String(code).toUpperCase()) : []
  if (codes.length === 0) return 'All sections'
  const last = codes.at(-1) ?? ''
  return codes.length === 1 ? `Section ${last}` : `Sections ${codes.slice(0, -1).join(', ')} and ${last}`
}

const jointReturnOf = (detail: Detail): string => `the joint return of ${said(detail, 'organisation')[0] ?? 'another'}`

const setAside = ({ status }: Detail): string =>
  status === 'declined' ? 'noted that the organisation declined' : 'said that it is no longer required'

const figureOf = (detail: Detail): string => `“${said(detail, 'label')[0] ?? 'a figure'}”`

const ownerChanged = (detail: Detail): string => {
  const [to] = said(detail, 'to')
  if (to === undefined) return 'left it with nobody to look after it'
  return detail.tookOn === true ? 'looks after it from here on' : `handed it to ${to} to look after`
}

const opened = (detail: Detail): string[] => [`${sectionsInWords(detail.sections)}.`, ...said(detail, 'reason')]

const words: Record<EventKind, (detail: Detail) => EventWords> = {
  started: () => ({ did: 'saved the first answers', more: [] }),
  signature_requested: () => ({ did: 'sent it for signature', more: [] }),
  signature_refused: (detail) => ({ did: 'sent it back with a note', more: said(detail, 'note') }),
  signature_undone: () => ({ did: 'changed an answer, so it no longer waits for signature', more: [] }),
  submitted: (detail) => ({ did: 'signed and submitted it', more: said(detail, 'reference') }),
  withdrawn: () => ({ did: 'took the submission back to draft', more: [] }),
  reopened: (detail) => ({ did: `reopened it${until(detail)}`, more: opened(detail) }),
  extended: (detail) => ({ did: `gave more time${until(detail)}`, more: opened(detail) }),
  more_time_asked: (detail) => ({ did: `asked for more time${until(detail)}`, more: said(detail, 'reason') }),
  request_granted: (detail) => ({ did: 'granted what was asked', more: said(detail, 'reason') }),
  request_refused: (detail) => ({ did: 'refused what was asked', more: said(detail, 'reason') }),
  covered: (detail) => ({ did: `noted that ${jointReturnOf(detail)} answers for it`, more: [] }),
  uncovered: (detail) => ({ did: `noted that ${jointReturnOf(detail)} no longer answers for it`, more: [] }),
  decline_asked: (detail) => ({
    did: 'said that the organisation does not want to take part',
    more: said(detail, 'reason'),
  }),
  set_aside: (detail) => ({ did: setAside(detail), more: said(detail, 'reason') }),
  required_again: (detail) => ({ did: 'asked for it again', more: said(detail, 'reason') }),
  essentials_chosen: () => ({ did: 'chose to answer the essential questions only', more: [] }),
  everything_chosen: () => ({ did: 'chose to answer every question', more: [] }),
  query_asked: (detail) => ({ did: `asked about ${figureOf(detail)}`, more: said(detail, 'says') }),
  query_answered: (detail) => ({
    did: `answered what was asked about ${figureOf(detail)}`,
    more: said(detail, 'says'),
  }),
  query_correcting: (detail) => ({ did: `began to correct ${figureOf(detail)}`, more: said(detail, 'says') }),
  query_settled: (detail) => ({ did: `settled what was asked about ${figureOf(detail)}`, more: said(detail, 'says') }),
  query_dismissed: (detail) => ({
    did: `needs no answer any more about ${figureOf(detail)}`,
    more: said(detail, 'says'),
  }),
  handed_over: (detail) => ({ did: `handed the return over to ${said(detail, 'to')[0] ?? 'a colleague'}`, more: [] }),
  owner_changed: (detail) => ({ did: ownerChanged(detail), more: [] }),
}

/** What happened to a return, in words. */
export const eventWords = (kind: EventKind, detail: Detail): EventWords => words[kind](detail)
