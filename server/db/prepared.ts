import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Database } from './schema'
import type { Reader } from './transaction'

/** Stands in a statement for a value that is given each time it is run. */
class Gap {
  constructor(readonly name: string) {}
}

/** The names under which PostgreSQL keeps statements, by their text. */
const names = new Map<string, string>()

/** What PostgreSQL keeps a statement as, if it is to keep it. */
export const nameOfStatement = (text: string): string | undefined => names.get(text)

/**
 * A statement that is run at every request: written as any other, but put together only once, and kept by PostgreSQL under
 * its name on every connection. What is given each time must go into it as it is: nothing may be worked out of it.
 */
export function prepared<Given extends object, Row, Runner extends Reader = Reader>(
  name: string,
  build: (db: Runner, given: Given) => Compilable<Row>,
): (db: Runner, given: Given) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined
  return async (db, given) => {
    kept ??= keep(name, build(db, gaps as Given).compile())
    const values = new Map<string, unknown>(Object.entries(given))
    const parameters = kept.parameters.map((each) => (each instanceof Gap ? values.get(each.name) : each))
    const { rows } = await running(db).executeQuery<Row>({ ...kept, parameters })
    return rows
  }
}

/** Whoever reads can run a statement too; that is not offered, so that nobody writes without a transaction. */
const running = (db: Reader) => db as Kysely<Database>

/** A gap for every name that is asked for, in the place of what is given: a statement takes any value. */
const gaps: object = new Proxy({}, { get: (_none, name) => new Gap(String(name)) })

function keep<Row>(name: string, compiled: CompiledQuery<Row>): CompiledQuery<Row> {
  names.set(compiled.sql, name)
  return compiled
}
