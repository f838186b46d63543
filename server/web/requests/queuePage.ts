import type { FoundCollection } from '../../db/collections'
import { cutoffInWords, endOfDay, momentInWords } from '../../domain/collections/calendar'
import type { StaffRole } from '../../domain/people/roles'
import { statuses } from '../../domain/returns/lifecycle'
import type { Link, Page } from '../chrome'
import { pagesOf, type Pages } from '../paging'
import { boxId, grantForm, refusalForm, type Answering, type GrantForm, type RefusalForm } from './answerForms'
import type { RequestRead } from './requestSeen'
import { counted } from '../../domain/reading/counted'

/** How many requests a page shows. */
export const PAGE = 20

/** What employers ask for, for the network: what waits first. */
export interface QueuePage extends Page {
  readonly summary: string
  readonly refused: string | undefined
  readonly requests: readonly Line[]
  /** Where only one is shown. */
  readonly all: Link | undefined
  readonly openings: string
  readonly pages: Pages
}

interface Line {
  readonly id: string
  readonly return: Link
  readonly asked: string
  readonly until: string
  readonly reason: string
  readonly state: string
  readonly answer: string | undefined
  /** What came too late, and what has become of it; undefined where nothing was. */
  readonly late: string | undefined
  readonly lines: RequestRead['lines']
  /** Undefined for those who may only read, and once it has been answered. */
  readonly grant: GrantForm | undefined
  readonly refusal: RefusalForm | undefined
}

interface Seen {
  readonly collection: Pick<FoundCollection, 'code' | 'title'>
  readonly requests: readonly RequestRead[]
  readonly counts: { readonly all: number; readonly waiting: number }
  /** Undefined where one is shown alone. */
  readonly page: number | undefined
  readonly staffRole: StaffRole
}

/** `refused` says why nothing was done, where a form comes back. */
export function queuePage(seen: Seen, answering?: Answering, refused?: string): QueuePage {
  const { collection, requests, counts, page, staffRole } = seen
  const path = `/network/collections/${collection.code}/requests`
  return {
    title: 'Requests for more time',
    caption: collection.title,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${collection.code}` },
      { text: 'Requests for more time' },
    ],
    problems: (answering?.problems ?? []).map(({ address, says }) => ({
      text: says,
      href: `#${boxId(answering?.id ?? '', answering?.kind ?? 'grant', address)}`,
    })),
    summary: summaryOf(counts, staffRole),
    refused,
    requests: requests.map((request) => lineOf(request, staffRole, answering)),
    all: page === undefined ? { text: 'All requests', href: path } : undefined,
    openings: `/network/collections/${collection.code}/openings`,
    pages: page === undefined ? {} : pagesOf({ path, q: '', page, size: PAGE, of: counts.all }),
  }
}

function summaryOf({ all, waiting }: Seen['counts'], staffRole: StaffRole): string {
  if (all === 0) return 'No employer has asked for more time yet.'
  if (waiting === 0) return 'Every request has been answered.'
  const by = staffRole === 'admin' ? '' : ' Only an administrator can grant or refuse.'
  return `${counted(waiting, 'request waits', 'requests wait')} for an answer.${by}`
}

function lineOf(read: RequestRead, staffRole: StaffRole, answering: Answering | undefined): Line {
  const { request, found, lines } = read
  const mayAnswer = staffRole === 'admin' && request.answer === null
  return {
    id: request.id,
    return: { text: request.organisation, href: `/network/returns/${request.returnId}` },
    asked: `${request.by} asked at ${momentInWords(request.decidedAt)}`,
    until: request.untilDay === null ? 'No day named' : `Until ${cutoffInWords(endOfDay(request.untilDay))}`,
    reason: request.reason,
    state: statuses[found.status],
    answer: answerWords(read),
    late: lines.length === 0 ? undefined : lateWords(read),
    lines,
    grant: mayAnswer ? grantForm(read, answering) : undefined,
    refusal: mayAnswer ? refusalForm(read, answering) : undefined,
  }
}

const answers = { granted: 'Granted', refused: 'Refused' } as const

function answerWords({ request: { answer, answerReason, answeredBy, answeredAt } }: RequestRead): string | undefined {
  if (answer === null) return undefined
  const by = answeredBy === null ? '' : ` by ${answeredBy}`
  const at = answeredAt === null ? '' : ` at ${momentInWords(answeredAt)}`
  return `${answers[answer]}${by}${at}${answerReason === null ? '' : `: ${answerReason}`}`
}

function lateWords({ request: { usedAt, usedBy }, lines }: RequestRead): string {
  const many = counted(lines.length, 'answer')
  return usedAt === null
    ? `${many} came too late, not part of the return`
    : `${many} came too late, put in by ${usedBy ?? 'somebody'} at ${momentInWords(usedAt)}`
}
