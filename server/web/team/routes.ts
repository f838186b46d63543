import type { Services } from '../../services'
import type { Route } from '../route'
import { handOverRoutes } from './handOverRoutes'
import { memberRoutes } from './memberRoutes'
import { sectionsRoutes } from './sectionsRoutes'
import { membersRoutes } from './membersRoutes'

/** The people of an employer, for those who prepare its returns. */
export const teamRoutes = (services: Services): Route[] => [
  ...membersRoutes(services),
  ...memberRoutes(services),
  ...sectionsRoutes(services),
  ...handOverRoutes(services),
]
