import type { RequestHandler } from 'express'
import type { Stage } from './health/health'

/** While it closes, every answer is the last on its connection. */
export const closingDown =
  (stage: () => Stage): RequestHandler =>
  (_req, res, next) => {
    if (stage() === 'closing') res.setHeader('Connection', 'close')
    next()
  }

/** Before its database is ready nobody is let in; a moment later they are. */
export const onlyWhenOpen =
  (stage: () => Stage): RequestHandler =>
  (_req, _res, next) => {
    if (stage() === 'starting') next(Object.assign(new Error('The service is starting'), { status: 503 }))
    else next()
  }
