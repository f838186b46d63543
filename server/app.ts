import path from 'node:path'
import compression from 'compression'
import express, { type Express } from 'express'
import { projectRoot } from './projectRoot'
import { publicFiles } from './publicFiles'
import { type SessionTimes, sessionTimes } from './domain/people/sessionTimes'
import type { Services } from './services'
import { viewsIn } from './views'
import { accountRoutes } from './web/account/routes'
import { adminRoutes } from './web/admin/routes'
import { apiRoutes } from './web/api/routes'
import { lookAtClock } from './web/banner'
import { benchmarksRoutes } from './web/benchmarks/routes'
import { readBody, readUpload } from './web/body'
import { caseworkRoutes, showAnswers } from './web/casework/routes'
import { chasingRoutes } from './web/chasing/routes'
import { clockRoutes } from './web/clock/routes'
import { collectionsRoutes } from './web/collections/routes'
import { ownPagesOnly, ownTokenOnly } from './web/csrf'
import { documentsRoutes } from './web/documents/routes'
import { errorHandler } from './web/errorHandler'
import { NotFound } from './web/errors'
import { marking } from './web/formMark'
import { helpRoutes } from './web/help/routes'
import { exportsRoutes } from './web/exports/routes'
import { figuresRoutes } from './web/figures/routes'
import { health, type Stage } from './web/health/health'
import { metrics } from './web/health/metrics'
import { securityText } from './web/health/securityText'
import { homeRoutes } from './web/home/routes'
import { lettersRoutes } from './web/letters/routes'
import { mountRoutes } from './web/mount'
import { closingDown, onlyWhenOpen } from './web/overload'
import { openingsRoutes } from './web/openings/routes'
import { organisationsRoutes } from './web/organisations/routes'
import { peopleRoutes } from './web/people/routes'
import { postRoutes } from './web/post/routes'
import { queriesRoutes } from './web/queries/routes'
import { logRequests } from './web/requestLog'
import { isForPrograms, type Route } from './web/route'
import { requestsRoutes } from './web/requests/routes'
import { onBehalfRoutes } from './web/returns/onBehalf'
import { returnsRoutes } from './web/returns/routes'
import { headers, keepNoCopies, onlyMethodsInUse, onlyUnderOurName } from './web/security'
import { sessions } from './web/session'
import { timing } from './web/sessionEnd'
import { whoIsThere } from './web/signIn'
import { signedInFirst } from './web/signedInFirst'
import { stampRequest } from './web/stamp'
import { tokensRoutes } from './web/tokens/routes'
import { workbookRoutes } from './web/workbook/routes'
import { teamRoutes } from './web/team/routes'

/** How this process stands in the world. */
export interface Door {
  /** Signs the cookies. */
  readonly sessionSecret: string
  /** What Express calls 'trust proxy'. */
  readonly trustProxy: boolean | number | string
  readonly stage: () => Stage
  /** How long people stay signed in, where it is not as usual. */
  readonly sessionTimes?: SessionTimes
}

/** Every way in. A capability adds its list here. */
export const routesOf = (services: Services): Route[] => [
  ...homeRoutes(services),
  ...accountRoutes(services),
  ...teamRoutes(services),
  ...returnsRoutes(services),
  ...helpRoutes(services),
  ...documentsRoutes(services),
  ...benchmarksRoutes(services),
  ...workbookRoutes(services),
  ...chasingRoutes(services),
  ...exportsRoutes(services),
  ...figuresRoutes(services),
  ...caseworkRoutes(services),
  ...onBehalfRoutes(services, (visit) => showAnswers(services, visit)),
  ...requestsRoutes(services),
  ...openingsRoutes(services),
  ...queriesRoutes(services),
  ...adminRoutes(services),
  ...collectionsRoutes(services),
  ...organisationsRoutes(services),
  ...peopleRoutes(services),
  ...clockRoutes(services),
  ...postRoutes(services),
  ...lettersRoutes(services),
  ...tokensRoutes(services),
  ...apiRoutes(services),
]

/** How a request passes through the house. */
export function createApp(services: Services, door: Door, routes = routesOf(services)): Express {
  const app = express()
  const overTls = services.publicUrl.startsWith('https:')
  const measured = metrics(services)
  settle(app, door)

  app.use(stampRequest)
  app.use(closingDown(door.stage))
  app.use(headers(overTls))
  app.use(health(services, door.stage))
  app.use(measured.page)
  app.use(securityText(services))
  app.use(measured.count)
  app.use(logRequests(services))
  app.use(onlyMethodsInUse)
  app.use(onlyUnderOurName(services.publicUrl))
  if (door.trustProxy === false) app.use(compression({ level: 1 }))
  app.use(publicFiles(path.join(projectRoot(), 'public')))
  app.use(keepNoCopies)
  app.use(onlyWhenOpen(door.stage))
  app.use(readBody)
  mountRoutes(app, services, routes.filter(isForPrograms))
  const times = door.sessionTimes ?? sessionTimes
  app.use(sessions(services, { secret: door.sessionSecret, overTls, times }))
  app.use(timing(times))
  app.use(whoIsThere(services))
  app.use(marking(door.sessionSecret))
  app.use(ownPagesOnly(services.publicUrl))
  const forPeople = routes.filter((route) => !isForPrograms(route))
  app.use(signedInFirst(services, forPeople))
  app.use(readUpload)
  app.use(ownTokenOnly)
  app.use(lookAtClock(services))
  mountRoutes(app, services, forPeople)
  app.use(() => {
    throw new NotFound()
  })
  app.use(errorHandler(services))
  return app
}

function settle(app: Express, door: Door): void {
  const views = path.join(projectRoot(), 'views')
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('view cache')
  // Express shows nothing of a fault that reaches it.
  app.set('env', 'production')
  app.set('trust proxy', door.trustProxy)
  app.set('query parser', 'simple')
  app.engine('ejs', viewsIn(views))
  app.set('view engine', 'ejs')
  app.set('views', views)
}
