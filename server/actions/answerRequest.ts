import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { keepOpening } from '../db/keepOpening'
import { findOpeningRequest, type OpeningRequest } from '../db/openingRequests'
import { insertLetters } from '../db/post'
import { peopleOfAll } from '../db/recipients'
import { grantWaiting, keepAnswer } from '../db/requestAnswers'
import { findAnyReturn, lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import type { Refusal } from '../domain/returns/lifecycle'
import { judgeOpening, openingKindFor } from '../domain/returns/opening'
import { titlesOf } from '../domain/returns/standing'
import { aboutReturn, type AboutReturn } from '../mail/aboutReturn'
import { answersIn, openingLetters } from '../mail/openingLetters'
import { requestRefused } from '../mail/requestAnswered'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AnswerRequest {
  readonly personId: string
  readonly staffRole: StaffRole
  readonly requestId: string
  readonly answer:
    | {
        readonly kind: 'grant'
        /** London date, YYYY-MM-DD: that whole day counts. */
        readonly untilDay: string
        readonly reason: string
        /** Which sections; none means all. */
        readonly sections: readonly string[]
      }
    | { readonly kind: 'refuse'; readonly reason: string }
  readonly arrival: Arrival
}

export type RequestAnswered =
  | { readonly kind: 'granted' | 'refused' }
  /** Somebody else was first. */
  | { readonly kind: 'answered_already' }
  | { readonly kind: 'too_early'; readonly found: FoundReturn }
  | { readonly kind: 'not_possible'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

type Uses = Pick<Services, 'db' | 'publicUrl'>

/** Grants what an employer asked for, which opens its return, or refuses it; and writes to whoever asked. Once. */
export const answerRequest = ({ db, publicUrl }: Uses, given: AnswerRequest): Promise<RequestAnswered> =>
  inTransaction<RequestAnswered>(db, async (tx) => {
    const asked = await findOpeningRequest(tx, given.requestId)
    const found = asked && (await lockReturn(tx, { network: given.personId }, asked.returnId, given.arrival))
    // Read again: two answers to one request wait for the same return.
    const request = await findOpeningRequest(tx, given.requestId)
    if (!found || !request) return { kind: 'not_found' }
    if (request.answer !== null) return { kind: 'answered_already' }
    const answering = { given, found, request, publicUrl }
    return given.answer.kind === 'grant' ? grant(tx, answering, given.answer) : refuse(tx, answering)
  })

interface Answering {
  readonly given: AnswerRequest
  readonly found: FoundReturn
  readonly request: OpeningRequest
  readonly publicUrl: string
}

type Grant = Extract<AnswerRequest['answer'], { kind: 'grant' }>

async function grant(tx: Tx, answering: Answering, granted: Grant): Promise<RequestAnswered> {
  const { given, found, request } = answering
  const { untilDay, reason, sections } = granted
  const kind = openingKindFor(found)
  const definition = definitionOf(found.collection.code)
  const ruling = judgeOpening({ kind, untilDay, by: given.staffRole }, found, definition)
  if (!ruling.ok) {
    const { because } = ruling
    return because === 'too_early' ? { kind: 'too_early', found } : { kind: 'not_possible', because, found }
  }

  const { personId: grantedBy } = given
  const opening = { kind, untilDay, reason, sections, askedBy: request.askedById, grantedBy }
  const openingId = await keepOpening(tx, found, { ...opening, to: ruling.to })
  await keepAnswer(tx, found, request, { answer: 'granted', reason, answeredBy: grantedBy, openingId })
  const others = await grantWaiting(tx, found, definition, { ...opening, openingId })
  await tellGranted(tx, answering, granted, [request, ...others])
  return { kind: 'granted' }
}

async function refuse(tx: Tx, answering: Answering): Promise<RequestAnswered> {
  const { found, request, given } = answering
  const { personId: answeredBy, answer } = given
  const { reason } = answer
  await keepAnswer(tx, found, request, { answer: 'refused', reason, answeredBy, openingId: null })
  const { about } = aboutNow(found, answering)
  const letter = requestRefused(about, { reason, asked: request.reason, typed: answersIn(request.typed) })
  const people = await peopleOfAll(tx, [found.organisation.id])
  const asker = people.filter(({ id }) => id === request.askedById)
  const to = asker.length > 0 ? asker : people.filter(({ role }) => role !== 'contributor')
  const cause = { kind: 'request_refused', cause: `request_refused:${request.id}` } as const
  await insertLetters(tx, { ...cause, returnId: found.id, decidedAt: found.now }, { letter, to })
  return { kind: 'refused' }
}

/** Whoever asked is told that it was granted; the others of the employer, that the return is open. */
async function tellGranted(
  tx: Tx,
  answering: Answering,
  { sections: codes, reason }: Grant,
  granted: readonly OpeningRequest[],
): Promise<void> {
  const { given, found } = answering
  const again = await findAnyReturn(tx, found.id, given.arrival)
  const { about, definition } = aboutNow(again ?? found, answering)
  const opened = { reason, sections: codes.length > 0 ? titlesOf(definition, codes) : null }
  const people = await peopleOfAll(tx, [found.organisation.id])
  for (const { letter, to, ...why } of openingLetters(openingKindFor(found), about, opened, { people, granted })) {
    await insertLetters(tx, { ...why, returnId: found.id, decidedAt: found.now }, { letter, to })
  }
}

function aboutNow(found: FoundReturn, { publicUrl }: Answering) {
  const definition = definitionOf(found.collection.code)
  const about: AboutReturn = aboutReturn(found, definition, publicUrl)
  return { about, definition }
}
