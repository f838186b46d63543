import { gathering, type Gathered } from '../domain/benchmarks/gathered'
import type { Standing } from '../domain/benchmarks/methods'
import type { Member } from '../domain/benchmarks/member'
import { groupsOf, peerOf, thirdsOf } from '../domain/benchmarks/peerGroups'
import { claimsIn } from '../domain/pairs/claimsIn'
import type { Claim } from '../domain/pairs/pair'
import type { SurveyDefinition } from '../domain/survey/definition'
import { sheetOf } from '../domain/survey/routing'
import type { Reader } from './transaction'

/** So many submissions are in memory at once. */
const BATCH = 10

export interface GatheredRelease {
  readonly members: readonly Member[]
  /** What was in earlier releases and does not stand any more: it is gathered after the members. */
  readonly past: readonly Member[]
  readonly gathered: Gathered
  /** What organisations say of the people they share. */
  readonly claims: readonly Claim[]
}

/**
 * Reads what stands, one submission after another, and keeps no more of it than what it puts into the indicators; then what
 * stood in earlier releases.
 */
export async function gatherRelease(
  db: Reader,
  definition: SurveyDefinition,
  standing: readonly Standing[],
  past: readonly Member[] = [],
): Promise<GatheredRelease> {
  const thirds = thirdsOf(standing.map(({ organisation }) => organisation))
  const gathered = gathering(definition, standing.length + past.length)
  const members: Member[] = []
  const claims: Claim[] = []
  for (let from = 0; from < standing.length; from += BATCH) {
    const part = standing.slice(from, from + BATCH)
    const said = await saidIn(
      db,
      part.map(({ submission }) => submission.id),
    )
    for (const { returnId, organisation, submission } of part) {
      const { cells, essentialOnly } = foundIn(said, submission.id)
      const sheet = sheetOf(definition, { organisation, essentialOnly }, cells)
      gathered.add(members.length, sheet)
      claims.push(...claimsIn(organisation.code, cells))
      const groups = groupsOf(peerOf(sheet), thirds)
      members.push({ returnId, submissionId: submission.id, organisation, named: submission.named, groups })
    }
  }
  for (let from = 0; from < past.length; from += BATCH) {
    const part = past.slice(from, from + BATCH)
    const said = await saidIn(
      db,
      part.map(({ submissionId }) => submissionId),
    )
    for (const [at, { submissionId, organisation }] of part.entries()) {
      const { cells, essentialOnly } = foundIn(said, submissionId)
      gathered.add(members.length + from + at, sheetOf(definition, { organisation, essentialOnly }, cells))
    }
  }
  return { members, past, gathered, claims }
}

function foundIn<T>(said: ReadonlyMap<string, T>, id: string): T {
  const found = said.get(id)
  if (!found) throw new Error(`Submission ${id} is not there`)
  return found
}

/** What some submissions say, by their ids. */
async function saidIn(db: Reader, ids: readonly string[]) {
  const rows = await db
    .selectFrom('submissions')
    .select(['id', 'cells', 'essentialOnly'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
