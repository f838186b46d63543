import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Services } from '../services'
import { answerTo, type Answer } from './answers'
import { isFromOurPages } from './csrf'
import { drawPage } from './draw'
import { isSomebodyElses } from './formMark'
import { sendProblem } from './problem'
import { isForPrograms } from './route'
import { stampOf } from './stamp'
import { typedFields } from './typedFields'
import { wantsJson } from './wantsJson'

/** How many seconds to wait before trying again what could not be answered. */
const patience = '5'

/** The last one that catches: whatever went wrong becomes an answer, and a line in the log where it is our fault. */
export function errorHandler({ log, publicUrl }: Pick<Services, 'log' | 'publicUrl'>): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    const answer = answerTo(error)
    if (answer.status >= 500) report(log, answer, error, stampOf(req).reference)
    if (res.headersSent) {
      finish(res)
      return
    }
    if (answer.status === 503) res.setHeader('Retry-After', patience)
    res.status(answer.status)
    if (isForPrograms(req)) sendProblem(res, problemOf(answer, req))
    else if (wantsJson(req)) res.json({ error: answer.title, says: answer.reason, reference: referenceIn(answer, req) })
    else drawPage(req, res, answer.view, pageFor(answer, req, publicUrl))
  }
}

/** What is away for a moment is a warning, said shortly; anything else is ours to look into. */
function report(log: Services['log'], { status }: Answer, error: unknown, requestId: string): void {
  const why = error instanceof Error ? error.message : String(error)
  if (status === 503) log.warn({ requestId, why }, 'a request could not be answered just now')
  else log.error({ requestId, err: error }, 'a request failed')
}

/** An answer that broke off half-way is cut, so that nobody takes it for a whole one. */
function finish(res: Response): void {
  if (!res.writableEnded) res.destroy()
}

const problemOf = (answer: Answer, req: Request) => ({
  status: answer.status,
  title: answer.status === 404 ? 'There is no such thing' : answer.title,
  detail: answer.reason ?? 'What there is to ask for is described at /api/v1/openapi.json.',
  reference: referenceIn(answer, req),
})

/** Quoted only where we have something to look up. */
const referenceIn = ({ status }: Answer, req: Request) => (status >= 500 ? stampOf(req).reference : undefined)

/** What was typed stays on the page, for whom it was drawn, and can be sent again by whoever may have meant it. */
function pageFor(answer: Answer, req: Request, publicUrl: string) {
  const meant = isFromOurPages(req, publicUrl) && (req.user !== undefined || answer.status === 503)
  return {
    title: answer.title,
    reason: answer.reason,
    lead: answer.lead,
    reference: referenceIn(answer, req),
    typed: isSomebodyElses(req) ? undefined : typedFields(req),
    again: meant ? req.originalUrl : undefined,
  }
}
