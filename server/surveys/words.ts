import type { Option } from '../domain/kinds/choice'
import type { ChoiceBox } from '../domain/kinds/choice'
import type { ChoicesBox } from '../domain/kinds/choices'
import type { DecimalBox } from '../domain/kinds/decimal'
import type { IntegerBox } from '../domain/kinds/integer'
import type { TextBox } from '../domain/kinds/text'
import type { Column, Row, Said } from '../domain/survey/definition'
import { cell, over, times, type Expression } from '../domain/survey/expression'

/** Rows or options written as { code: 'Label' }, in the order they are shown. */
export const rows = (labels: Readonly<Record<string, string>>): readonly Row[] =>
  Object.entries(labels).map(([code, label]) => ({ code, label }))

/** Options written as { value: 'Label' }; those named after it cannot be ticked together with others. */
export const options = (labels: Readonly<Record<string, string>>, ...exclusive: string[]): readonly Option[] =>
  Object.entries(labels).map(([value, label]) =>
    exclusive.includes(value) ? { value, label, exclusive: true } : { value, label },
  )

/** One choice of these: value, label. */
export const oneOf = (labels: Readonly<Record<string, string>>): ChoiceBox => ({
  kind: 'choice',
  options: options(labels),
})

/** As many choices of these as apply; an exclusive one ("none of these") stands alone. */
export const anyOf = (labels: Readonly<Record<string, string>>, ...exclusive: string[]): ChoicesBox => ({
  kind: 'choices',
  options: options(labels, ...exclusive),
})

export const yesNo = { yes: 'Yes', no: 'No' } as const
export const yesNoNotKnown = { ...yesNo, not_known: 'Not known' } as const

/** A whole number of people, assessments, contacts or pounds. */
export const count = (max: number, unit: string, min = 0): IntegerBox => ({ kind: 'integer', min, max, unit })
/** Whole-time equivalents, to two decimals. */
export const wte = (max = 9999.99, min = 0): DecimalBox => ({ kind: 'decimal', min, max, places: 2, unit: 'WTE' })
/** One line of text, of so many characters. */
export const words = (min: number, max: number): TextBox => ({ kind: 'text', min, max })
/** Several lines of text, of so many characters in all. */
export const longWords = (min: number, max: number): TextBox => ({ kind: 'text', min, max, long: true })

/** The column of people (headcount), code `hc`. */
export const people = (max = 9999): Column => ({ code: 'hc', label: 'People', box: count(max, 'people') })
/** The column of whole-time equivalents, code `wte`. */
export const wteColumn = (max = 9999.99): Column => ({ code: 'wte', label: 'WTE', box: wte(max) })
/** The two columns most tables have: people and WTE, each with the most that can be meant. */
export const peopleAndWte = (maxPeople = 9999, maxWte = 9999.99): readonly Column[] => [
  people(maxPeople),
  wteColumn(maxWte),
]

const asFigure = (given: Expression | string): Expression => (typeof given === 'string' ? cell(given) : given)

/** Fills a gap in a message with whole people or a WTE to two decimals. */
export const said = (figure: Expression | string, places = 0): Said => ({
  kind: 'figure',
  figure: asFigure(figure),
  places,
})
/** Fills a gap in a message with WTE to two decimals. */
export const saidWte = (figure: Expression | string): Said => said(figure, 2)

/** A part as a percentage of a whole; not known where there is no whole. */
export const percent = (part: Expression | string, whole: Expression | string): Expression =>
  times(over(part, whole), 100)

/** Allowed difference when a table of WTE is compared with its total: cells are rounded to two decimals (spec §2.0). */
export const TOLERANCE = 0.1
