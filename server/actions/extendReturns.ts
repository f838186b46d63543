import type { Arrival } from '../clock'
import {
  findBulkExtension,
  insertBulkExtension,
  insertBulkOutcome,
  isInBulk,
  type BulkExtension,
} from '../db/bulkExtensions'
import { decideNow } from '../db/clock'
import type { FoundReturn } from '../db/foundReturn'
import { keepOpening } from '../db/keepOpening'
import { insertLetters } from '../db/post'
import type { OpeningRequest } from '../db/openingRequests'
import { peopleOfAll } from '../db/recipients'
import { grantWaiting } from '../db/requestAnswers'
import { findAnyReturn, lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import { judgeOpening, notOpenedWords, openingKindFor, tooEarlyWords } from '../domain/returns/opening'
import { titlesOf } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { openingLetters } from '../mail/openingLetters'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface ExtendReturns {
  /** Of the form it was confirmed with: sent twice, it is done once. */
  readonly bulkId: string
  readonly collectionId: string
  readonly returnIds: readonly string[]
  readonly personId: string
  readonly staffRole: StaffRole
  /** London date, YYYY-MM-DD: that whole day counts. */
  readonly untilDay: string
  readonly reason: string
  /** Which sections; none means all. */
  readonly sections: readonly string[]
  readonly arrival: Arrival
}

type Uses = Pick<Services, 'db' | 'publicUrl'>

/**
 * Gives many returns more time, each in a transaction of its own, and keeps for each what came of it. Where it was
 * interrupted, the same form sent again goes on.
 */
export async function extendReturns(services: Uses, wanted: ExtendReturns): Promise<void> {
  const bulk = await inTransaction(services.db, (tx) => keepBulk(tx, wanted))
  for (const returnId of wanted.returnIds) {
    await inTransaction(services.db, (tx) => extend(tx, { wanted, bulk, publicUrl: services.publicUrl }, returnId))
  }
}

async function keepBulk(tx: Tx, wanted: ExtendReturns): Promise<BulkExtension> {
  const { bulkId, collectionId, untilDay, reason, sections, personId } = wanted
  const named = sections.length > 0 ? sections : null
  const decidedAt = await decideNow(tx, wanted.arrival)
  const bulk = { id: bulkId, collectionId, untilDay, reason, sections: named, grantedBy: personId, decidedAt }
  await insertBulkExtension(tx, bulk)
  return (await findBulkExtension(tx, bulkId)) ?? bulk
}

interface Extending {
  readonly wanted: ExtendReturns
  /** As it was confirmed the first time. */
  readonly bulk: BulkExtension
  readonly publicUrl: string
}

async function extend(tx: Tx, extending: Extending, returnId: string): Promise<void> {
  const { wanted, bulk } = extending
  const found = await lockReturn(tx, { network: wanted.personId }, returnId, wanted.arrival)
  if (found?.collection.id !== bulk.collectionId || (await isInBulk(tx, bulk.id, returnId))) return
  const outcome = { bulkExtensionId: bulk.id, returnId }
  const given = judged(found, extending)
  if (!given.ok) {
    await insertBulkOutcome(tx, { ...outcome, openingId: null, because: given.because })
    return
  }
  const { untilDay, reason, sections, grantedBy } = bulk
  const opening = { kind: 'extension', untilDay, reason, sections: sections ?? [], askedBy: null, grantedBy } as const
  const openingId = await keepOpening(tx, found, { ...opening, to: given.to })
  await insertBulkOutcome(tx, { ...outcome, openingId, because: null })
  const definition = definitionOf(found.collection.code)
  const granted = await grantWaiting(tx, found, definition, { ...opening, openingId })
  await tell(tx, extending, returnId, granted)
}

/** May it be given more time; and if not, why, in words. */
function judged(found: FoundReturn, { wanted, bulk: { untilDay } }: Extending) {
  if (openingKindFor(found) !== 'extension')
    return { ok: false, because: notOpenedWords('extension', found, 'wrong_status') } as const
  const asked = { kind: 'extension', untilDay, by: wanted.staffRole } as const
  const ruling = judgeOpening(asked, found, definitionOf(found.collection.code))
  if (ruling.ok) return ruling
  const { because } = ruling
  const words = because === 'too_early' ? tooEarlyWords(untilDay, found) : notOpenedWords('extension', found, because)
  return { ok: false, because: words } as const
}

/** Tells the employer, by when it is now. */
async function tell(
  tx: Tx,
  { wanted, bulk, publicUrl }: Extending,
  returnId: string,
  granted: readonly OpeningRequest[],
): Promise<void> {
  const found = await findAnyReturn(tx, returnId, wanted.arrival)
  if (!found) return
  const definition = definitionOf(found.collection.code)
  const about = aboutReturn(found, definition, publicUrl)
  const opened = { reason: bulk.reason, sections: titlesOf(definition, bulk.sections) }
  const people = await peopleOfAll(tx, [found.organisation.id])
  for (const { letter, to, ...why } of openingLetters('extension', about, opened, { people, granted })) {
    await insertLetters(tx, { ...why, returnId, decidedAt: found.now }, { letter, to })
  }
}
