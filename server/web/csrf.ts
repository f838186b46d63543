import { csrfSync } from 'csrf-sync'
import type { Request, RequestHandler } from 'express'
import { NotFromOurPages } from './errors'

function sentToken(req: Request): string | undefined {
  const typed: unknown = req.body
  const field = typeof typed === 'object' && typed !== null && '_csrf' in typed ? typed._csrf : undefined
  return typeof field === 'string' ? field : req.get('x-csrf-token')
}

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  size: 32,
  getTokenFromRequest: sentToken,
  getTokenFromState: (req) => req.session.csrfToken,
})

/** The token that forms on this page must send back; made the first time it is asked for. */
export const csrfToken = (req: Request): string => ('session' in req ? generateToken(req) : '')

const changesNothing = new Set(['GET', 'HEAD'])

/** Browsers say where a request began; what says nothing must at least know the token. */
export function isFromOurPages(req: Request, publicUrl: string): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = req.get('origin')
  if (origin === undefined || origin === publicUrl) return true
  // Pages that are reached by a secret link tell nobody where they are: their forms begin nowhere, but within this site.
  if (origin === 'null') return site === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === req.get('host')
}

/** Sent from a page of a session that has ended: the token is compared with nothing. */
export const isFromEndedSession = (req: Request): boolean =>
  Boolean(sentToken(req)) && req.session.csrfToken === undefined

/** Only our own pages may change anything. */
export const ownPagesOnly =
  (publicUrl: string): RequestHandler =>
  (req, _res, next) => {
    if (changesNothing.has(req.method) || isFromOurPages(req, publicUrl)) next()
    else next(new NotFromOurPages('The request was made by another site'))
  }

/** They send the token of the session they were drawn in. */
export const ownTokenOnly: RequestHandler = csrfSynchronisedProtection
