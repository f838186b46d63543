import { byType, cell, plus, type Expression } from '../../domain/survey/expression'

/** The people a rate per head is of: registered with the trust's practices, or resident in the council's area. */
export const population = byType({ nhs_trust: 'pop_registered', local_authority: 'pop_resident' })

/** Some rows of a table added up in one column: `rowsOf('demo_age', 'wte', ['a50_54', 'a55_59'])`. */
export const rowsOf = (table: string, column: string, rows: readonly string[]): Expression =>
  plus(...rows.map((row) => cell(`${table}.${row}.${column}`)))

/** All rows of a table but those that say that it is not known. */
export const but = (rows: Readonly<Record<string, unknown>>, ...unknown: readonly string[]): readonly string[] =>
  Object.keys(rows).filter((row) => !unknown.includes(row))
