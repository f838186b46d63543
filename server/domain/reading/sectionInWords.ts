import { format, isNumeric } from '../kinds'
import type { Address } from '../survey/cells'
import type { Question, Section } from '../survey/definition'
import { isSpared } from '../survey/essential'
import { entriesIn, placesOf, type Place } from '../survey/places'
import { figureAt } from '../survey/reckoning'
import type { Sheet } from '../survey/sheet'
import { cellInWords, type Names } from './cellInWords'

/** A section as it is read: every question that is asked, with what was answered. */
export interface SectionRead {
  readonly code: string
  /** A, B, C. */
  readonly letter: string
  readonly title: string
  readonly questions: readonly QuestionRead[]
  /** Questions that are not asked, because of other answers. */
  readonly notAsked: readonly string[]
}

export interface QuestionRead {
  /** Its code; of several that stand in one table, the first one's. */
  readonly code: string
  /** '' where its lines say what they are. */
  readonly label: string
  /** The one answer of a question with one box; its lines are empty then. */
  readonly only: AnswerRead | undefined
  readonly columns: readonly { readonly label: string; readonly isFigure: boolean }[]
  readonly rows: readonly LineRead[]
}

export interface LineRead {
  /** The code of its question. */
  readonly code: string
  readonly label: string
  readonly answers: readonly AnswerRead[]
}

export interface AnswerRead {
  /** Where it stands; of a list without entries, the list. */
  readonly address: Address
  /** The words over its column; "Answer" where there are none. */
  readonly column: string
  readonly text: string
  /** Stands to the right, under its column. */
  readonly isFigure: boolean
  /** Nothing was answered, or it is not collected. */
  readonly isNothing: boolean
}

/** A section in words. Questions of other types of organisation are not there at all. */
export function sectionInWords(section: Section, sheet: Sheet, names: Names): SectionRead {
  const { type } = sheet.register.organisation
  const meant = section.questions.filter(({ organisations }) => organisations?.includes(type) ?? true)
  const asked = meant.filter((question) => isAsked({ question, section }, sheet))
  return {
    code: section.code,
    letter: section.code.toUpperCase(),
    title: section.title,
    questions: together(asked.map((question) => questionInWords(question, section, sheet, names))),
    notAsked: meant.filter((question) => !asked.includes(question)).map(({ label }) => label),
  }
}

function isAsked(place: Parameters<Sheet['standing']>[0], sheet: Sheet): boolean {
  const standing = sheet.standing(place)
  return standing === 'asked' || standing === 'undetermined'
}

function questionInWords(question: Question, section: Section, sheet: Sheet, names: Names): QuestionRead {
  const places = placesOf({ question, section }, entriesIn(question, sheet.cells))
  const answer = (place: Place) => answerInWords(place, sheet, names)
  const [first] = places
  if (question.shape === 'single') {
    return { ...headOf(question), only: first && answer(first), columns: [], rows: [] }
  }
  const rows = [...new Set(places.map(({ row }) => row ?? ''))].map((row) => ({
    label: rowLabel(row, question),
    places: places.filter((place) => (place.row ?? '') === row),
  }))
  return {
    ...headOf(question),
    only: emptyList(question, sheet),
    columns: question.columns.map(({ label, box }) => ({ label: headed(label), isFigure: isNumeric(box) })),
    rows: rows
      .filter((row) => row.places.some((place) => isAsked(place, sheet)))
      .map((row) => ({ code: question.code, label: row.label, answers: row.places.map(answer) })),
  }
}

/** A question whose boxes stand side by side is told by its line. */
const headOf = ({ code, label, shape }: Question) => ({ code, label: shape === 'row' ? '' : label })

/** Questions whose boxes stand side by side, under the same columns, are the lines of one table. */
function together(questions: readonly QuestionRead[]): QuestionRead[] {
  const joined: QuestionRead[] = []
  for (const question of questions) {
    const last = joined.at(-1)
    if (last && isSameTable(last, question))
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...question.rows] }
    else joined.push(question)
  }
  return joined
}

const isSameTable = (one: QuestionRead, other: QuestionRead): boolean =>
  one.label === '' && other.label === '' && headings(one) === headings(other)

const headings = ({ columns }: QuestionRead): string => columns.map(({ label }) => label).join()

/** A list with no entries says so, or why there are none. */
function emptyList(question: Question, sheet: Sheet): AnswerRead | undefined {
  if (question.shape !== 'list' || entriesIn(question, sheet.cells).length > 0) return undefined
  const text = cellInWords({ kind: 'text', min: 0, max: 0 }, sheet.cells[question.code], new Map()) ?? 'None given'
  return { address: question.code, column: '', text, isFigure: false, isNothing: true }
}

function rowLabel(row: string, question: Question): string {
  if (question.shape === 'table') return question.rows.find(({ code }) => code === row)?.label ?? row
  return question.shape === 'list' ? `${question.entry} ${row}` : question.label
}

function answerInWords(place: Place, sheet: Sheet, names: Names): AnswerRead {
  const { address, box } = place
  const cell = isAsked(place, sheet) ? sheet.cells[address] : undefined
  const said = cellInWords(box, cell, names) ?? calculated(place, sheet)
  return {
    address,
    column: columnLabel(place),
    text: said ?? unsaidInWords(place, sheet),
    isFigure: isNumeric(box),
    isNothing: said === undefined || cell?.state === 'not_collected',
  }
}

const unsaid = {
  required: 'Not answered',
  optional: 'Nothing given',
  calculated: 'Not known',
  prefilled: 'We hold none',
} as const satisfies Record<Question['answering'], string>

/** What is said of a place in which nothing stands. */
export function unsaidInWords(place: Place, sheet: Sheet): string {
  if (!isAsked(place, sheet)) return 'Not asked'
  const { answering } = place.question
  return unsaid[
    answering === 'required' && isSpared(place.question, place.column, sheet.register) ? 'optional' : answering
  ]
}

const columnLabel = ({ question, column }: Place): string =>
  headed(('columns' in question ? question.columns.find(({ code }) => code === column)?.label : undefined) ?? '')

const headed = (label: string): string => (label === '' ? 'Answer' : label)

function calculated({ question, address, box }: Place, sheet: Sheet): string | undefined {
  const figure = question.answering === 'calculated' ? figureAt(address, sheet) : undefined
  return figure === undefined ? undefined : format(box, figure)
}
