import type { Request, Response } from 'express'
import { SignedOut } from './errors'
import { wantsJson } from './wantsJson'

/** After signing in they are back where they wanted to go, or, after a post, where they were. */
export function askToSignIn(req: Request, res: Response): void {
  if (wantsJson(req)) throw new SignedOut()
  res.redirect(req.method === 'GET' ? 302 : 303, `/sign-in?next=${encodeURIComponent(wantedPage(req))}`)
}

const wantedPage = (req: Request): string => {
  if (req.method === 'GET' || req.method === 'HEAD') return req.originalUrl
  const from = req.get('referer') ?? ''
  return URL.canParse(from) ? new URL(from).pathname : '/'
}
