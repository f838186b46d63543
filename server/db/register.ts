import { sql } from 'kysely'
import { severalIn, type Cells } from '../domain/survey/cells'
import { questionMeaning, type SurveyDefinition } from '../domain/survey/definition'
import { readElsewhere } from '../domain/survey/elsewhere'
import { lastTimeOf } from '../domain/survey/lastTime'
import type { Register } from '../domain/survey/register'
import type { Sheet } from '../domain/survey/sheet'
import type { FoundReturn } from './foundReturn'
import { prepared } from './prepared'
import type { Reader } from './transaction'

/**
 * What is known of a return besides its cells, as its rules need it. Other returns are looked into only where a rule asks:
 * of a joint return (A02), of an organisation that says it has no social workers (A03), where another survey is to say the
 * same (PS12), and what was said last time (X06, X08).
 */
export async function registerOf(
  db: Reader,
  found: FoundReturn,
  definition: SurveyDefinition,
  cells: Cells,
): Promise<Register> {
  const own = await ofItself(db, found, definition, cells)
  return found.hasOthers ? { ...own, ...(await saidInOthers(db, found, definition)) } : own
}

/**
 * The same for other cells of the return, in the same transaction: all returns of its organisation are locked with it, so
 * what they say is still what it was.
 */
export async function registerAgain(db: Reader, found: FoundReturn, before: Sheet, cells: Cells): Promise<Register> {
  const own = await ofItself(db, found, before.definition, cells)
  const { lastTime, otherSurvey } = before.register
  return { ...own, ...(lastTime ? { lastTime } : {}), ...(otherSurvey ? { otherSurvey } : {}) }
}

async function ofItself(db: Reader, found: FoundReturn, definition: SurveyDefinition, cells: Cells): Promise<Register> {
  const named = severalIn(cells[questionMeaning(definition, 'answers_for')?.code ?? ''])
  const none = cells.has_mhsw
  return {
    organisation: found.organisation,
    ...(found.essentialOnly ? { essentialOnly: true } : {}),
    ...(named.length > 0 ? { begunAlready: await begunAlready(db, found, named) } : {}),
    ...(none?.state === 'value' && none.value === 'no' ? { namedAsHostBy: await namedAsHostBy(db, found) } : {}),
  }
}

/** What the organisation has said in its other returns, of the same time and before. */
async function saidInOthers(
  db: Reader,
  found: FoundReturn,
  definition: SurveyDefinition,
): Promise<Pick<Register, 'lastTime' | 'otherSurvey'>> {
  const before = await submittedBefore(db, found)
  const compared = readElsewhere(definition)
  return {
    ...(before.length > 0 ? { lastTime: lastTimeOf(definition, before) } : {}),
    ...(compared.length > 0 ? { otherSurvey: await saidElsewhere(db, found, compared) } : {}),
  }
}

/** What the organisation has submitted to collections that closed before this one does, the earliest first. */
async function submittedBefore(db: Reader, { organisation, openness }: FoundReturn): Promise<Cells[]> {
  const rows = await submittedRows(db, { organisationId: organisation.id, cutoffAt: openness.cutoffAt })
  return rows.map(({ cells }) => cells)
}

const submittedRows = prepared(
  'submitted_before',
  (db, { organisationId, cutoffAt }: { readonly organisationId: string; readonly cutoffAt: Date }) =>
    db
      .selectFrom('returns')
      .innerJoin('collections', 'collections.id', 'returns.collectionId')
      .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
      .select('submissions.cells')
      .where('returns.organisationId', '=', organisationId)
      .where('collections.cutoffAt', '<', cutoffAt)
      .orderBy('collections.cutoffAt')
      .orderBy('collections.code'),
)

/** What the organisation says at these addresses in its returns to collections that are open while this one is. */
async function saidElsewhere(db: Reader, found: FoundReturn, addresses: readonly string[]): Promise<Cells> {
  const rows = await db
    .selectFrom('cells')
    .innerJoin('returns', 'returns.id', 'cells.returnId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .select(['address', 'cell'])
    .where('returns.organisationId', '=', found.organisation.id)
    .where('returns.id', '<>', found.id)
    .where('returns.status', 'not in', ['covered', 'declined', 'no_longer_required'])
    .where('collections.opensAt', '<', found.openness.cutoffAt)
    .where('collections.cutoffAt', '>', found.openness.opensAt)
    .where('address', 'in', addresses)
    .execute()
  return Object.fromEntries(rows.map(({ address, cell }) => [address, cell]))
}

/** Names of the organisations with these codes that have begun a return of their own. */
async function begunAlready(db: Reader, found: FoundReturn, codes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select('organisations.name')
    .where('returns.collectionId', '=', found.collection.id)
    .where('returns.id', '<>', found.id)
    .where('organisations.code', 'in', codes)
    .where('returns.status', 'not in', ['not_started', 'covered', 'declined', 'no_longer_required'])
    .orderBy('organisations.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Who has submitted that social workers of theirs are deployed here, and how many WTE. */
const namedAsHostBy = (db: Reader, found: FoundReturn): Promise<{ name: string; wte: number }[]> =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .innerJoin(
      sql<{ stem: string; code: string }>`lateral (
        select regexp_replace(key, '[.]org$', '') as stem, value ->> 'value' as code
        from jsonb_each(submissions.cells) where key like 'sw!_out!_partner.%.org' escape '!')`.as('entry'),
      (join) => join.onTrue(),
    )
    .select([
      'organisations.name',
      sql<number>`coalesce((submissions.cells -> (entry.stem || '.wte') ->> 'value')::float8, 0)`.as('wte'),
    ])
    .where('entry.code', '=', found.organisation.code)
    .where('returns.collectionId', '=', found.collection.id)
    .where('returns.id', '<>', found.id)
    .orderBy('organisations.name')
    .execute()
