import { lateSections } from '../domain/reading/lateLines'
import type { SurveyDefinition } from '../domain/survey/definition'
import type { FoundReturn } from './foundReturn'
import { insertEvent } from './history'
import { openingRequestsOf, setRequestAnswer, type OpeningRequest } from './openingRequests'
import type { Tx } from './transaction'

interface GivenAnswer {
  readonly answer: 'granted' | 'refused'
  readonly reason: string
  readonly answeredBy: string
  /** Where it was granted. */
  readonly openingId: string | null
}

/** Keeps what the network answers to a request, and writes it down. */
export async function keepAnswer(
  tx: Tx,
  { id, now }: FoundReturn,
  request: OpeningRequest,
  { answer, reason, answeredBy, openingId }: GivenAnswer,
): Promise<void> {
  await setRequestAnswer(tx, request.id, { answer, answerReason: reason, answeredBy, answeredAt: now, openingId })
  const event = { returnId: id, decidedAt: now, personId: answeredBy, detail: { reason } }
  await insertEvent(tx, { ...event, kind: `request_${answer}` })
}

interface Opened {
  readonly openingId: string
  readonly reason: string
  readonly grantedBy: string
  /** Which sections; none means all. */
  readonly sections: readonly string[]
}

/** Grants each request that waits for a return and is met by its having been opened: what came too late fits in. */
export async function grantWaiting(
  tx: Tx,
  found: FoundReturn,
  definition: SurveyDefinition,
  { openingId, reason, grantedBy, sections }: Opened,
): Promise<readonly OpeningRequest[]> {
  const isOpen = (code: string) => sections.length === 0 || sections.includes(code)
  const met = (await openingRequestsOf(tx, found.id)).filter(
    ({ answer, typed }) => answer === null && lateSections(typed, definition).every(isOpen),
  )
  for (const request of met) {
    await keepAnswer(tx, found, request, { answer: 'granted', reason, answeredBy: grantedBy, openingId })
  }
  return met
}
