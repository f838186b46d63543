import { givesWords } from './givesWords'
import type { Line, LineCell } from './line'
import { isNumeric } from '../domain/kinds'
import { isEntered, mayBeUncollected, type Question } from '../domain/survey/definition'
import { entriesIn, type Place } from '../domain/survey/places'
import { figureAt } from '../domain/survey/reckoning'
import type { Sheet } from '../domain/survey/sheet'

/** Places that stand beside each other: those of a row, or one alone. */
export type RowOfPlaces = readonly [Place, ...Place[]]

/** The line of a row of places. */
export function placeLine(places: RowOfPlaces, sheet: Sheet): Line {
  const [first] = places
  return {
    question: first.question.label,
    repeats: false,
    line: lineWords(first),
    cells: places.map((place) => placeCell(place, sheet)),
    gives: ofEach(places, (place) => givenWords(place, sheet)),
    notes: ofEach(places, (place) => notesOn(place, sheet)),
  }
}

function placeCell(place: Place, sheet: Sheet): LineCell {
  const { question, address, box, column } = place
  const shut = isShut(place, sheet)
  return {
    measure: measureOf(place),
    answer:
      question.answering === 'calculated' && isNumeric(box)
        ? { kind: 'figure', box, figure: shut ? undefined : question.figures?.[column], now: figureAt(address, sheet) }
        : { kind: 'box', box, cell: sheet.cells[address] },
    address,
    locked: shut || !isEntered(question),
    mayBeUncollected: isEntered(question) && mayBeUncollected(question, column),
  }
}

/** What a place is called among those beside it; '' where it stands alone. */
export const measureOf = ({ question, column }: Pick<Place, 'question' | 'column'>): string =>
  question.shape === 'single' || column === ''
    ? ''
    : (question.columns.find(({ code }) => code === column)?.label ?? '')

/** The same words once; others each with the name of its column. */
function ofEach(places: RowOfPlaces, wordsOf: (place: Place) => string): string {
  const [first] = places
  const all = places.map((place) => ({ measure: measureOf(place), words: wordsOf(place) }))
  if (all.every(({ words }) => words === wordsOf(first))) return wordsOf(first)
  return all
    .filter(({ words }) => words !== '')
    .map(({ measure, words }) => `${measure}: ${words}`)
    .join('\n')
}

const givenWords = (place: Place, sheet: Sheet): string =>
  isShut(place, sheet) || !isEntered(place.question) ? '' : givesWords(place.box, measureOf(place))

function lineWords({ question, row }: Place): string {
  if (question.shape === 'list') return `${question.entry} ${row ?? ''}`
  if (question.shape !== 'table') return ''
  return question.rows.find(({ code }) => code === row)?.label ?? ''
}

function notesOn(place: Place, sheet: Sheet): string {
  const { answering } = place.question
  if (answering === 'prefilled') return 'We fill this in from our register.'
  if (isShut(place, sheet)) return 'Not asked, because of your other answers.'
  return answering === 'calculated' ? 'Added up for you.' : ''
}

/** What a question is about and how to answer it, told once. */
export function questionNotes(question: Question, { definition }: Sheet): string {
  const about = question.reference === undefined ? undefined : definition.references[question.reference]
  const day = about === undefined ? '' : `${about.charAt(0).toUpperCase()}${about.slice(1)}.`
  return [day, optionalWords(question), question.hint ?? ''].filter((each) => each !== '').join(' ')
}

const optionalWords = ({ answering, requiredWhen }: Question): string =>
  answering === 'optional' && requiredWhen === undefined ? 'You may leave this empty.' : ''

const isShut = (place: Parameters<Sheet['standing']>[0], sheet: Sheet): boolean => {
  const standing = sheet.standing(place)
  return standing === 'none' || standing === 'not_asked'
}

/** A list for which nobody can be named is not collected as a whole, on a line of its own. */
export function wholeListLine(found: Pick<Place, 'question' | 'section'>, sheet: Sheet): Line[] {
  const { question } = found
  if (question.shape !== 'list' || question.mayBeUncollected === undefined) return []
  const locked = isShut(found, sheet)
  const answer = { kind: 'none', cell: sheet.cells[question.code] } as const
  return [
    {
      question: question.label,
      repeats: false,
      line: 'The whole list',
      cells: [{ measure: '', answer, address: question.code, locked, mayBeUncollected: true }],
      gives: locked ? '' : 'Only if you can name none: say why',
      notes: locked ? 'Not asked, because of your other answers.' : listNotes(question, sheet),
    },
  ]
}

const MORE = 'Where there are too few lines below, name more on the page.'

const listNotes = (question: Question, sheet: Sheet): string =>
  entriesIn(question, sheet.cells).length === 0 ? MORE : `You have named some, so leave this empty. ${MORE}`
