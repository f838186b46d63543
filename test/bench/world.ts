import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../../server/db/schema'
import { sectionCoded } from '../../server/domain/survey/definition'
import { placesOf } from '../../server/domain/survey/places'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { make } from '../support/make'
import { setClock } from '../support/clock'

/** What is measured: the section on demographics, whose tables have about 60 boxes. */
export const SECTION = 'h'

/** The 25 boxes that a save changes: the ages, people and WTE, and the first of the genders. */
export function savedCells(): string[] {
  const section = sectionCoded(mhsw2019, SECTION)
  const boxesOf = (code: string) => {
    const question = section?.questions.find((each) => each.code === code)
    return section && question ? placesOf({ question, section }).map(({ address }) => address) : []
  }
  return [...boxesOf('demo_age'), ...boxesOf('demo_gender')].slice(0, 25)
}

export interface Users {
  readonly emails: readonly string[]
  readonly returnIds: readonly string[]
}

/** So many employers, each with one return whose section is filled. */
export async function makeWorld(db: Kysely<Database>, pool: Pool, users: number): Promise<Users> {
  await setClock(pool, '2020-01-27T09:05:00Z')
  const makes = make(db)
  const made = []
  for (let n = 0; n < users; n++) made.push(await makes.employer())
  await pool.query(
    `insert into cells (return_id, address, cell, version, decided_at)
     select returns.id, address, jsonb_build_object('state', 'value', 'value', given), 1, app_now() from returns,
     (values ('has_mhsw', '"yes"'::jsonb), ('sw_emp_in.hc', '41'), ('sw_emp_in.wte', '36.2'), ('sw_emp_out.hc', '0'),
       ('sw_emp_out.wte', '0'), ('demo_eth_detail', '"grouped_5"')) as base (address, given)`,
  )
  await pool.query(
    `insert into cells (return_id, address, cell, version, decided_at)
     select returns.id, address, '{"state": "value", "value": 3}', 1, app_now() from returns, unnest($1::text[]) as address`,
    [savedCells()],
  )
  await pool.query("update returns set version = 1, status = 'in_progress'")
  return { emails: made.map(({ preparer }) => preparer.email), returnIds: made.map((each) => each.return.id) }
}
