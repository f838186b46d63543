import type { HeldField } from '../../db/lateTyping'
import type { OwnReturn } from '../../db/foundReturn'
import type { OpeningRequest } from '../../db/openingRequests'
import { dayInWords, londonInstant, momentInWords } from '../../domain/collections/calendar'
import { lateLines, type LateLine } from '../../domain/reading/lateLines'
import type { Problem } from '../../domain/survey/readSection'
import { definitionOf } from '../../surveys'
import type { LatePanel } from './latePanel'
import { closingWords } from './openWords'
import type { RequestsSeen } from './requestsSeen'
import { pageProblem, type PageProblem } from './section/sectionPage'
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
  /** What came too late, to be read, and to be sent along. */
  readonly typed: readonly TypedField[]
  readonly carried: readonly TypedField[]
  readonly panels: readonly LatePanel[]
  readonly asked: readonly AskedWords[]
  readonly tasks: string
}

interface AskedWords {
  readonly what: string
  readonly reason: string
  readonly answer: string
  /** What came too late and went along: what has become of it, and each answer. */
  readonly late: string | undefined
  readonly lines: readonly { readonly label: string; readonly typed: string; readonly what: string }[]
}

interface Asking extends RequestsSeen {
  readonly carried: readonly TypedField[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** What an employer has asked for and been given, and the form to ask for more. */
export function requestsPage(found: OwnReturn, asking: Asking, more: readonly PageProblem[] = []): RequestsPage {
  const { requests, carried, typed, problems, panels } = asking
  const definition = definitionOf(found.collection.code)
  return {
    title: 'Ask for more time',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    problems: [...problems.map(pageProblem), ...more],
    closes: closingWords(found, definition),
    action: `/returns/${found.id}/reopening-requests`,
    reason: typed.reason ?? '',
    until: typed.until ?? '',
    says: Object.fromEntries(problems.map(({ address, says }) => [address, says])),
    typed: goingAlong(found, asking),
    carried,
    panels,
    asked: requests.map((request) => askedWords(request, linesOf(found, request, asking))),
    tasks: `/returns/${found.id}`,
  }
}

/** What would go along with a request made now: what is held, and what came with the form. */
function goingAlong(found: OwnReturn, { held, carried, cells, names }: Asking): TypedField[] {
  const definition = definitionOf(found.collection.code)
  const came = new Set(carried.map(({ name }) => name))
  const others = held.filter(({ name }) => !came.has(name))
  return [
    ...lateLines(Object.fromEntries(others.map(({ name, value }) => [name, value])), { definition, cells, names }).map(
      ({ address, label, typed }) => ({ name: address, label: `${label} (${byWhom(address, others)})`, value: typed }),
    ),
    ...inWords(carried, definition),
  ]
}

const byWhom = (address: string, held: readonly HeldField[]): string =>
  held.find(({ name }) => name.replace(/!nc$/, '') === address)?.by ?? ''

const linesOf = (found: OwnReturn, { typed }: OpeningRequest, { cells, names }: Asking): LateLine[] =>
  lateLines(typed, { definition: definitionOf(found.collection.code), cells, names })

function askedWords(request: OpeningRequest, lines: readonly LateLine[]): AskedWords {
  const { by, decidedAt, untilDay, reason, putIn } = request
  const inIt = new Set(putIn ?? [])
  return {
    what: `${by} asked at ${momentInWords(decidedAt)}${untilDay === null ? '' : `, until ${dayInWords(londonInstant(untilDay, 12))}`}`,
    reason,
    answer: answerWords(request),
    late: lines.length === 0 ? undefined : lateWords(request),
    lines: lines.map(({ address, label, typed }) => ({
      label,
      typed,
      what: inIt.has(address) ? 'Put in' : 'Not part of the return',
    })),
  }
}

const lateWords = ({ usedAt, usedBy }: OpeningRequest): string =>
  usedAt === null
    ? 'What came too late, and is not part of the return'
    : `What came too late: ${usedBy ?? 'somebody'} put it in at ${momentInWords(usedAt)}`

function answerWords({ answer, answerReason }: OpeningRequest): string {
  if (answer === null) return 'Not answered yet'
  const said = answer === 'granted' ? 'Granted' : 'Refused'
  return answerReason === null ? said : `${said}: ${answerReason}`
}
