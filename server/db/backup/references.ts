import type { ClientBase } from 'pg'

interface Reference {
  readonly table: string
  readonly name: string
  readonly says: string
}

/**
 * Works while no row need point at one that is there: rows that point at each other go in in any order. Afterwards every
 * one of them must, or nothing is kept.
 */
export async function withoutReferences<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<Reference>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as says
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  const done = await work()
  for (const { table, name, says } of rows) await client.query(`alter table ${table} add constraint ${name} ${says}`)
  return done
}
