import { findBulkExtension, bulkOutcomes } from '../../db/bulkExtensions'
import { findCollection, type FoundCollection } from '../../db/collections'
import { extendableReturns, listedOpenings } from '../../db/openingsList'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { csvOf } from '../../workbooks/csv'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { extendChosen, confirmChosen } from './bulkRoutes'
import { MOST_OFFERED, type ChooserTyped } from './chooser'
import { fileRow, headings, listPage } from './listPage'
import { narrowingIn } from './narrowing'
import { draw } from './pages'
import { resultPage } from './resultPage'

const readers: readonly StaffRole[] = ['network', 'analyst']
const administrators: readonly StaffRole[] = []

/** More time and reopenings of a whole collection: the list, and more time for many at once. */
export const openingsRoutes = (services: Services): Route[] => {
  const again = (visit: StaffVisit, sent: ChooserTyped) => showList(services, visit, sent)
  return [
    staff(readers, 'get', '/network/collections/:code/openings', (visit) => showList(services, visit)),
    staff(readers, 'get', '/network/collections/:code/openings.csv', (visit) => sendFile(services, visit)),
    staff(administrators, 'post', '/network/collections/:code/openings/chosen', async (visit) =>
      confirmChosen(services, visit, { collection: await collectionAt(services, visit), again }),
    ),
    staff(administrators, 'post', '/network/collections/:code/openings', async (visit) =>
      extendChosen(services, visit, { collection: await collectionAt(services, visit), again }),
    ),
    staff(administrators, 'get', '/network/collections/:code/openings/:id', (visit) => showResult(services, visit)),
  ]
}

async function collectionAt({ db }: Services, { req }: StaffVisit): Promise<FoundCollection> {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  return collection
}

/** What is offered is narrowed by the address; or, where a form comes back, by what came with that. */
async function showList(services: Services, visit: StaffVisit, sent?: ChooserTyped): Promise<void> {
  const { db } = services
  const collection = await collectionAt(services, visit)
  const narrowing = narrowingIn(sent ? sent.typed : visit.req.query)
  const [openings, offered] = await Promise.all([
    listedOpenings(db, collection.id),
    visit.staffRole === 'admin' ? extendableReturns(db, collection.id, narrowing, MOST_OFFERED) : undefined,
  ])
  draw(visit, 'openings/list', listPage({ collection, openings, offered, narrowing }, sent), sent ? 422 : 200)
}

async function sendFile(services: Services, visit: StaffVisit): Promise<void> {
  const { id, code } = await collectionAt(services, visit)
  const text = await csvOf(headings, await listedOpenings(services.db, id), fileRow)
  visit.res.type('text/csv').attachment(`${code}-openings.csv`).send(text)
}

async function showResult(services: Services, visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(services, visit)
  const bulk = await findBulkExtension(services.db, String(visit.req.params.id))
  if (bulk?.collectionId !== collection.id) throw new NotFound()
  draw(visit, 'openings/result', resultPage(collection, bulk, await bulkOutcomes(services.db, bulk.id)))
}
