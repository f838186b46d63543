import { createHash } from 'node:crypto'
import { sendProblem } from '../problem'
import type { Visit } from '../route'

type Talk = Pick<Visit, 'req' | 'res'>

const JSON_TYPE = 'application/json'

/** What tells one answer from another: a digest of what it says. */
export const tagOf = (words: string): string => `W/"${createHash('sha256').update(words).digest('base64url')}"`

/** Says which answer this is; true where the asker has it already, and has been told so. */
export function isKnown({ req, res }: Talk, tag: string): boolean {
  res.setHeader('ETag', tag)
  // It may be kept by whoever asked, who asks each time whether it is still so.
  res.setHeader('Cache-Control', 'private, no-cache')
  if (!req.fresh) return false
  res.status(304).end()
  return true
}

/** Answers with JSON, unless the asker cannot take it or has it already. */
export function sendJson(talk: Talk, body: object, type = JSON_TYPE): void {
  if (!talk.req.accepts([JSON_TYPE])) {
    cannotTake(talk, JSON_TYPE)
    return
  }
  const written = JSON.stringify(body)
  if (!isKnown(talk, tagOf(written))) talk.res.type(type).send(written)
}

/** The asker takes none of the forms there are. */
export function cannotTake({ res }: Talk, ...types: readonly string[]): void {
  sendProblem(res, { status: 406, title: 'Not in this form', detail: `It can be had as ${types.join(' or ')}.` })
}

/** What was asked for cannot be read. */
export function cannotRead({ res }: Talk, detail: string): void {
  sendProblem(res, { status: 422, title: 'The request could not be read', detail })
}

/** The address of the page after this one, which is also told in the header. */
export function nextPage({ req, res }: Talk, publicUrl: string, after: string | undefined): string | null {
  if (after === undefined) return null
  const kept = (['limit', 'release'] as const).flatMap((name): [string, string][] => {
    const given = req.query[name]
    return typeof given === 'string' ? [[name, given]] : []
  })
  const query = new URLSearchParams([['after', after], ...kept])
  const next = `${publicUrl}${req.path}?${query.toString()}`
  res.setHeader('Link', `<${next}>; rel="next"`)
  return next
}
