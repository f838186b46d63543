import { bouncingContacts } from '../../db/bouncing'
import { campaignNames } from '../../db/campaigns'
import { findLetter, latestLetters, letterCounts } from '../../db/letters'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { bouncingLines } from './bouncingLines'
import { letterPage } from './letterPage'
import { draw } from './pages'
import { askedPost, PAGE, postPage } from './postPage'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** How many letters to many can be chosen between, and how many contacts whose mail comes back are listed. */
const CAMPAIGNS = 200
const BOUNCING = 200

/** Every letter, its state and its text. */
export const postRoutes = (services: Pick<Services, 'db' | 'links'>): Route[] => [
  staff(readers, 'get', '/network/post', (visit) => showPost(services, visit)),
  staff(readers, 'get', '/network/post/:id', (visit) => showLetter(services, visit)),
]

async function showPost({ db }: Pick<Services, 'db'>, visit: StaffVisit): Promise<void> {
  const asked = askedPost(visit.req.query)
  const [counts, letters, campaigns, bouncing] = await Promise.all([
    letterCounts(db, asked),
    latestLetters(db, asked, { offset: (asked.page - 1) * PAGE, limit: PAGE }),
    campaignNames(db, CAMPAIGNS),
    bouncingContacts(db, BOUNCING),
  ])
  draw(visit, 'post/list', { ...postPage({ asked, counts, letters, campaigns }), bouncing: bouncingLines(bouncing) })
}

async function showLetter({ db, links }: Pick<Services, 'db' | 'links'>, visit: StaffVisit): Promise<void> {
  const found = await findLetter(db, String(visit.req.params.id))
  if (!found) throw new NotFound()
  const { subject, paragraphs, button } = found
  const complete = links.complete({ subject, paragraphs, ...(button ? { button } : {}) })
  draw(visit, 'post/letter', letterPage({ found, complete, staffRole: visit.staffRole }))
}
