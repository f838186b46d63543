import type { Arrival } from '../clock'
import { permitOf } from '../db/correctionPermits'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockQuery, type LockedQuery } from '../db/lockQuery'
import { insertOpening } from '../db/openings'
import { insertOpeningRequest, openingRequestsOf } from '../db/openingRequests'
import { setCorrecting } from '../db/queries'
import { insertQueryStep } from '../db/queryEvents'
import { lockReturn, setStatus } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { cutoffInWords, endOfDay } from '../domain/collections/calendar'
import { sectionPhase } from '../domain/collections/opening'
import { correctableUntil } from '../domain/queries/correcting'
import { mayDo } from '../domain/queries/query'
import { isTheirs, labelAt, sectionAt } from '../domain/reading/labels'
import { isOutstanding, type Refusal } from '../domain/returns/lifecycle'
import { judgeOpening } from '../domain/returns/opening'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface CorrectQuery {
  readonly personId: string
  readonly returnId: string
  readonly queryId: string
  readonly arrival: Arrival
}

export type QueryCorrecting =
  /** Its section can be changed until the end of that day; a null: it is open already. */
  | { readonly kind: 'open'; readonly section: string; readonly untilDay: string | null }
  /** No administrator has allowed corrections: they have been asked. */
  | { readonly kind: 'requested' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  /** It has come to an end, or somebody has begun to correct it. */
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'not_found' }

/**
 * Opens the section of a figure that was asked about, as an administrator has allowed it for the collection; where none
 * has, it asks them to.
 */
export const correctQuery = ({ db }: Pick<Services, 'db'>, correct: CorrectQuery) =>
  inTransaction<QueryCorrecting>(db, async (tx) => {
    const asked = await lockAsked(tx, correct)
    if (!asked) return { kind: 'not_found' }
    const { found, query, section } = asked
    if (!mayDo('correct', query.state)) return { kind: 'not_asked' }

    const isOpen = isOutstanding(found.status) && sectionPhase(found.openness, section, found.now) === 'open'
    if (isOpen) {
      const says = 'The section was open already.'
      if (query.correctingAt === null) await begin(tx, found, { query, says, personId: correct.personId })
      return { kind: 'open', section, untilDay: null }
    }
    return open(tx, found, { query, section, personId: correct.personId })
  })

/** The query, and whose it is, locked; undefined where it is nothing of theirs. */
async function lockAsked(tx: Tx, { personId, returnId, queryId, arrival }: CorrectQuery) {
  const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
  if (!found || !('assigned' in found)) return undefined
  const definition = definitionOf(found.collection.code)
  const query = await lockQuery(tx, found.id, queryId)
  if (!query || !isTheirs(found, query.address, definition)) return undefined
  const section = sectionAt(query.address, definition)
  return section === undefined ? undefined : { found, query, section }
}

interface Opening {
  readonly query: LockedQuery
  readonly section: string
  readonly personId: string
}

async function open(tx: Tx, found: FoundReturn, { query, section, personId }: Opening): Promise<QueryCorrecting> {
  const definition = definitionOf(found.collection.code)
  const permit = await permitOf(tx, found.collection.id)
  const untilDay = correctableUntil(permit, found.now)
  const reason = `To correct a queried figure: ${labelAt(query.address, definition)}`
  if (!permit || untilDay === undefined) return request(tx, found, reason, personId)
  // Not the employer opens, but the administrator who allowed it.
  const ruling = judgeOpening({ kind: 'reopening', untilDay, by: 'admin' }, found, definition)
  if (!ruling.ok) {
    return { kind: 'refused', because: ruling.because === 'too_early' ? 'locked' : ruling.because, found }
  }
  const { grantedBy, grantedByName } = permit
  await setStatus(tx, found.id, ruling.to)
  await insertOpening(tx, {
    returnId: found.id,
    kind: 'reopening',
    untilAt: endOfDay(untilDay),
    reason,
    sections: [section],
    askedBy: personId,
    grantedBy,
    decidedAt: found.now,
  })
  const until = cutoffInWords(endOfDay(untilDay))
  const says = `Section ${section.toUpperCase()} is open until ${until}, as ${grantedByName} has allowed for questions like this.`
  await begin(tx, found, { query, says, personId })
  return { kind: 'open', section, untilDay }
}

interface Beginning {
  readonly query: LockedQuery
  readonly says: string
  readonly personId: string
}

async function begin(tx: Tx, found: FoundReturn, { query, says, personId }: Beginning): Promise<void> {
  const definition = definitionOf(found.collection.code)
  const decidedAt = found.now
  await setCorrecting(tx, query.id, decidedAt)
  await insertQueryStep(tx, { kind: 'query_correcting', definition, query, says, personId, decidedAt })
}

/** Asks for it as an employer asks for anything else; once. */
async function request(tx: Tx, found: FoundReturn, reason: string, personId: string): Promise<QueryCorrecting> {
  const waiting = (await openingRequestsOf(tx, found.id)).some((each) => each.answer === null && each.reason === reason)
  if (waiting) return { kind: 'requested' }
  const at = { returnId: found.id, decidedAt: found.now }
  const asked = { reason, untilDay: null, typed: {}, version: found.version, askedBy: personId }
  await insertOpeningRequest(tx, { ...at, ...asked })
  await insertEvent(tx, { ...at, kind: 'more_time_asked', detail: { reason }, personId })
  return { kind: 'requested' }
}
