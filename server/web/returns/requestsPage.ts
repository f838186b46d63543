import type { OwnReturn } from '../../db/foundReturn'
import type { OpeningRequest } from '../../db/openingRequests'
import { dayInWords, londonInstant, momentInWords } from '../../domain/collections/calendar'
import type { Problem } from '../../domain/survey/readSection'
import { definitionOf } from '../../surveys'
import { pageProblem, type PageProblem } from './section/sectionPage'
import { closingWords } from './openWords'
import { inWords, type TypedField } from './typedWords'

/** Where more time is asked for, or a return back to correct it; and what has been asked before. */
export interface RequestsPage {
  readonly title: string
  readonly caption: string
  readonly problems: readonly PageProblem[]
  readonly closes: string
  readonly action: string
  readonly reason: string
  readonly until: string
  readonly says: Readonly<Record<string, string>>
  /** What was typed too late, to be read, and to be sent along. */
  readonly typed: readonly TypedField[]
  readonly carried: readonly TypedField[]
  readonly asked: readonly { readonly what: string; readonly reason: string; readonly answer: string }[]
  readonly tasks: string
}

interface Asking {
  readonly requests: readonly OpeningRequest[]
  readonly carried: readonly TypedField[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

export const requestsPage = (found: OwnReturn, { requests, carried, typed, problems }: Asking): RequestsPage => ({
  title: 'Ask for more time',
  caption: `${found.organisation.name}, ${found.collection.title}`,
  problems: problems.map(pageProblem),
  closes: closingWords(found, definitionOf(found.collection.code)),
  action: `/returns/${found.id}/reopening-requests`,
  reason: typed.reason ?? '',
  until: typed.until ?? '',
  says: Object.fromEntries(problems.map(({ address, says }) => [address, says])),
  typed: inWords(carried, definitionOf(found.collection.code)),
  carried,
  asked: requests.map(askedWords),
  tasks: `/returns/${found.id}`,
})

const askedWords = ({ by, decidedAt, untilDay, reason, answer, answerReason }: OpeningRequest) => ({
  what: `${by} asked at ${momentInWords(decidedAt)}${untilDay === null ? '' : `, until ${dayInWords(londonInstant(untilDay, 12))}`}`,
  reason,
  answer: answerWords(answer, answerReason),
})

function answerWords(answer: OpeningRequest['answer'], reason: string | null): string {
  if (answer === null) return 'Not answered yet'
  const said = answer === 'granted' ? 'Granted' : 'Refused'
  return reason === null ? said : `${said}: ${reason}`
}
