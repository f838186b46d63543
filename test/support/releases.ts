import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { makeRelease } from '../../server/actions/makeRelease'
import type { Database } from '../../server/db/schema'
import type { Figure, Shown } from '../../server/domain/disclosure/figure'
import type { ReturnStatus } from '../../server/domain/returns/lifecycle'
import type { Cell, Cells } from '../../server/domain/survey/cells'
import { make } from './make'

export type Told = Readonly<Record<string, number | string>>

/** A value as it is, "NC" as not collected. */
export const cellsOf = (told: Told): Cells =>
  Object.fromEntries(
    Object.entries(told).map(([address, value]): [string, Cell] => [
      address,
      value === 'NC' ? { state: 'not_collected', reason: 'not_recorded' } : { state: 'value', value },
    ]),
  )

/** Social workers in post, and vacancies: enough to be compared by. */
export const staffed = (employed: number, vacant: number | 'NC' = 2): Told => ({
  has_mhsw: 'yes',
  'sw_emp_in.hc': employed,
  'sw_emp_in.wte': employed,
  'sw_emp_out.hc': 0,
  'sw_emp_out.wte': 0,
  'sw_ext.hc': 0,
  'sw_ext.wte': 0,
  partnership_model: 'direct_only',
  vac_wte: vacant,
})

export interface Trust {
  readonly returnId: string
  readonly organisationId: string
  readonly signedBy: string
}

/** Trusts that submit by rows, for tests of what is made of submissions: each has a million people registered. */
export function trustsIn(db: Kysely<Database>, collection = 'mhsw-2019') {
  const made = make(db)

  async function submit({ returnId, signedBy }: Trust, told: Told, named = false): Promise<string> {
    const before = await db.selectFrom('submissions').select('id').where('returnId', '=', returnId).execute()
    const nil = told.has_mhsw === 'no'
    const { id } = await db
      .insertInto('submissions')
      .values({
        returnId,
        signedBy,
        number: before.length + 1,
        reference: randomBytes(6).toString('hex'),
        definition: collection,
        cells: JSON.stringify(cellsOf(told)),
        explained: '[]',
        hash: 'a hash',
        version: before.length + 1,
        nil,
        identified: named,
        decidedAt: new Date('2020-01-20T10:00:00Z'),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await stand(returnId, id, nil ? 'nil' : 'submitted')
    return id
  }

  const stand = (returnId: string, standingSubmissionId: string | null, status: ReturnStatus) =>
    db.updateTable('returns').set({ standingSubmissionId, status }).where('id', '=', returnId).execute()

  async function trust(told: Told | undefined, given: { named?: boolean; nhsRegion?: string } = {}): Promise<Trust> {
    const { id: organisationId } = await made.organisation({ type: 'nhs_trust', popRegistered: 1_000_000 })
    await db
      .updateTable('organisations')
      .set({ nhsRegion: given.nhsRegion ?? 'Y60' })
      .where('id', '=', organisationId)
      .execute()
    const { id: collectionId } = await db
      .selectFrom('collections')
      .select('id')
      .where('code', '=', collection)
      .executeTakeFirstOrThrow()
    const { id: returnId } = await made.return({ organisationId, collectionId })
    const { id: signedBy } = await made.person({ organisationId, role: 'signatory' })
    const found = { returnId, organisationId, signedBy }
    if (told) await submit(found, told, given.named)
    return found
  }

  /** Trusts that employ so many each. */
  async function trusts(...employed: number[]): Promise<Trust[]> {
    const found: Trust[] = []
    for (const each of employed) found.push(await trust(staffed(each)))
    return found
  }

  const release = async (given: { hold?: boolean; personId?: string } = {}) => {
    const personId = given.personId ?? (await made.person({ staffRole: 'analyst' })).id
    return makeRelease({ db }, { code: collection, personId, hold: given.hold ?? false })
  }

  return { trust, trusts, submit, stand, release }
}

/** A figure of these, or why it is withheld. */
export const told = (shown: Shown | undefined): number | string =>
  shown === undefined ? 'nothing' : 'value' in shown ? shown.value : shown.withheld

export const figureIn = (figures: readonly Figure[], indicator: string, group: string): Figure | undefined =>
  figures.find((each) => each.indicator === indicator && each.group === group)

/** Takes away everything that was released and everything it was made from, though it may never be: between two tests. */
export const startAgain = (pool: Pool): Promise<unknown> =>
  pool.query(`set session_replication_role = replica;
    truncate collections, organisations, people, memberships, returns, submissions, openings,
      releases, release_members, release_contributors, figures, tallies, marks cascade;
    set session_replication_role = origin`)
