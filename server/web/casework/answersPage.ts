import type { FoundReturn } from '../../db/foundReturn'
import { sectionPhase } from '../../domain/collections/opening'
import { cellInWords } from '../../domain/reading/cellInWords'
import type { Question, Section } from '../../domain/survey/definition'
import { explanationFor } from '../../domain/survey/explanations'
import { format, isNumeric } from '../../domain/kinds'
import { entriesIn, placesOf, type Place } from '../../domain/survey/places'
import { checkSection } from '../../domain/survey/progress'
import { figureAt } from '../../domain/survey/reckoning'
import type { Sheet } from '../../domain/survey/sheet'
import type { Page } from '../chrome'
import { sectionLines, type SectionLine } from './sectionLines'

export interface AnswersPage extends Page {
  readonly questions: readonly AnsweredQuestion[]
  readonly checks: readonly {
    readonly kind: 'explain' | 'explained' | 'cannot'
    readonly word: string
    readonly says: string
    readonly answer: string | undefined
  }[]
  readonly sections: readonly SectionLine[]
  readonly back: string
  /** Where figures are entered that are given by telephone. */
  readonly enter: string | undefined
}

/** Where to ask about a figure; undefined where there is nothing to ask about. */
export type AskAt = (place: Place) => string | undefined

interface AnsweredQuestion {
  readonly label: string
  /** Of a single box. */
  readonly answer: string | undefined
  readonly ask: Ask | undefined
  readonly columns: readonly { readonly label: string; readonly isFigure: boolean }[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly {
      readonly column: string
      readonly text: string
      readonly isFigure: boolean
      readonly ask: Ask | undefined
    }[]
  }[]
}

interface Ask {
  readonly href: string
  /** The figure, for those who hear the link. */
  readonly label: string
}

interface Offers {
  readonly askAt: AskAt
  readonly enter: string | undefined
}

/** The answers of one section, to read. */
export function answersPage(found: FoundReturn, section: Section, sheet: Sheet, { askAt, enter }: Offers): AnswersPage {
  const isOpen = sectionPhase(found.openness, section.code, found.now) === 'open'
  const back = `/network/returns/${found.id}`
  return {
    title: `${section.code.toUpperCase()}  ${section.title}`,
    caption: found.organisation.name,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${found.collection.code}` },
      { text: found.organisation.name, href: back },
      { text: section.title },
    ],
    state: [isOpen ? { kind: 'plain', text: 'Open' } : { kind: 'locked', text: 'Locked' }],
    questions: section.questions.map((question) => answeredQuestion(question, section, sheet, askAt)),
    checks: checksOf(section, sheet),
    sections: sectionLines(found, sheet.definition),
    back,
    enter,
  }
}

function answeredQuestion(question: Question, section: Section, sheet: Sheet, askAt: AskAt): AnsweredQuestion {
  const { label } = question
  const places = placesOf({ question, section }, entriesIn(question, sheet.cells))
  if (question.shape === 'single') {
    const [place] = places
    const answer = places.map((each) => answerAt(each, sheet)).join('')
    return { label, answer, ask: place && askOf(place, askAt), columns: [], rows: [] }
  }
  const columns = question.columns.map((column) => ({ label: column.label, isFigure: isNumeric(column.box) }))
  const rows = rowsOf(question, places).map(({ label: row, places: across }) => ({
    label: row,
    cells: across.map((place, at) => ({
      column: columns[at]?.label ?? '',
      text: answerAt(place, sheet),
      isFigure: isNumeric(place.box),
      ask: askOf(place, askAt),
    })),
  }))
  return { label, answer: rows.length === 0 ? 'No entries' : undefined, ask: undefined, columns, rows }
}

function askOf(place: Place, askAt: AskAt): Ask | undefined {
  const href = askAt(place)
  return href === undefined ? undefined : { href, label: place.label }
}

/** The boxes of a question line by line: by the rows of a table, by the entries of a list, all in one otherwise. */
function rowsOf(question: Question, places: readonly Place[]): { label: string; places: Place[] }[] {
  if (question.shape === 'single' || question.shape === 'row') return [{ label: 'Answer', places: [...places] }]
  const codes = [...new Set(places.map(({ row }) => row ?? ''))]
  const named = (code: string) =>
    question.shape === 'table'
      ? (question.rows.find((row) => row.code === code)?.label ?? code)
      : `${question.entry} ${code}`
  return codes.map((code) => ({ label: named(code), places: places.filter(({ row }) => row === code) }))
}

/** What was answered, what is reckoned, or why there is neither. */
function answerAt(place: Place, sheet: Sheet): string {
  const standing = sheet.standing(place)
  if (standing === 'none' || standing === 'not_asked') return 'Not asked'
  if (place.question.answering === 'calculated') {
    const figure = figureAt(place.address, sheet)
    return figure === undefined ? 'Not known yet' : format(place.box, figure)
  }
  return cellInWords(place.box, sheet.cells[place.address], new Map()) ?? 'Not answered'
}

function checksOf(section: Section, sheet: Sheet): AnswersPage['checks'] {
  const { broken, beyond } = checkSection(section, sheet)
  const cannot = { kind: 'cannot', word: 'This cannot be so', answer: undefined } as const
  return [
    ...beyond.map(({ says }) => ({ ...cannot, says })),
    ...broken.map((each) => {
      const says = each.findings.map((finding) => finding.says).join(' ')
      if (each.rule.level === 'hard') return { ...cannot, says }
      if (each.rule.level === 'reminder')
        return { kind: 'explained', word: 'To note', says, answer: undefined } as const
      const explanation = explanationFor(each, sheet.cells)
      return explanation.kind === 'live'
        ? ({ kind: 'explained', word: 'Explained', says, answer: explanation.comment } as const)
        : ({ kind: 'explain', word: 'To be explained', says, answer: undefined } as const)
    }),
  ]
}
