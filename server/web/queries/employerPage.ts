import type { OwnReturn } from '../../db/foundReturn'
import type { Query } from '../../db/queries'
import { cutoffInWords, endOfDay, momentInWords } from '../../domain/collections/calendar'
import { sectionCutoff } from '../../domain/collections/opening'
import type { Pair } from '../../domain/pairs/pair'
import { correctableUntil } from '../../domain/queries/correcting'
import { endings, mayDo } from '../../domain/queries/query'
import { isOutstanding } from '../../domain/returns/lifecycle'
import { isTheirs, labelAt, sectionAt } from '../../domain/reading/labels'
import type { Problem } from '../../domain/survey/readSection'
import type { Link, Page } from '../chrome'
import { problemAt, type Typed } from '../forms'
import { figuresOf, type FigureLine } from './figures'
import type { Known } from './known'
import { pairLines, type PairLine } from './pairLines'
import { counted } from '../../domain/reading/counted'

/** What the network has asked about figures of one return, for its employer. */
export interface EmployerQueriesPage extends Page {
  readonly summary: string
  /** Somebody was quicker, or it has come to an end. */
  readonly changed: string | undefined
  readonly queries: readonly QueryLine[]
  readonly pairs: readonly PairLine[]
  readonly tasks: Link
}

interface QueryLine {
  readonly id: string
  readonly title: string
  readonly mark: 'explain' | 'explained'
  readonly word: string
  readonly question: string
  readonly asked: string
  readonly figures: readonly FigureLine[]
  readonly answer: string | undefined
  readonly answered: string | undefined
  /** What has become of it, and what to do next. */
  readonly says: string | undefined
  readonly go: Link | undefined
  readonly past: Link
  readonly answerForm: AnswerForm | undefined
  readonly correctForm: { readonly action: string; readonly says: string; readonly button: string } | undefined
}

interface AnswerForm {
  readonly action: string
  readonly id: string
  readonly value: string
  readonly problem: { readonly text: string } | undefined
}

/** An answer that comes back: what was typed, and why it was not taken. */
export interface Answering {
  readonly queryId: string
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly changed: string | undefined
}

interface Seen {
  readonly found: OwnReturn
  readonly known: Known
  readonly queries: readonly Query[]
  readonly pairs: readonly Pair[]
}

/** The questions about an employer's figures, each with what may be done. */
export function employerPage(seen: Seen, answering?: Answering): EmployerQueriesPage {
  const { found, known } = seen
  const theirs = seen.queries.filter(({ address }) => isTheirs(found, address, known.definition))
  return {
    title: 'Questions about your figures',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    problems: (answering?.problems ?? []).map(({ says }) => ({
      text: says,
      href: `#answer-${answering?.queryId ?? ''}`,
    })),
    summary: summaryOf(theirs),
    changed: answering?.changed,
    queries: theirs.map((query) => lineOf(query, seen, answering)),
    pairs:
      found.assigned === null || found.assigned.includes('b') ? pairLines(seen.pairs, found.organisation.code) : [],
    tasks: { text: 'Back to all sections', href: `/returns/${found.id}` },
  }
}

function summaryOf(queries: readonly Query[]): string {
  const waiting = queries.filter(({ state }) => state === 'asked').length
  if (queries.length === 0) return 'The network has not asked about any of your figures.'
  if (waiting === 0) return 'Nothing waits for your answer.'
  return `${counted(waiting, 'question waits', 'questions wait')} for your answer.`
}

