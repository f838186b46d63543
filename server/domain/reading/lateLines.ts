import type { Address, Cells } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { atlasOf, type Place } from '../survey/places'
import type { Typed } from '../survey/readSection'
import { cellAtInWords, type Names } from './cellInWords'
import { labelAt, sectionAt } from './labels'
import { typedInWords } from './typedInWords'

/** What was typed too late in one box, beside what the return says there now. */
export interface LateLine {
  readonly address: Address
  /** The section it is in; undefined where the survey has none for it. */
  readonly section: string | undefined
  readonly label: string
  readonly typed: string
  readonly now: string
}

interface Now {
  readonly definition: SurveyDefinition
  readonly cells: Cells
  readonly names: Names
}

/** What was typed too late, box by box, in the order of the survey. */
export function lateLines(typed: Typed, { definition, cells, names }: Now): LateLine[] {
  const addresses = [...new Set(Object.keys(typed).map((name) => name.replace(/!nc$/, '')))]
  const line = (address: Address): LateLine => ({
    address,
    section: sectionAt(address, definition),
    label: labelAt(address, definition),
    typed: typedAt(address, typed, definition),
    now: cellAtInWords(address, cells[address], { definition, names }) ?? 'Nothing',
  })
  const order = orderIn(definition)
  return addresses.sort((a, b) => compare(order(a), order(b))).map(line)
}

/** The letters of the sections in which something was typed too late, in the order of the survey. */
export const lateSections = (typed: Typed, definition: SurveyDefinition): string[] => {
  const typedIn = new Set(Object.keys(typed).map((name) => sectionAt(name.replace(/!nc$/, ''), definition)))
  return definition.sections.map(({ code }) => code).filter((code) => typedIn.has(code))
}

function typedAt(address: Address, typed: Typed, definition: SurveyDefinition): string {
  const said = [typed[address], typed[`${address}!nc`]].map((sent) => (typeof sent === 'string' ? sent : ''))
  const [value = '', reason = ''] = said
  const parts = [
    ...(value === '' ? [] : [typedInWords(address, value, definition)]),
    ...(reason === '' ? [] : [typedInWords(address, `NC ${reason}`, definition)]),
  ]
  return parts.join('; ') || 'Cleared'
}

/** Where a box stands: its section, its question, its line, its column. An explanation follows its section. */
function orderIn(definition: SurveyDefinition): (address: Address) => readonly number[] {
  const atlas = atlasOf(definition)
  return (address) => {
    const section = definition.sections.findIndex(({ code }) => code === sectionAt(address, definition))
    const place = atlas.place(address)
    const code = atlas.question(address)?.question.code
    const question = definition.sections[section]?.questions.findIndex((each) => each.code === code) ?? -1
    return [section, question < 0 ? Infinity : question, ...(place ? lineAndColumn(place) : [])]
  }
}

function lineAndColumn({ question, row, column }: Place): number[] {
  const line = question.shape === 'table' ? question.rows.findIndex(({ code }) => code === row) : Number(row ?? 0)
  return [line, 'columns' in question ? question.columns.findIndex(({ code }) => code === column) : 0]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, place) => each !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
