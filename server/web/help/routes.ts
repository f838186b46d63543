import { generalAnswersOf } from '../../db/questions'
import type { Services } from '../../services'
import { definitions } from '../../surveys'
import { NotFound } from '../errors'
import { signedIn, type PersonVisit, type Route } from '../route'
import { answeringRoutes } from './answeringRoutes'
import { askingRoutes } from './askingRoutes'
import { generalPage } from './generalPage'
import { draw } from './pages'

/** Asking the network about a question of the survey, its answers, and those that everybody may read. */
export const helpRoutes = (services: Services): Route[] => [
  ...askingRoutes(services),
  signedIn('get', '/help/:code', (visit) => showGeneral(services, visit)),
  ...answeringRoutes(services),
]

async function showGeneral({ db }: Services, visit: PersonVisit): Promise<void> {
  const code = String(visit.req.params.code)
  const definition = Object.hasOwn(definitions, code) ? definitions[code] : undefined
  if (!definition) throw new NotFound()
  draw(visit, 'help/general', generalPage(definition, await generalAnswersOf(db, code)))
}
