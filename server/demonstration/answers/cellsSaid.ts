import type { Value } from '../../domain/kinds'
import { valueCell, type Address, type Cell, type Cells, type Reason } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import { mhsw2019 } from '../../surveys/mhsw2019'
import { psw2019 } from '../../surveys/psw2019'
import { together, type Count, type Working } from '../workforce/worker'

const hundredths = (figure: number): number => Math.round(figure * 100) / 100

/** One answer: a figure to two decimals, words or choices. Nothing where it is undefined. */
export const answer = (address: Address, value: Value | undefined): Cells =>
  value === undefined ? {} : { [address]: valueCell(typeof value === 'number' ? hundredths(value) : value) }

/** People and WTE side by side. */
export const counted = (code: string, { hc, wte }: Count): Cells => ({
  ...answer(`${code}.hc`, hc),
  ...answer(`${code}.wte`, wte),
})

/** "Not collected", and why. */
export const missing = (address: Address, reason: Reason): Cells => ({ [address]: { state: 'not_collected', reason } })

/** The codes of a table's rows, as the first of these surveys that asks for it has them. */
export function rowsOf(code: string, surveys: readonly SurveyDefinition[] = [mhsw2019, psw2019]): readonly string[] {
  const question = surveys.flatMap((survey) => atlasOf(survey).question(code)?.question ?? [])[0]
  if (question?.shape !== 'table') throw new Error(`'${code}' is not a table of these surveys`)
  return question.rows.map((row) => row.code)
}

/** Several answers together. */
export const joined = (all: readonly Cells[]): Cells => Object.fromEntries(all.flatMap((each) => Object.entries(each)))

/** A table that counts people and WTE, each in the row they belong to; rows nobody belongs to are 0. */
export const table = <T extends Working>(code: string, people: readonly T[], rowOf: (person: T) => string): Cells =>
  joined(
    rowsOf(code).map((row) => counted(`${code}.${row}`, together(people.filter((person) => rowOf(person) === row)))),
  )

/** A table with one figure a row; rows not named are 0. */
export const figures = (code: string, byRow: Readonly<Record<string, number>>, column = 'hc'): Cells =>
  joined(rowsOf(code).map((row) => answer(`${code}.${row}.${column}`, byRow[row] ?? 0)))

/** A table that counts only people. */
export const peopleTable = <T>(code: string, people: readonly T[], rowOf: (person: T) => string): Cells =>
  figures(code, tally(people, rowOf))

/** How many there are of each. */
export function tally<T>(things: readonly T[], of: (thing: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const thing of things) counts[of(thing)] = (counts[of(thing)] ?? 0) + 1
  return counts
}

/** The same answers, but those at addresses that fit are "not collected". */
export const withoutThose = (cells: Cells, fits: (address: Address) => boolean, reason: Reason): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([address, cell]): [Address, Cell] => [
      address,
      fits(address) ? { state: 'not_collected', reason } : cell,
    ]),
  )
