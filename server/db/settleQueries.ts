import { hasMoved, type EndedHow } from '../domain/queries/query'
import type { Cells } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import type { FoundReturn } from './foundReturn'
import { lockedColumns, type LockedQuery } from './lockQuery'
import { pairsAround } from './pairs'
import { setEnded } from './queries'
import { insertQueryStep } from './queryEvents'
import type { Tx } from './transaction'

interface Settling {
  readonly found: FoundReturn
  readonly definition: SurveyDefinition
  /** What has just been put in ink. */
  readonly cells: Cells
  readonly personId: string
}

const words: Record<Extract<EndedHow, 'corrected' | 'partner_corrected'>, string> = {
  corrected: 'The figure was corrected and signed again.',
  partner_corrected: 'The partner signed another figure, and the two agree.',
}

/**
 * Settles what was asked about figures that a new submission tells otherwise; of a pair of partners that agrees now, what
 * the partner was asked as well.
 */
export async function settleQueries(tx: Tx, settling: Settling): Promise<void> {
  const { found, cells } = settling
  const open = await lockOpen(tx, found.id)
  const own = open.filter(({ returnId }) => returnId === found.id)
  for (const query of own.filter(({ figures }) => hasMoved(figures, cells))) {
    await settle(tx, settling, query, 'corrected')
  }
  const theirs = open.filter(({ returnId }) => returnId !== found.id)
  if (theirs.length === 0) return
  const agreeing = await partnersAgreeing(tx, found)
  for (const query of theirs.filter(({ returnId }) => agreeing.has(returnId))) {
    await settle(tx, settling, query, 'partner_corrected')
  }
}

/** What it was asked, and what its partners were asked of the pairs with it: in the order of their ids, as everybody locks them. */
const lockOpen = (tx: Tx, returnId: string): Promise<LockedQuery[]> =>
  tx
    .selectFrom('queries')
    .select(lockedColumns)
    .where('state', 'in', ['asked', 'answered'])
    .where((where) => where.or([where('returnId', '=', returnId), where('partnerId', '=', returnId)]))
    .orderBy('id')
    .forUpdate()
    .execute()

/** The returns of partners whose pair with this one agrees, as things are submitted now. */
async function partnersAgreeing(tx: Tx, { id, collection, organisation }: FoundReturn): Promise<ReadonlySet<string>> {
  const pairs = await pairsAround(tx, collection.id, organisation.code)
  const returns = pairs
    .filter(({ standing }) => standing === 'agreed')
    .flatMap(({ host, employer }) => [host, employer].flatMap(({ party }) => party?.returnId ?? []))
  return new Set(returns.filter((each) => each !== id))
}

async function settle(tx: Tx, { found, definition, personId }: Settling, query: LockedQuery, how: keyof typeof words) {
  const decidedAt = found.now
  await setEnded(tx, query.id, { endedHow: how, endedWhy: null, endedBy: personId, endedAt: decidedAt })
  await insertQueryStep(tx, { kind: 'query_settled', definition, query, says: words[how], personId, decidedAt })
}
