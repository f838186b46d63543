import { draftCampaign } from '../../actions/draftCampaign'
import { findCampaign, sentCampaigns } from '../../db/campaigns'
import { chaseableReturns } from '../../db/chaseable'
import { whoGets } from '../../domain/chasing/recipients'
import type { Services } from '../../services'
import { typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { choiceIn, readChase } from './chaseForm'
import { boxesOf, chasePage, firstBoxes, type ChaseBoxes } from './chasePage'
import { collectionAt, mayWrite, placeOf, readers, writers } from './collection'
import { readNarrowing } from './narrowing'
import { draw } from './pages'

/** How many earlier letters to many the page lists. */
const EARLIER = 50

/** Choosing whom to write to, and writing. */
export const chaseRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/collections/:code/chase', (visit) => showChase(services, visit)),
  staff(writers, 'post', '/network/collections/:code/chase', (visit) => write(services, visit)),
]

async function showChase(services: Services, visit: StaffVisit): Promise<void> {
  const { collection } = await collectionAt(services, visit)
  const { from } = visit.req.query
  const earlier = typeof from === 'string' ? await findCampaign(services.db, collection.id, from) : undefined
  if (earlier) await drawChase(services, visit, boxesOf(earlier))
  else await drawChase(services, visit, firstBoxes(readNarrowing(visit.req.query, visit.person.id)))
}

async function drawChase(services: Services, visit: StaffVisit, boxes: ChaseBoxes): Promise<void> {
  const { db } = services
  const seen = await collectionAt(services, visit)
  const [returns, earlier] = await Promise.all([
    chaseableReturns(db, seen, boxes.narrowing),
    sentCampaigns(db, seen.collection.id, EARLIER),
  ])
  const chosen = whoGets(returns, boxes.choice, { now: seen.collection.now, occasion: 'a new one' })
  const page = chasePage({ ...seen, boxes, returns: returns.length, chosen, earlier, mayWrite: mayWrite(visit) })
  draw(visit, 'letters/chase', page, page.problems.length > 0 ? 422 : 200)
}

async function write(services: Services, visit: StaffVisit): Promise<void> {
  const { collection } = await collectionAt(services, visit)
  const typed = typedIn(visit.req)
  const { narrowing, unknown } = readNarrowing(typed, visit.person.id)
  const read = await readChase(visit.req)
  if (!read.ok || unknown.length > 0) {
    const problems = read.ok ? [] : read.problems
    await drawChase(services, visit, { ...firstBoxes({ narrowing, unknown }, typed), problems })
    return
  }
  const { subject, body } = read.values
  const id = await draftCampaign(services, {
    collectionId: collection.id,
    narrowing,
    subject,
    body,
    ...choiceIn(read.values),
    writtenBy: visit.person.id,
    arrival: visit.arrival,
  })
  visit.res.redirect(303, placeOf(collection).campaign(id))
}
