import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertLetters } from '../db/post'
import { insertQueries } from '../db/queries'
import { insertQueryStep } from '../db/queryEvents'
import { peopleOf } from '../db/recipients'
import { lockReturn } from '../db/returns'
import { submittedCells } from '../db/standingCells'
import { inTransaction, type Tx } from '../db/transaction'
import { askedOf, type Asking } from '../domain/queries/asking'
import { labelAt } from '../domain/reading/labels'
import { aboutReturn } from '../mail/aboutReturn'
import { queryAsked } from '../mail/queryAsked'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface RaiseQueries {
  readonly personId: string
  readonly returnId: string
  /** The submission the figures were read in. */
  readonly submissionId: string
  readonly asking: readonly Asking[]
  readonly arrival: Arrival
}

export type QueriesRaised =
  /** How many; what has been asked before for the same figures is not asked again. */
  | { readonly kind: 'raised'; readonly count: number }
  /** Another submission stands now, or none does. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'not_found' }

/** Asks an employer about figures it has submitted: all of one return together, in one letter. */
export const raiseQueries = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, raise: RaiseQueries) =>
  inTransaction<QueriesRaised>(db, async (tx) => {
    const found = await lockReturn(tx, { network: raise.personId }, raise.returnId, raise.arrival)
    if (!found) return { kind: 'not_found' }
    if (found.standingSubmissionId !== raise.submissionId) return { kind: 'moved' }
    const submitted = await submittedCells(tx, raise.submissionId)
    const read = raise.asking.flatMap((each) => {
      const asked = askedOf(each, submitted)
      return asked ? [{ asked, question: each.question }] : []
    })
    if (read.length === 0) return { kind: 'not_found' }

    const at = { returnId: found.id, submissionId: raise.submissionId, raisedBy: raise.personId, decidedAt: found.now }
    const inserted = await insertQueries(
      tx,
      read.map(({ asked }) => ({ ...asked, ...at })),
      { state: 'asked', questions: read.map(({ question }) => question) },
    )
    const told = read
      .filter(({ asked }) => inserted.has(asked.id))
      .map(({ asked, question }) => ({ id: asked.id, address: asked.address, question }))
    await tell(tx, found, told, { personId: raise.personId, publicUrl })
    return { kind: 'raised', count: told.length }
  })

interface Told {
  readonly id: string
  readonly address: string
  readonly question: string
}

/** Writes it down in the past of the return, and to those who prepare it. */
async function tell(
  tx: Tx,
  found: FoundReturn,
  told: readonly Told[],
  { personId, publicUrl }: { readonly personId: string; readonly publicUrl: string },
): Promise<void> {
  const [first] = told
  if (!first) return
  const definition = definitionOf(found.collection.code)
  const at = { kind: 'query_asked' as const, definition, personId, decidedAt: found.now }
  for (const { id, address, question } of told) {
    await insertQueryStep(tx, { ...at, query: { id, returnId: found.id, address }, says: question })
  }
  const letter = queryAsked(
    aboutReturn(found, definition, publicUrl),
    told.map(({ address, question }) => ({ label: labelAt(address, definition), question })),
  )
  const to = await peopleOf(tx, found.organisation.id, ['preparer'])
  const cause = `query_asked:${first.id}:${found.now.toISOString()}`
  await insertLetters(tx, { kind: 'query_asked', cause, returnId: found.id, decidedAt: found.now }, { letter, to })
}
