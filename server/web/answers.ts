import { isAway, isUnkeepable } from '../db/faults'

/** How a fault is answered: the same words for a page and for a program. */
export interface Answer {
  readonly status: number
  readonly view: 'notFound' | 'refused' | 'unavailable' | 'fault'
  readonly title: string
  readonly reason?: string
  /** What became of it, where it is not that nothing was changed. */
  readonly lead?: string
}

const refused = (status: number, title: string, reason: string): Answer => ({ status, view: 'refused', title, reason })

const notFound: Answer = { status: 404, view: 'notFound', title: 'Page not found' }

const unavailable: Answer = {
  status: 503,
  view: 'unavailable',
  title: 'The service cannot answer just now',
  reason: 'The service is busy, or its database is away for a moment.',
}

const fault: Answer = { status: 500, view: 'fault', title: 'Sorry, something went wrong' }

const notRead = refused(
  400,
  'We could not read this',
  'It contains something that cannot be kept, such as an invisible character. Type it again instead of pasting it.',
)

const notKnown: Answer = {
  ...refused(
    409,
    'We do not know whether this was done',
    'Look first whether it was done. If it was not, send it again.',
  ),
  lead: 'This was sent before, and was interrupted. It may have been done. What you had saved before is safe.',
}

const byStatus: Readonly<Record<number, Answer>> = {
  400: notRead,
  401: refused(401, 'You are signed out', 'Sign in, then try again.'),
  403: refused(
    403,
    'This page had gone out of date',
    'You had signed in or out in another window, or the page had been open for a long time.',
  ),
  404: notFound,
  408: refused(408, 'It took too long to arrive', 'The connection was too slow or was interrupted. Try again.'),
  409: notKnown,
  413: refused(
    413,
    'That is too much to send at once',
    'A page may hold 1 MB in 5,000 boxes, and a file 5 MB. Send it in smaller parts.',
  ),
  415: refused(415, 'We cannot read this kind of thing', 'Use the forms on our pages.'),
  503: unavailable,
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined

/** What is said of a fault. What nobody foresaw is ours, and says no more than that. */
export function answerTo(error: unknown): Answer {
  if (isAway(error)) return unavailable
  if (isUnkeepable(error)) return notRead
  const status = statusOf(error) ?? 500
  return byStatus[status] ?? (status >= 400 && status < 500 ? { ...notRead, status } : fault)
}
