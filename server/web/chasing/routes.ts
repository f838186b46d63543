import { latestCollections } from '../../db/collections'
import { worklist } from '../../db/worklist'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { csvOf } from '../../workbooks/csv'
import { staff, type Route, type StaffVisit } from '../route'
import { collectionPage, PAGE } from './collectionPage'
import { collectionAt, listMade, overviewOf } from './collectionSeen'
import { fileRow, headings, listedReturn } from './listedReturn'
import { draw } from './pages'

type Reads = Pick<Services, 'db'>

const readers: readonly StaffRole[] = ['network', 'analyst']

/** Beyond this a file is no longer a list to work through. */
const MOST_IN_FILE = 100_000

/** Who has answered a collection, and the list of those asked. */
export const chasingRoutes = ({ db }: Reads): Route[] => [
  staff(readers, 'get', '/network', (visit) => toNewest(db, visit)),
  staff(readers, 'get', '/network/collections', (visit) => toNewest(db, visit)),
  staff(readers, 'get', '/network/collections/:code.csv', (visit) => sendFile(db, visit)),
  staff(readers, 'get', '/network/collections/:code', (visit) => showCollection(db, visit)),
]

async function toNewest(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const [newest] = await latestCollections(db)
  if (newest) visit.res.redirect(`/network/collections/${newest.code}`)
  else draw(visit, 'chasing/none', { title: 'No collection yet' })
}

async function showCollection(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const seen = await collectionAt(db, visit)
  const { asked } = seen
  const [list, overview] = await Promise.all([
    listMade(db, seen, { personId: visit.person.id, offset: (asked.page - 1) * PAGE, limit: PAGE }),
    overviewOf(db, seen.collection),
  ])
  const may = { export: isAmong(visit.staffRole, ['analyst']), takeOn: isAmong(visit.staffRole, ['network']) }
  draw(
    visit,
    'chasing/collection',
    collectionPage({ ...seen, ...list, ...overview, may }),
    asked.problems.length > 0 ? 422 : 200,
  )
}

/** The whole list as the page shows it, narrowed and ordered alike. What cannot be shown is told on the page. */
async function sendFile(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const seen = await collectionAt(db, visit)
  const { collection, asked } = seen
  if (asked.problems.length > 0) {
    await showCollection(db, visit)
    return
  }
  const part = { by: asked.by, descending: asked.descending, offset: 0, limit: MOST_IN_FILE }
  const rows = await worklist(db, { collectionId: collection.id, at: seen.at }, asked.narrowing, part)
  const text = await csvOf(headings, rows, (row) => fileRow(listedReturn(row, seen), row))
  visit.res.type('text/csv').attachment(`${collection.code}-returns.csv`).send(text)
}
