import type { Tally } from '../../domain/benchmarks/indicator'
import { cell, type Expression } from '../../domain/survey/expression'

interface Told extends Pick<Tally, 'code' | 'label' | 'subject' | 'organisations'> {
  readonly rows: Readonly<Record<string, string>>
  readonly people: (row: string) => Expression
  /** Shares by their code on WTE; the same on people has `_hc` after it. */
  readonly shares: Readonly<Record<string, readonly string[]>>
  /** Rows that are known; shares named in `ofAll` are over all rows, the others over these. */
  readonly known: readonly string[]
  readonly ofAll?: readonly string[]
}

/** A table of people with the shares that are sub-totals of it, on both bases. */
export function tally({ rows, people, shares, known, ofAll = [], ...told }: Told): Tally {
  const both = Object.entries(shares).flatMap(([code, part]) => [[code, part] as const, [`${code}_hc`, part] as const])
  return {
    ...told,
    rows: Object.entries(rows).map(([code, label]) => ({ code, label, people: people(code) })),
    shares: Object.fromEntries(both),
    sharesOver: Object.fromEntries(
      both.filter(([code]) => !ofAll.includes(code.replace(/_hc$/, ''))).map(([code]) => [code, known]),
    ),
  }
}

export const peopleIn =
  (table: string) =>
  (row: string): Expression =>
    cell(`${table}.${row}.hc`)
