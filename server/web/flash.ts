import type { Request, Response } from 'express'
import type { Visit } from './route'

/** Said once, on the next page that is drawn; it needs no session, and nothing is written for it. */
const nameOf = (req: Request) => (req.secure ? '__Host-flash' : 'flash')

const settings = (req: Request) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: req.secure }) as const

const longest = 500

const told = new WeakMap<Response, string>()

/** Says on the next page what was just done. */
export function flash({ req, res }: Visit, says: string): void {
  told.set(res, says)
  res.cookie(nameOf(req), Buffer.from(says.slice(0, longest)).toString('base64url'), settings(req))
}

/** What this answer says on the next page, if anything. */
export const toldNext = (res: Response): string | undefined => told.get(res)

/** What was just done, if anything was; it is not said again. */
export function saidBefore(req: Request, res: Response): { readonly text: string } | undefined {
  const name = `${nameOf(req)}=`
  const cookie = (req.headers.cookie ?? '').split('; ').find((each) => each.startsWith(name))
  if (cookie === undefined) return undefined
  res.clearCookie(nameOf(req), settings(req))
  const text = Buffer.from(cookie.slice(name.length), 'base64url').toString().slice(0, longest)
  return text === '' ? undefined : { text }
}
