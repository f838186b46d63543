import type { Request, RequestHandler } from 'express'
import type { Services } from '../services'
import { stampOf } from './stamp'

/** The route, never the address: an address can carry a token or a search. */
const routeOf = (req: Request): string => {
  const route: unknown = req.route
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : ''
}

/** Express leaves no parameters where no route was found. */
const idOf = ({ params }: { readonly params?: Request['params'] | undefined }) => params?.id

/** One line for every request, when it has been answered or its sender has gone. */
export const logRequests =
  ({ log }: Pick<Services, 'log'>): RequestHandler =>
  (req, res, next) => {
    const { arrival, reference } = stampOf(req)
    res.on('close', () => {
      const line = {
        requestId: reference,
        method: req.method,
        route: routeOf(req),
        id: idOf(req),
        status: res.statusCode,
        milliseconds: Math.round(arrival()),
        personId: req.user?.id,
        answered: res.writableFinished,
      }
      log.info(line, 'request')
    })
    next()
  }
