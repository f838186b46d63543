import type { Services } from '../../services'
import type { Route } from '../route'
import { campaignRoutes } from './campaignRoutes'
import { chaseRoutes } from './chaseRoutes'
import { contactRoutes } from './contactRoutes'
import { remindersRoutes } from './remindersRoutes'

/** Letters that ask employers to send something in: reminders by their schedule, and letters to many by hand. */
export const lettersRoutes = (services: Services): Route[] => [
  ...remindersRoutes(services),
  ...chaseRoutes(services),
  ...campaignRoutes(services),
  ...contactRoutes(services),
]
