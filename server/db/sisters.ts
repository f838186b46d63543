import { hasBegun } from '../domain/returns/lifecycle'
import type { Cells } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import { onlyShared, sharedQuestions } from '../domain/survey/shared'
import { cellsOf } from './cells'
import type { FoundReturn, OpenedReturn } from './foundReturn'
import { foundReturn, fullReturn } from './fullReturn'
import { prepared } from './prepared'
import type { Reader } from './transaction'

/** The definition of a collection, by its code. */
export type DefinitionOf = (collection: string) => SurveyDefinition

/** The other returns of the same organisation, in collections that are open while this one's is; judged at its moment. */
export async function sistersOf(db: Reader, found: FoundReturn): Promise<FoundReturn[]> {
  if (!found.hasOthers) return []
  const { id, organisation, openness } = found
  const { opensAt, cutoffAt } = openness
  const rows = await sisterRows(db, { id, organisationId: organisation.id, opensAt, cutoffAt })
  return rows.map((row) => ({ ...foundReturn(row), now: found.now }))
}

interface Beside {
  readonly id: string
  readonly organisationId: string
  readonly opensAt: Date
  readonly cutoffAt: Date
}

const sisterRows = prepared('sisters', (db, { id, organisationId, opensAt, cutoffAt }: Beside) =>
  fullReturn(db, () => 0)
    .where('returns.organisationId', '=', organisationId)
    .where('returns.id', '<>', id)
    .where('collections.opensAt', '<', cutoffAt)
    .where('collections.cutoffAt', '>', opensAt)
    .orderBy('returns.id'),
)

/** What is in a return. */
export interface Draft {
  /** All that counts: what is kept, and what it begins with. */
  readonly cells: Cells
  readonly kept: Cells
  /** Of a return nobody has begun: what a sister says already where both ask alike. Its first save takes it over. */
  readonly beginning: Cells
}

/** What is in a return now. Of one nobody has begun that is what its sister says already (`Draft.beginning`). */
export async function draftOfReturn(
  db: Reader,
  found: FoundReturn | OpenedReturn,
  definitionOf: DefinitionOf,
): Promise<Draft> {
  const kept = 'kept' in found ? found.kept : await cellsOf(db, found.id)
  const beginning = found.status === 'not_started' ? await beginningOf(db, found, definitionOf) : {}
  return { cells: { ...beginning, ...kept }, kept, beginning }
}

/** The sister that was saved last knows best. */
async function beginningOf(db: Reader, found: FoundReturn, definitionOf: DefinitionOf): Promise<Cells> {
  const begun = (await sistersOf(db, found)).filter(({ status }) => hasBegun(status))
  const [latest] = begun.sort((a, b) => (b.lastSavedAt?.getTime() ?? 0) - (a.lastSavedAt?.getTime() ?? 0))
  if (!latest) return {}
  const shared = sharedQuestions(definitionOf(found.collection.code), definitionOf(latest.collection.code))
  return onlyShared(await cellsOf(db, latest.id), shared)
}
