import { sql } from 'kysely'
import type { Telephoned } from '../domain/returns/telephoned'
import type { Reader } from './transaction'

type Written = Omit<Telephoned, 'at'> & { readonly at: string }

/**
 * The cells of the return that a statement finds which stand as somebody of the network entered them, and who that was, as
 * one value of it. Moments in JSON are texts.
 */
export const telephonedInJson = sql<readonly Written[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('address', address, 'by', people.name, 'at', decided_at)
    order by entered.id), '[]')
  from cell_changes entered join people on people.id = entered.person_id
  where entered.return_id = returns.id and entered.via = 'telephone' and not exists (
    select from cell_changes later where later.return_id = entered.return_id
      and later.address = entered.address and later.id > entered.id))`

/** The same, with their moments. */
export const telephoned = (written: readonly Written[]): Telephoned[] =>
  written.map((each) => ({ ...each, at: new Date(each.at) }))

/** The same, of a return that has been found. */
export async function telephonedIn(db: Reader, returnId: string): Promise<readonly Telephoned[]> {
  const { written } = await db
    .selectFrom('returns')
    .select(telephonedInJson.as('written'))
    .where('id', '=', returnId)
    .executeTakeFirstOrThrow()
  return telephoned(written)
}
