import type { Names } from '../../domain/reading/cellInWords'
import { sectionInWords, type AnswerRead, type LineRead, type QuestionRead } from '../../domain/reading/sectionInWords'
import type { Address } from '../../domain/survey/cells'
import { isEntered, type Section } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import { isRequired } from '../../domain/survey/progress'
import type { Sheet } from '../../domain/survey/sheet'

/** One question with what was answered, to read and to go on to change. */
export interface QuestionAnswers extends Omit<QuestionRead, 'only' | 'rows'> {
  readonly only: Answer | undefined
  readonly rows: readonly AnswerLine[]
  /** Where it can be changed; of several questions in one table, each line has its own. */
  readonly change: string | undefined
}

interface AnswerLine extends Omit<LineRead, 'answers'> {
  readonly change: string | undefined
  readonly answers: readonly Answer[]
}

interface Answer extends AnswerRead {
  /** Where one that must be given can be, and what that link is called for those who hear it. */
  readonly link: { readonly href: string; readonly label: string } | undefined
}

interface Reading {
  readonly names: Names
  readonly canChange: boolean
  readonly returnId: string
}

/** Every question of a section that is asked, with its answers, and where they can be given or changed. */
export function answersOf(section: Section, sheet: Sheet, { names, canChange, returnId }: Reading): QuestionAnswers[] {
  const href = (address: Address) => `/returns/${returnId}/sections/${section.code}#${address}`
  const entered = new Set(section.questions.filter(isEntered).map(({ code }) => code))
  const changeAt = (code: string) => (canChange && entered.has(code) ? href(code) : undefined)

  function linked(answer: AnswerRead): Answer {
    const place = atlasOf(sheet.definition).place(answer.address)
    const isOpen = canChange && place && sheet.cells[answer.address] === undefined && isRequired(place, sheet)
    return { ...answer, link: isOpen ? { href: href(answer.address), label: place.label } : undefined }
  }

  return sectionInWords(section, sheet, names).questions.map((question) => ({
    ...question,
    only: question.only && linked(question.only),
    rows: question.rows.map((line) => ({
      ...line,
      change: question.label === '' ? changeAt(line.code) : undefined,
      answers: line.answers.map(linked),
    })),
    change: question.label === '' ? undefined : changeAt(question.code),
  }))
}
