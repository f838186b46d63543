import { findCollection, type FoundCollection } from '../../db/collections'
import { pairsIn } from '../../db/pairs'
import { isPairStanding, type PairStanding } from '../../domain/pairs/pair'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { csvOf } from '../../workbooks/csv'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { draw } from './pages'
import { pairHeadings, pairRow, pairsPage } from './pairsPage'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** Pairs of partners of a collection, for the network. */
export const pairRoutes = ({ db }: Pick<Services, 'db'>): Route[] => [
  staff(readers, 'get', '/network/collections/:code/pairs.csv', (visit) => sendFile(db, visit)),
  staff(readers, 'get', '/network/collections/:code/pairs', (visit) => show(db, visit)),
]

async function collectionAt(db: Services['db'], { req }: StaffVisit): Promise<FoundCollection> {
  const found = await findCollection(db, String(req.params.code))
  if (!found) throw new NotFound()
  return found
}

const wantedIn = ({ req }: StaffVisit): PairStanding | undefined =>
  isPairStanding(req.query.stands) ? req.query.stands : undefined

async function show(db: Services['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  draw(visit, 'queries/pairs', pairsPage(collection, await pairsIn(db, collection.id), wantedIn(visit)))
}

async function sendFile(db: Services['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const wanted = wantedIn(visit)
  const pairs = (await pairsIn(db, collection.id)).filter(({ standing }) => wanted === undefined || standing === wanted)
  const text = await csvOf(pairHeadings, pairs, pairRow)
  visit.res.type('text/csv').attachment(`${collection.code}-pairs.csv`).send(text)
}
