import { givesWords } from './givesWords'
import type { Line } from './line'
import { isNumeric } from '../domain/kinds'
import { isEntered, mayBeUncollected, type Question } from '../domain/survey/definition'
import { entriesIn, type Place } from '../domain/survey/places'
import { figureAt } from '../domain/survey/reckoning'
import type { Sheet } from '../domain/survey/sheet'

const plain = { repeats: false, line: '', measure: '', gives: '', notes: '', address: '' }

/** The line of one place. */
export function placeLine(place: Place, sheet: Sheet): Line {
  const { question, address, box } = place
  const shut = isShut(place, sheet)
  const locked = shut || !isEntered(question)
  return {
    ...plain,
    question: question.label,
    line: lineWords(place),
    measure: measureWords(place),
    answer:
      question.answering === 'calculated' && isNumeric(box)
        ? { kind: 'figure', box, figure: shut ? undefined : figureIn(place), now: figureAt(address, sheet) }
        : { kind: 'box', box, cell: sheet.cells[address] },
    gives: locked ? '' : givesWords(box),
    notes: notesOn(place, shut),
    address,
    locked,
    mayBeUncollected: !locked && mayBeUncollected(question, place.column),
  }
}

const figureIn = ({ question, column }: Place) => question.figures?.[column]

function lineWords({ question, row }: Place): string {
  if (question.shape === 'list') return `${question.entry} ${row ?? ''}`
  if (question.shape !== 'table') return ''
  return question.rows.find(({ code }) => code === row)?.label ?? ''
}

const measureWords = ({ question, column }: Place): string =>
  question.shape === 'single' ? '' : (question.columns.find(({ code }) => code === column)?.label ?? '')

function notesOn({ question }: Place, shut: boolean): string {
  if (question.answering === 'prefilled') return 'We fill this in from our register.'
  if (shut) return 'Not asked, because of your other answers.'
  return question.answering === 'calculated' ? 'Added up for you.' : ''
}

/** What a question is about and how to answer it, told once. */
export function questionNotes(question: Question, { definition }: Sheet): string {
  const about = question.reference === undefined ? undefined : definition.references[question.reference]
  const day = about === undefined ? '' : `${about.charAt(0).toUpperCase()}${about.slice(1)}.`
  return [day, optionalWords(question), question.hint ?? ''].filter((each) => each !== '').join(' ')
}

const optionalWords = ({ answering, requiredWhen }: Question): string =>
  answering === 'optional' && requiredWhen === undefined ? 'You may leave this empty.' : ''

const isShut = (place: Pick<Place, 'question' | 'section' | 'row'>, sheet: Sheet): boolean => {
  const standing = sheet.standing(place)
  return standing === 'none' || standing === 'not_asked'
}

/** A list for which nobody can be named is not collected as a whole, on a line of its own. */
export function wholeListLine(found: Pick<Place, 'question' | 'section'>, sheet: Sheet): Line[] {
  const { question } = found
  if (question.shape !== 'list' || question.mayBeUncollected === undefined) return []
  const locked = isShut(found, sheet)
  const cell = sheet.cells[question.code]
  return [
    {
      ...plain,
      question: question.label,
      line: 'The whole list',
      answer: { kind: 'none', cell },
      gives: locked ? '' : 'Only if you can name none: say why',
      notes: locked ? 'Not asked, because of your other answers.' : listNotes(question, sheet),
      address: question.code,
      locked,
      mayBeUncollected: !locked,
    },
  ]
}

const MORE = 'Where there are too few lines below, name more on the page.'

const listNotes = (question: Question, sheet: Sheet): string =>
  entriesIn(question, sheet.cells).length === 0 ? MORE : `You have named some, so leave this empty. ${MORE}`
