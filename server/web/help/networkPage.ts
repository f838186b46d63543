import type { NetworkQuestion } from '../../db/networkQuestions'
import { momentInWords } from '../../domain/collections/calendar'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import { labelAt } from '../../domain/reading/labels'
import type { Problem } from '../../domain/survey/readSection'
import { definitionOf } from '../../surveys'
import type { Link, Page } from '../chrome'
import { problemAt, type Typed } from '../forms'
import { pagesOf, type Pages } from '../paging'
import { counted } from '../../domain/reading/counted'

/** How many questions a page shows. */
export const PAGE = 25

/** What employers have asked, for the network: what waits first. */
export interface NetworkPage extends Page {
  readonly summary: string
  /** Where only one is shown. */
  readonly all: Link | undefined
  readonly questions: readonly Line[]
  readonly pages: Pages
}

interface Line {
  readonly id: string
  readonly title: string
  readonly return: Link
  readonly question: string
  readonly asked: string
  readonly answer: string | undefined
  readonly answered: string | undefined
  /** How others read the question; undefined where only its asker reads the answer. */
  readonly general: string | undefined
  /** Undefined for those who may only read. */
  readonly form: AnswerForm | undefined
}

interface AnswerForm {
  readonly action: string
  readonly summary: string
  readonly isOpen: boolean
  /** Somebody else answered in the meantime. */
  readonly changed: string | undefined
  readonly seen: string
  readonly answer: Box
  /** Ticked where everybody may read it. */
  readonly general: readonly string[]
  readonly generalId: string
  readonly generalQuestion: Box
  readonly send: string
}

interface Box {
  readonly id: string
  readonly value: string
  readonly problem: { readonly text: string } | undefined
}

/** An answer that comes back: what was typed, and why it was not taken. */
export interface Answering {
  readonly id: string
  readonly typed: Typed
  readonly problems: readonly Problem[]
  /** The question has been answered since the page was drawn. */
  readonly changed: boolean
}

interface Seen {
  readonly questions: readonly NetworkQuestion[]
  readonly counts: { readonly all: number; readonly waiting: number }
  /** Undefined where one question is shown alone. */
  readonly page: number | undefined
  readonly staffRole: StaffRole
}

/** What employers have asked, for the network to answer. */
export function networkPage({ questions, counts, page, staffRole }: Seen, answering?: Answering): NetworkPage {
  const mayAnswer = isAmong(staffRole, ['network'])
  return {
    title: 'Questions',
    caption: 'What employers have asked about the surveys',
    problems: (answering?.problems ?? []).map(({ address, says }) => ({
      text: says,
      href: `#${idOf(address, answering?.id ?? '')}`,
    })),
    summary: summaryOf(counts),
    all: page === undefined ? { text: 'All questions', href: '/network/questions' } : undefined,
    questions: questions.map((each) => lineOf(each, mayAnswer ? formOf(each, answering) : undefined)),
    pages: page === undefined ? {} : pagesOf({ path: '/network/questions', q: '', page, size: PAGE, of: counts.all }),
  }
}

const idOf = (box: string, id: string): string => `${box}-${id}`

function summaryOf({ all, waiting }: Seen['counts']): string {
  if (all === 0) return 'Nobody has asked anything yet.'
  if (waiting === 0) return 'Every question has been answered.'
  return `${counted(waiting, 'question waits', 'questions wait')} for an answer.`
}

function lineOf(asked: NetworkQuestion, form: AnswerForm | undefined): Line {
  const { address } = asked
  const label = address === null ? 'The whole return' : labelAt(address, definitionOf(asked.collection))
  return {
    id: asked.id,
    title: label,
    return: { text: asked.organisation, href: `/network/returns/${asked.returnId}` },
    question: asked.question,
    asked: `${asked.askedBy}, ${momentInWords(asked.decidedAt)}. ${asked.collection}`,
    answer: asked.answer ?? undefined,
    answered: asked.answeredAt ? `${asked.answeredBy ?? ''}, ${momentInWords(asked.answeredAt)}` : undefined,
    general: asked.generalQuestion ?? undefined,
    form,
  }
}

const formWords = {
  first: { summary: 'Answer', send: 'Send the answer' },
  again: { summary: 'Change the answer', send: 'Send the new answer' },
} as const

function formOf(asked: NetworkQuestion, answering: Answering | undefined): AnswerForm {
  const back = answering?.id === asked.id ? answering : undefined
  const isGeneral = back ? back.typed.general === 'yes' : asked.general
  return {
    ...formWords[asked.answeredAt === null ? 'first' : 'again'],
    action: `/network/questions/${asked.id}/answer`,
    isOpen: back !== undefined,
    changed: back?.changed
      ? 'This has been answered since your page was drawn. What you wrote was not sent.'
      : undefined,
    seen: asked.answeredAt?.toISOString() ?? '',
    answer: boxOf('answer', asked, back),
    general: isGeneral ? ['yes'] : [],
    generalId: idOf('general', asked.id),
    generalQuestion: boxOf('general_question', asked, back),
  }
}

const kept = {
  answer: (asked: NetworkQuestion) => asked.answer ?? '',
  general_question: (asked: NetworkQuestion) => asked.generalQuestion ?? asked.question,
}

/** A box with what was typed in it, where it comes back; otherwise with what is kept. */
const boxOf = (name: keyof typeof kept, asked: NetworkQuestion, back: Answering | undefined): Box => ({
  id: idOf(name, asked.id),
  value: back?.typed[name] ?? kept[name](asked),
  problem: problemAt(back?.problems ?? [], name),
})
