import type { Services } from '../../services'
import type { Route } from '../route'
import { choiceRoutes } from './choiceRoutes'
import { keptSectionRoutes } from './keptSection'
import { readingRoutes } from './readingRoutes'
import { requestRoutes } from './requestRoutes'
import { sectionRoutes } from './section/routes'
import { signingRoutes } from './signingRoutes'

/** The employer's pages of a return: its sections, the check, the signature, the receipt and the history. */
export const returnsRoutes = (services: Pick<Services, 'db' | 'publicUrl'>): Route[] => [
  ...readingRoutes(services),
  ...sectionRoutes(services),
  ...keptSectionRoutes(services),
  ...signingRoutes(services),
  ...requestRoutes(services),
  ...choiceRoutes(services),
]
