import type { RequestHandler } from 'express'
import { Router } from 'express'
import { appNow } from '../../db/clock'
import type { Services } from '../../services'

/** How far a process has got: it answers people only when it is open. */
export type Stage = 'starting' | 'open' | 'closing'

const patience = 2000

const tooLate = () =>
  new Promise<false>((resolve) => {
    setTimeout(resolve, patience, false).unref()
  })

/** Whether the database answers, and soon. */
const answers = ({ db }: Pick<Services, 'db'>): Promise<boolean> =>
  Promise.race([
    appNow(db).then(
      () => true,
      () => false,
    ),
    tooLate(),
  ])

const ready =
  (services: Pick<Services, 'db'>, stage: () => Stage): RequestHandler =>
  async (_req, res) => {
    const isReady = stage() === 'open' && (await answers(services))
    res.status(isReady ? 200 : 503).json({ ready: isReady })
  }

/** For whoever runs the service: whether it lives, and whether it can answer. No session, no log line, nothing kept. */
export function health(services: Pick<Services, 'db'>, stage: () => Stage): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => {
    res.json({ live: true })
  })
  router.get('/health/ready', ready(services, stage))
  return router
}
