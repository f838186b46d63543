import { isNumeric } from '../../domain/kinds'
import { isEntered, type Column, type Question, type Section } from '../../domain/survey/definition'
import { isSpared } from '../../domain/survey/essential'
import { entriesIn, placesOf, type Place } from '../../domain/survey/places'
import { figureAt } from '../../domain/survey/reckoning'
import { format } from '../../domain/kinds'
import type { Sheet } from '../../domain/survey/sheet'
import { cellInWords, type Names } from '../../domain/reading/cellInWords'

/** One question with what was answered, to read. */
export interface QuestionAnswers {
  readonly id: string
  /** '' where its lines say what they are. */
  readonly label: string
  readonly columns: readonly { readonly label: string; readonly isNumeric: boolean }[]
  readonly rows: readonly AnswerRow[]
  /** A question with one box has one answer and no table. */
  readonly only: Answer | undefined
  /** Where it can be changed. */
  readonly change: string | undefined
}

export interface AnswerRow {
  readonly label: string
  /** Where a line that is a question of its own can be changed. */
  readonly change: string | undefined
  readonly answers: readonly Answer[]
}

export interface Answer {
  readonly column: string
  /** Stands to the right, under its column. */
  readonly isFigure: boolean
  readonly text: string
  /** Nothing was answered, or it is not collected. */
  readonly isNothing: boolean
  /** Where a blank one can be answered, and what that link is called for those who hear it. */
  readonly link: { readonly href: string; readonly label: string } | undefined
}

interface Reading {
  readonly names: Names
  readonly canChange: boolean
  readonly returnId: string
}

/** Every question of a section that is asked, with its answers. Lines in which nothing is asked are left out. */
export function answersOf(section: Section, sheet: Sheet, reading: Reading): QuestionAnswers[] {
  const together: QuestionAnswers[] = []
  for (const question of section.questions.filter((each) => isShown(each, section, sheet))) {
    const next = questionAnswers(question, section, sheet, reading)
    const last = together.at(-1)
    if (last && isSameTable(last, next)) together[together.length - 1] = { ...last, rows: [...last.rows, ...next.rows] }
    else together.push(next)
  }
  return together
}

/** Questions whose boxes stand side by side are the lines of one table. */
const isSameTable = (one: QuestionAnswers, other: QuestionAnswers): boolean =>
  one.label === '' &&
  other.label === '' &&
  one.columns.map(({ label }) => label).join() === other.columns.map(({ label }) => label).join()

function isShown(question: Question, section: Section, sheet: Sheet): boolean {
  const standing = sheet.standing({ question, section })
  return standing === 'asked' || standing === 'undetermined'
}

function questionAnswers(question: Question, section: Section, sheet: Sheet, reading: Reading): QuestionAnswers {
  const places = placesOf({ question, section }, entriesIn(question, sheet.cells)).filter(
    (place) => sheet.standing(place) !== 'not_asked' && sheet.standing(place) !== 'none',
  )
  const href = `/returns/${reading.returnId}/sections/${section.code}#${question.code}`
  const answer = (place: Place) => answerAt(place, sheet, reading)
  const columns: readonly Column[] = question.shape === 'single' ? [] : question.columns
  const [first] = places
  const change = reading.canChange && isEntered(question) ? href : undefined
  const isLine = question.shape === 'row'
  return {
    id: question.code,
    label: isLine ? '' : question.label,
    columns: columns.map(({ label, box }) => ({ label, isNumeric: isNumeric(box) })),
    rows:
      question.shape === 'single'
        ? []
        : rowsOf(places, question).map((row) => ({
            label: row.label,
            change: isLine ? change : undefined,
            answers: row.places.map(answer),
          })),
    only: question.shape === 'single' && first ? answer(first) : undefined,
    change: isLine ? undefined : change,
  }
}

function rowsOf(places: readonly Place[], question: Question): { label: string; places: Place[] }[] {
  const rows = new Map<string, Place[]>()
  for (const place of places) rows.set(place.row ?? '', [...(rows.get(place.row ?? '') ?? []), place])
  return [...rows].map(([row, places]) => ({ label: rowLabel(row, question), places }))
}

function rowLabel(row: string, question: Question): string {
  if (question.shape === 'table') return question.rows.find(({ code }) => code === row)?.label ?? row
  return question.shape === 'list' ? `${question.entry} ${row}` : question.label
}

function answerAt(place: Place, sheet: Sheet, { names, canChange, returnId }: Reading): Answer {
  const cell = sheet.cells[place.address]
  const said = cellInWords(place.box, cell, names) ?? calculated(place, sheet)
  const isOpen = canChange && said === undefined && isEntered(place.question)
  const isRequired = mustBeGiven(place, sheet)
  return {
    column: columnLabel(place),
    isFigure: isNumeric(place.box),
    text: said ?? (isRequired ? 'Not answered' : 'Nothing given'),
    isNothing: said === undefined || cell?.state === 'not_collected',
    link:
      isOpen && isRequired
        ? { href: `/returns/${returnId}/sections/${place.section.code}#${place.address}`, label: place.label }
        : undefined,
  }
}

const mustBeGiven = ({ question, column }: Place, { register }: Sheet): boolean =>
  question.answering === 'required' && !isSpared(question, column, register)

const columnLabel = ({ question, column }: Place): string =>
  ('columns' in question ? question.columns.find(({ code }) => code === column)?.label : undefined) ?? ''

function calculated({ question, address, box }: Place, sheet: Sheet): string | undefined {
  if (question.answering !== 'calculated') return undefined
  const figure = figureAt(address, sheet)
  return figure === undefined ? 'Not known yet' : format(box, figure)
}
