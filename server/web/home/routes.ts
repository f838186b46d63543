import type { Services } from '../../services'
import { drawing } from '../draw'
import type { Page } from '../chrome'
import { landing } from '../landing'
import { anyone, type Route, type Visit } from '../route'

interface HomePages {
  'home/start': Page & { readonly nothingYet: boolean }
  'home/accessibility': Page
  'home/privacy': Page
  'home/contact': Page
}

const draw = drawing<HomePages>()

/** The first page, and those that are linked from the foot of every page. */
export const homeRoutes = (services: Pick<Services, 'db'>): Route[] => [
  anyone('get', '/', (visit) => start(services, visit)),
  anyone('get', '/accessibility', (visit) => {
    draw(visit, 'home/accessibility', { title: 'Accessibility statement' })
  }),
  anyone('get', '/privacy', (visit) => {
    draw(visit, 'home/privacy', { title: 'Privacy' })
  }),
  anyone('get', '/contact', (visit) => {
    draw(visit, 'home/contact', { title: 'Contact us' })
  }),
]

async function start(services: Pick<Services, 'db'>, visit: Visit): Promise<void> {
  const to = visit.person ? await landing(services, visit.person) : '/'
  if (to === '/') draw(visit, 'home/start', { title: 'Workforce Returns', nothingYet: visit.person !== undefined })
  else visit.res.redirect(302, to)
}
