import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../../server/db/schema'
import { setClock } from '../support/clock'
import { make } from '../support/make'

export interface World {
  readonly returnId: string
  /** The section all of them write to. */
  readonly path: string
  /** Preparers of the same employer. */
  readonly emails: readonly string[]
  /** Boxes of that section, for figures with two decimals. */
  readonly boxes: readonly string[]
}

const bands = ['a_under25', 'a25_29', 'a30_34', 'a35_39', 'a40_44', 'a45_49', 'a50_54', 'a55_59', 'a60_64', 'a65_plus']
const genders = ['female', 'male']

/** An employer in the middle of its collection, with so many preparers who all work on its return. */
export async function makeWorld(db: Kysely<Database>, pool: Pool, preparers: number): Promise<World> {
  await setClock(pool, '2020-01-28T09:00:00Z')
  const makes = make(db)
  const { id: returnId, organisationId } = await makes.return()
  const people = []
  for (let n = 0; n < preparers; n++) people.push(await makes.person({ organisationId, name: `Preparer ${n + 1}` }))
  return {
    returnId,
    path: `/returns/${returnId}/sections/h`,
    emails: people.map(({ email }) => email),
    boxes: [...bands.map((band) => `demo_age.${band}.wte`), ...genders.map((each) => `demo_gender.${each}.wte`)],
  }
}
