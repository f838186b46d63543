import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema'
import type { RegisteredOrganisation } from '../../server/domain/survey/register'
import type { Cells } from '../../server/domain/survey/cells'
import type { Progress } from '../../server/domain/survey/progress'
import type { ReturnStatus } from '../../server/domain/returns/lifecycle'

/** A return of the demonstration, as it stands in the database. */
export interface LoadedReturn {
  readonly id: string
  /** The code of its collection, which is its definition's. */
  readonly collection: string
  readonly status: ReturnStatus
  readonly version: number
  readonly progress: Readonly<Record<string, Progress>>
  readonly organisation: RegisteredOrganisation & { readonly id: string }
  readonly cells: Cells
}

/** Every return with its organisation and its cells. */
export async function loadedReturns(db: Kysely<Database>): Promise<LoadedReturn[]> {
  const returns = await db.selectFrom('returns').selectAll().orderBy('id').execute()
  const collections = await db.selectFrom('collections').select(['id', 'code']).execute()
  const organisations = await db.selectFrom('organisations').selectAll().execute()
  const cells = await db.selectFrom('cells').select(['returnId', 'address', 'cell']).execute()
  const cellsOf = new Map<string, Record<string, Cells[string]>>()
  for (const { returnId, address, cell } of cells) {
    cellsOf.set(returnId, Object.assign(cellsOf.get(returnId) ?? {}, { [address]: cell }))
  }
  return returns.map(({ id, status, version, progress, organisationId, collectionId }) => {
    const organisation = organisations.find((each) => each.id === organisationId)
    if (!organisation) throw new Error(`The return ${id} has no organisation`)
    const collection = collections.find((each) => each.id === collectionId)?.code ?? ''
    return { id, collection, status, version, progress, organisation, cells: cellsOf.get(id) ?? {} }
  })
}