function lineOf(query: Query, { found, known }: Seen, answering: Answering | undefined): QueryLine {
  const { id, address, state } = query
  return {
    id,
    title: labelAt(address, known.definition),
    mark: state === 'asked' ? 'explain' : 'explained',
    word: words[state],
    question: query.question ?? '',
    asked: `${query.raisedBy} of the network, ${momentInWords(query.askedAt ?? query.decidedAt)}`,
    figures: figuresOf(query, known),
    answer: query.answer ?? undefined,
    answered: answeredWords(query),
    ...whatNext(query, found, known),
    past: { text: 'History of this figure', href: `/returns/${found.id}/history?cell=${encodeURIComponent(address)}` },
    answerForm: answerForm(query, found, answering?.queryId === id ? answering : undefined),
    correctForm: prepares(found) ? correctForm(query, known) : undefined,
  }
}

const answeredWords = ({ answeredAt, answeredBy }: Query): string | undefined =>
  answeredAt ? `${answeredBy ?? ''}, ${momentInWords(answeredAt)}` : undefined

function answerForm({ id, state }: Query, found: OwnReturn, back: Answering | undefined): AnswerForm | undefined {
  if (!mayDo('answer', state) || !enters(found)) return undefined
  return {
    action: `/returns/${found.id}/queries/${id}/answer`,
    id: `answer-${id}`,
    value: back?.typed.answer ?? '',
    problem: problemAt(back?.problems ?? [], 'answer'),
  }
}

const words = {
  asked: 'Please answer',
  answered: 'Answered: nothing more is needed, unless the network asks again',
  settled: 'Settled',
  dismissed: 'No answer needed any more',
} as const

const prepares = ({ role, alone }: OwnReturn): boolean => role === 'preparer' || (alone && role === 'signatory')
const enters = (found: OwnReturn): boolean => prepares(found) || found.role === 'contributor'

/** Where it is being corrected, or how it ended. */
function whatNext(query: Query, found: OwnReturn, { definition }: Known): Pick<QueryLine, 'says' | 'go'> {
  const { correctingAt, address, state } = query
  const ended = endedWords(query)
  if (ended !== undefined) return { says: ended, go: undefined }
  const section = sectionAt(address, definition)
  const cutoffAt = section === undefined ? null : sectionCutoff(found.openness, section)
  if (section === undefined || !isOpenAgain(found, correctingAt, cutoffAt)) {
    return { says: correctingAt && state === 'asked' ? TOO_LATE : undefined, go: undefined }
  }
  const letter = section.toUpperCase()
  return {
    says: `Section ${letter} is open until ${cutoffInWords(cutoffAt ?? found.openness.cutoffAt)}. Correct the figure, then have the return signed again: only that settles it.`,
    go: { text: `Go to section ${letter}`, href: `/returns/${found.id}/sections/${section}#${address}` },
  }
}

function endedWords({ endedHow, endedWhy, endedAt }: Query): string | undefined {
  if (!endedHow || !endedAt) return undefined
  return `${endings[endedHow]}${endedWhy === null ? '' : `: ${endedWhy}`}, ${momentInWords(endedAt)}`
}

const TOO_LATE = 'A correction was begun, and its time has run out before it was signed. What was submitted stands.'

const isOpenAgain = ({ status, now }: OwnReturn, correctingAt: Date | null, cutoffAt: Date | null): boolean =>
  cutoffAt !== null && cutoffAt > now && isOutstanding(status) && (correctingAt !== null || status === 'reopened')

function correctForm(query: Query, known: Known): QueryLine['correctForm'] {
  const { definition, permit, found } = known
  if (!mayDo('correct', query.state)) return undefined
  const action = `/returns/${found.id}/queries/${query.id}/correction`
  const letter = sectionAt(query.address, definition)?.toUpperCase() ?? ''
  const untilDay = correctableUntil(permit, found.now)
  return untilDay === undefined
    ? {
        action,
        says: 'If it is not right: an administrator of the network must open your return before you can correct it.',
        button: 'Ask to correct it',
      }
    : {
        action,
        says: `If it is not right: this opens section ${letter}, and no other, until ${cutoffInWords(endOfDay(untilDay))}. What you submitted stands until the return has been signed again.`,
        button: `Open section ${letter} to correct it`,
      }
}
