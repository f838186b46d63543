import { findLetter, latestLetters, letterCounts } from '../../db/letters'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { letterPage } from './letterPage'
import { draw } from './pages'
import { askedPost, PAGE, postPage } from './postPage'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** Every letter, its state and its text. */
export const postRoutes = (services: Pick<Services, 'db' | 'links'>): Route[] => [
  staff(readers, 'get', '/network/post', (visit) => showPost(services, visit)),
  staff(readers, 'get', '/network/post/:id', (visit) => showLetter(services, visit)),
]

async function showPost({ db }: Pick<Services, 'db'>, visit: StaffVisit): Promise<void> {
  const asked = askedPost(visit.req.query)
  const [counts, letters] = await Promise.all([
    letterCounts(db),
    latestLetters(db, asked.state, { offset: (asked.page - 1) * PAGE, limit: PAGE }),
  ])
  draw(visit, 'post/list', postPage({ asked, counts, letters }))
}

async function showLetter({ db, links }: Pick<Services, 'db' | 'links'>, visit: StaffVisit): Promise<void> {
  const found = await findLetter(db, String(visit.req.params.id))
  if (!found) throw new NotFound()
  const { subject, paragraphs, button } = found
  const complete = links.complete({ subject, paragraphs, ...(button ? { button } : {}) })
  draw(visit, 'post/letter', letterPage({ found, complete, staffRole: visit.staffRole }))
}
