import type { Reader } from './transaction'

/** What every organisation of the register is called, by its code, in the order of their names. */
export async function organisationNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('organisations').select(['code', 'name']).orderBy('name').orderBy('code').execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}
