import { nth, type Chance } from '../../server/demonstration/chance'
import type { Told } from './employer'
import { shareOut, tableWith } from './sharing'

/** What a table adds up to over all organisations, in hundredths of a WTE, by row. */
type Totals = Readonly<Record<string, number>>

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)

/**
 * Tables of people and WTE of several organisations that add up by row to given totals, and within each organisation to
 * all it employs: people first, then their WTE, never more than people.
 */
export function tablesOf(
  tables: Readonly<Record<string, Totals>>,
  employed: readonly number[],
  heads: readonly number[],
  chance: Chance,
): Told[] {
  const all = Object.entries(tables).map(([code, totals]) => tableOf(code, totals, { employed, heads, chance }))
  return employed.map((_, at) => Object.fromEntries(all.flatMap((each) => Object.entries(nth(each, at)))))
}

interface Staff {
  readonly employed: readonly number[]
  readonly heads: readonly number[]
  readonly chance: Chance
}

function tableOf(code: string, totals: Totals, { employed, heads, chance }: Staff): Told[] {
  const rows = Object.entries(totals)
  const inRows = shareOut(
    sumOf(heads),
    rows.map(([, total]) => total),
  )
  const seed = rows.map(() => heads.map((each) => (each === 0 ? 0 : 0.5 + chance.fraction())))
  const people = tableWith({ rows: inRows, columns: heads, seed })
  const wte = tableWith({
    rows: rows.map(([, total]) => total),
    columns: employed,
    seed: people,
    most: people.map((row) => row.map((cell) => cell * 100)),
  })
  return employed.map((total, at) =>
    total === 0
      ? {}
      : Object.fromEntries(
          rows.flatMap(([row], index) => [
            [`${code}.${row}.hc`, nth(nth(people, index), at)],
            [`${code}.${row}.wte`, nth(nth(wte, index), at) / 100],
          ]),
        ),
  )
}
