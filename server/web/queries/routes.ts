import type { Services } from '../../services'
import type { Route } from '../route'
import { askingRoutes } from './askingRoutes'
import { checkRoutes } from './checkRoutes'
import { employerRoutes } from './employerRoutes'
import { listRoutes } from './listRoutes'
import { pairRoutes } from './pairRoutes'
import { queryRoutes } from './queryRoutes'

/** Questions about figures: what the network asks, and what employers answer. */
export const queriesRoutes = (services: Services): Route[] => [
  ...employerRoutes(services),
  ...askingRoutes(services),
  ...queryRoutes(services),
  ...listRoutes(services),
  ...checkRoutes(services),
  ...pairRoutes(services),
]
