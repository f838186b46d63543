import type { Request, RequestHandler } from 'express'
import { findDemonstration } from '../db/demonstration'
import { momentInWords } from '../domain/collections/calendar'
import type { Services } from '../services'

const shown = new WeakMap<Request, string>()

/** What a demonstration says at the top of every page: what time it is there. */
export const bannerOf = (req: Request): string | undefined => shown.get(req)

/** Looks at the clock of a demonstration, for requests that may be answered with a page: it was found with their session. */
export const lookAtClock =
  ({ db }: Pick<Services, 'db'>): RequestHandler =>
  async (req, _res, next) => {
    const found = req.session.found?.()
    const now = found ? found.demonstrationNow : (await findDemonstration(db))?.now
    if (now) shown.set(req, `It is ${momentInWords(now)} here, and the figures are made up.`)
    next()
  }
