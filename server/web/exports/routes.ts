import { findCollection, type FoundCollection } from '../../db/collections'
import { eachSubmission, highestEntries, standingNow, type Standing } from '../../db/exports'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { dictionaryFile } from '../../workbooks/dictionaryRows'
import { longAnswers } from '../../workbooks/longAnswers'
import { returnBook } from '../../workbooks/returnBook'
import { wideAnswers } from '../../workbooks/wideAnswers'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { sendInParts } from '../sendInParts'
import { dictionaryPage } from './dictionaryPage'
import { exportsPage } from './exportsPage'
import { fileName } from './fileName'
import { draw } from './pages'

type Reads = Pick<Services, 'db'>

const analysts: readonly StaffRole[] = ['analyst']
const readers: readonly StaffRole[] = ['network', 'analyst']

/** Everything that was submitted, for analysts: files of it, and what they mean. */
export const exportsRoutes = ({ db }: Reads): Route[] => [
  staff(analysts, 'get', '/network/collections/:code/exports', (visit) => showExports(db, visit)),
  staff(analysts, 'get', '/network/collections/:code/exports/answers-long.csv', (visit) => sendLong(db, visit)),
  staff(analysts, 'get', '/network/collections/:code/exports/answers-wide.csv', (visit) => sendWide(db, visit)),
  staff(analysts, 'get', '/network/collections/:code/exports/dictionary.csv', (visit) => sendDictionary(db, visit)),
  staff(analysts, 'get', '/network/collections/:code/exports/return-book.xlsx', (visit) => sendBook(db, visit)),
  staff(readers, 'get', '/network/collections/:code/dictionary', (visit) => showDictionary(db, visit)),
]

async function collectionAt(db: Reads['db'], { req }: StaffVisit): Promise<FoundCollection> {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  return collection
}

async function showExports(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  draw(visit, 'exports/exports', exportsPage(collection, await standingNow(db, collection.id)))
}

async function showDictionary(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const looking = { collection, definition: definitionOf(collection.code), staffRole: visit.staffRole }
  draw(visit, 'exports/dictionary', dictionaryPage(looking, visit.req.query))
}

const told = (db: Reads['db'], { ids }: Standing) => ({ submissions: eachSubmission(db, ids), definitionOf })

async function sendLong(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const standing = await standingNow(db, collection.id)
  named(visit, fileName(collection, 'answers-long', standing.asAt), 'csv')
  await sendInParts(visit.res, longAnswers(told(db, standing), standing.asAt))
}

async function sendWide(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const standing = await standingNow(db, collection.id)
  const highest = await highestEntries(db, collection.id)
  named(visit, fileName(collection, 'answers-wide', standing.asAt), 'csv')
  const definition = definitionOf(collection.code)
  await sendInParts(visit.res, wideAnswers(told(db, standing), { definition, highest, asAt: standing.asAt }))
}

async function sendDictionary(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  named(visit, fileName(collection, 'dictionary', collection.now), 'csv')
  visit.res.send(dictionaryFile(definitionOf(collection.code), collection.now))
}

async function sendBook(db: Reads['db'], visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const { ids, asAt } = await standingNow(db, collection.id)
  const highest = await highestEntries(db, collection.id)
  named(visit, fileName(collection, 'return-book', asAt), 'xlsx')
  if (visit.req.method === 'HEAD') visit.res.end()
  else {
    const definition = definitionOf(collection.code)
    await returnBook(visit.res, { definition, highest, asAt, many: ids.length, again: () => eachSubmission(db, ids) })
  }
}

function named({ res }: StaffVisit, name: string, kind: 'csv' | 'xlsx'): void {
  res.type(kind).attachment(`${name}.${kind}`)
}
