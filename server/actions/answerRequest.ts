import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { keepOpening } from '../db/keepOpening'
import { findOpeningRequest, setRequestAnswer, type OpeningRequest } from '../db/openingRequests'
import { insertLetters } from '../db/post'
import { peopleOf, type OrganisationPerson } from '../db/recipients'
import { findAnyReturn, lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import type { Refusal } from '../domain/returns/lifecycle'
import { judgeOpening, openingKindFor } from '../domain/returns/opening'
import { titlesOf } from '../domain/returns/standing'
import { aboutReturn, type AboutReturn } from '../mail/aboutReturn'
import { openingLetter } from '../mail/openingLetter'
import { requestGranted, requestRefused } from '../mail/requestAnswered'
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
  const ruling = judgeOpening({ kind, untilDay, by: given.staffRole }, found, definitionOf(found.collection.code))
  if (!ruling.ok) {
    const { because } = ruling
    return because === 'too_early' ? { kind: 'too_early', found } : { kind: 'not_possible', because, found }
  }

  const opening = { kind, untilDay, reason, sections, askedBy: request.askedById, grantedBy: given.personId }
  const openingId = await keepOpening(tx, found, { ...opening, to: ruling.to })
  await keepAnswer(tx, answering, { answer: 'granted', openingId })
  await tellGranted(tx, answering, granted)
  return { kind: 'granted' }
}

async function refuse(tx: Tx, answering: Answering): Promise<RequestAnswered> {
  const { found, request, given } = answering
  await keepAnswer(tx, answering, { answer: 'refused', openingId: null })
  const { about } = aboutNow(found, answering)
  const letter = requestRefused(about, { reason: given.answer.reason, asked: request.reason, typed: typedIn(request) })
  const { asker, others } = await readersOf(tx, answering)
  const to = asker.length > 0 ? asker : others
  await insertLetters(tx, causeOf('request_refused', answering), { letter, to })
  return { kind: 'refused' }
}

async function keepAnswer(
  tx: Tx,
  { given, found, request }: Answering,
  { answer, openingId }: { readonly answer: 'granted' | 'refused'; readonly openingId: string | null },
): Promise<void> {
  const { personId } = given
  const { reason } = given.answer
  const answered = { answer, answerReason: reason, answeredBy: personId, answeredAt: found.now, openingId }
  await setRequestAnswer(tx, request.id, answered)
  const at = { returnId: found.id, decidedAt: found.now, personId }
  await insertEvent(tx, { ...at, kind: `request_${answer}`, detail: { reason } })
}

/** Whoever asked is told that it was granted; the others of the employer, that the return is open. */
async function tellGranted(tx: Tx, answering: Answering, { sections: codes, reason }: Grant): Promise<void> {
  const { given, found, request } = answering
  const again = await findAnyReturn(tx, found.id, given.arrival)
  const { about, definition } = aboutNow(again ?? found, answering)
  const opened = { reason, sections: codes.length > 0 ? titlesOf(definition, codes) : null }
  const { asker, others } = await readersOf(tx, answering)
  const letter = requestGranted(about, { ...opened, typed: typedIn(request) })
  await insertLetters(tx, causeOf('request_granted', answering), { letter, to: asker })
  const toOthers = openingLetter(openingKindFor(found), about, opened)
  const cause = { kind: toOthers.kind, returnId: found.id, decidedAt: found.now }
  await insertLetters(tx, cause, { letter: toOthers.letter, to: others })
}

const typedIn = ({ typed }: OpeningRequest): number =>
  new Set(Object.keys(typed).map((name) => name.replace(/!nc$/, ''))).size

const causeOf = (kind: 'request_granted' | 'request_refused', { request, found }: Answering) => ({
  kind,
  cause: `${kind}:${request.id}`,
  returnId: found.id,
  decidedAt: found.now,
})

function aboutNow(found: FoundReturn, { publicUrl }: Answering) {
  const definition = definitionOf(found.collection.code)
  const about: AboutReturn = aboutReturn(found, definition, publicUrl)
  return { about, definition }
}

/** Whoever asked, where they are still there; and the others who prepare and sign. */
async function readersOf(
  tx: Tx,
  { found, request }: Answering,
): Promise<{ readonly asker: OrganisationPerson[]; readonly others: OrganisationPerson[] }> {
  const people = await peopleOf(tx, found.organisation.id, ['preparer', 'contributor', 'signatory'])
  return {
    asker: people.filter(({ id }) => id === request.askedById),
    others: people.filter(({ id, role }) => id !== request.askedById && role !== 'contributor'),
  }
}
