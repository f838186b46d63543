import { findKeptForm } from '../../db/keptForms'
import type { Services } from '../../services'
import { csrfToken } from '../csrf'
import { landing } from '../landing'
import { type PersonVisit, type Route, signedIn } from '../route'
import { isAttended } from '../session'
import { secondsLeft } from '../sessionEnd'
import { draw } from './pages'

/** The end of a session: when it comes, and what was typed when it had come. */
export const sessionRoutes = (services: Pick<Services, 'db'>): Route[] => [
  signedIn('get', '/session.json', sayWhenItEnds),
  signedIn('get', '/kept-form', (visit) => showKept(services, visit)),
]

/** Who is signed in here, for how many seconds yet, and with which token. A page that asks by itself keeps nobody signed in. */
function sayWhenItEnds({ req, res, person }: PersonVisit): void {
  res.json({ email: person.email, endsIn: secondsLeft(req, person, isAttended(req)), token: csrfToken(req) })
}

const section = /^\/returns\/[^/?]+\/sections\/[^/?]+$/

/** What somebody had typed is shown to them alone; a section of a return is shown with it in its boxes. */
async function showKept(services: Pick<Services, 'db'>, visit: PersonVisit): Promise<void> {
  const kept = await findKeptForm(services.db, visit.person.id)
  if (!kept) {
    visit.res.redirect(302, await landing(services, visit.person))
    return
  }
  const { action, fields } = kept
  if (section.test(action) && !fields.some(({ name }) => name === 'choosing')) {
    visit.res.redirect(302, `${action}/kept`)
    return
  }
  const shown = fields.map(({ name, value }) => ({ label: name, name, value }))
  draw(visit, 'account/keptForm', { title: 'You were signed out before this was sent', action, fields: shown })
}
