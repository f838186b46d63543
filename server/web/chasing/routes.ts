import { findCollection, latestCollections } from '../../db/collections'
import { countedReturns, worklist, type WorklistRow } from '../../db/worklist'
import type { Narrowing } from '../../domain/chasing/narrowing'
import type { StaffRole } from '../../domain/people/roles'
import { isAmong } from '../../domain/people/roles'
import { fillableSections } from '../../domain/returns/standing'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { csvOf } from '../../workbooks/csv'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { askedIn, type Asked } from './asked'
import { collectionPage, PAGE } from './collectionPage'
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

async function collectionAt(db: Reads['db'], { req }: StaffVisit) {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  return { collection, sections: fillableSections(definitionOf(collection.code)), asked: askedIn(req.query) }
}

async function showCollection(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const seen = await collectionAt(db, visit)
  const { collection, asked } = seen
  const [rows, counted, narrowed, every] = await Promise.all([
    listed(db, collection.id, asked, { offset: (asked.page - 1) * PAGE, limit: PAGE }),
    countedReturns(db, collection.id),
    countedReturns(db, collection.id, inAnyState(asked.narrowing)),
    latestCollections(db),
  ])
  const others = every.filter(({ id }) => id !== collection.id)
  const page = collectionPage({
    ...seen,
    mayExport: isAmong(visit.staffRole, ['analyst']),
    others,
    rows,
    counted,
    narrowed,
  })
  draw(visit, 'chasing/collection', page, asked.problems.length > 0 ? 422 : 200)
}

/** The filters beside each other say how many of each state there are. */
function inAnyState({ type, region, q }: Narrowing): Narrowing {
  return { ...(type ? { type } : {}), ...(region ? { region } : {}), ...(q ? { q } : {}) }
}

/** The whole list as the page shows it, narrowed and ordered alike. What cannot be shown is told on the page. */
async function sendFile(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const { collection, sections, asked } = await collectionAt(db, visit)
  if (asked.problems.length > 0) {
    await showCollection(db, visit)
    return
  }
  const rows = await listed(db, collection.id, asked, { offset: 0, limit: MOST_IN_FILE })
  const text = await csvOf(headings, rows, (row) => fileRow(listedReturn(row, sections), row))
  visit.res.type('text/csv').attachment(`${collection.code}-returns.csv`).send(text)
}

const listed = (
  db: Reads['db'],
  collectionId: string,
  { narrowing, by, descending }: Asked,
  part: { readonly offset: number; readonly limit: number },
): Promise<WorklistRow[]> => worklist(db, collectionId, narrowing, { by, descending, ...part })
