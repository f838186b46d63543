import { type Request, type RequestHandler, Router } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { stampOf } from '../stamp'
import { isAdmitted } from '../tokenDoor'

const routeOf = (req: Request): string => {
  const route: unknown = req.route
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'none'
}

const ownMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Asked from this machine, and not through a proxy on it. */
const isLocal = (req: Request) =>
  ownMachine.has(req.socket.remoteAddress ?? '') && req.get('x-forwarded-for') === undefined

/** Counts requests by route and answer, and shows the counts to this machine, and to others by token. */
export function metrics(services: Pick<Services, 'db' | 'links'>): {
  readonly count: RequestHandler
  readonly page: Router
} {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'http_request_seconds',
    help: 'How long requests took, by route and answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [register],
  })
  const page = Router()
  page.get('/metrics', async (req, res) => {
    if (!isLocal(req)) {
      // To whoever has no token at all there is no such page.
      if (req.get('authorization') === undefined) throw new NotFound()
      if (!(await isAdmitted(services, { req, res }, 'metrics'))) return
    }
    res.type(register.contentType).send(await register.metrics())
  })
  const count: RequestHandler = (req, res, next) => {
    const { arrival } = stampOf(req)
    res.on('finish', () => {
      durations.observe({ method: req.method, route: routeOf(req), status: res.statusCode }, arrival() / 1000)
    })
    next()
  }
  return { count, page }
}
