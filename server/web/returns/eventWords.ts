import type { ReturnEvent } from '../../db/history'
import { dayInWords, londonInstant } from '../../domain/collections/calendar'
import { sectionsInWords } from '../../domain/returns/eventWords'
import type { EventKind } from '../../domain/returns/history'

const deeds: Readonly<Record<EventKind, string>> = {
  started: 'started the return',
  signature_requested: 'sent it for signature',
  signature_refused: 'sent it back without signing',
  signature_undone: 'changed something, so it must be sent for signature again',
  submitted: 'signed and submitted it',
  withdrawn: 'took it back to draft',
  reopened: 'reopened it',
  extended: 'gave it more time',
  more_time_asked: 'asked for more time',
  request_granted: 'granted the request for more time',
  request_refused: 'refused the request for more time',
  covered: 'noted that a joint return answers for this one',
  uncovered: 'noted that the joint return no longer answers for this one',
  decline_asked: 'said that the organisation does not want to take part',
  set_aside: 'set it aside',
  required_again: 'asked for it again',
  essentials_chosen: 'chose to answer the essential questions only',
  everything_chosen: 'chose to answer every question',
  query_asked: 'asked about a figure',
  query_answered: 'answered what was asked about a figure',
  query_correcting: 'began to correct a figure that was asked about',
  query_settled: 'settled what was asked about a figure',
  query_dismissed: 'needs no answer any more about a figure',
}

/** What happened to a return, in a sentence, and what was said with it. */
export function eventWords({ kind, by, detail }: ReturnEvent): { what: string; more: string | undefined } {
  const parts = [
    textIn(detail, 'organisation'),
    textIn(detail, 'label'),
    textIn(detail, 'says'),
    textIn(detail, 'reference'),
    textIn(detail, 'note'),
    textIn(detail, 'reason'),
    untilWords(textIn(detail, 'untilDay')),
    sectionWords(detail.sections),
  ].filter((part) => part !== undefined)
  return { what: `${by ?? 'The system'} ${deeds[kind]}`, more: parts.length === 0 ? undefined : parts.join('. ') }
}

function textIn(detail: ReturnEvent['detail'], name: string): string | undefined {
  const found = detail[name]
  return typeof found === 'string' && found !== '' ? found : undefined
}

const untilWords = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : `Until the end of ${dayInWords(londonInstant(day, 12))}`

const sectionWords = (sections: unknown): string | undefined =>
  Array.isArray(sections) && sections.length > 0 ? sectionsInWords(sections) : undefined
