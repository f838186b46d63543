import { permitCorrections } from '../../actions/permitCorrections'
import { findCollection, type FoundCollection } from '../../db/collections'
import { permitOf } from '../../db/correctionPermits'
import { countWanted, listedQueries, queryCounts, rulesOfQueries, type ListedQuery } from '../../db/listedQueries'
import { londonDay } from '../../domain/collections/calendar'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import { endings, queryStates } from '../../domain/queries/query'
import { labelAt } from '../../domain/reading/labels'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { csvOf, type Row } from '../../workbooks/csv'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import { listAsked } from '../paging'
import { staff, type Route, type StaffVisit } from '../route'
import { askedList, checkName, lastStep, PAGE, queryListPage } from './listPage'
import { draw } from './pages'
import { permitForm, readPermit, type PermitSent } from './permitForm'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** Beyond this a file is no longer a list to work through. */
const MOST_IN_FILE = 100_000

/** The questions about figures of a collection. */
export const listRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/collections/:code/queries.csv', (visit) => sendFile(services, visit)),
  staff(readers, 'get', '/network/collections/:code/queries', (visit) => show(services, visit)),
  staff([], 'post', '/network/collections/:code/corrections', (visit) => permit(services, visit)),
]

async function collectionAt({ db }: Services, { req }: StaffVisit): Promise<FoundCollection> {
  const found = await findCollection(db, String(req.params.code))
  if (!found) throw new NotFound()
  return found
}

const askedIn = ({ req }: StaffVisit) => askedList(req.query, listAsked(req.query).page)

async function show(services: Services, visit: StaffVisit, sent?: PermitSent): Promise<void> {
  const { db } = services
  const collection = await collectionAt(services, visit)
  const asked = askedIn(visit)
  const [counts, rules, queries, of, granted] = await Promise.all([
    queryCounts(db, collection.id),
    rulesOfQueries(db, collection.id),
    listedQueries(db, collection.id, asked, { offset: (asked.page - 1) * PAGE, limit: PAGE }),
    countWanted(db, collection.id, asked),
    permitOf(db, collection.id),
  ])
  const form = isAmong(visit.staffRole, [])
    ? permitForm(`/network/collections/${collection.code}/corrections`, granted, sent)
    : undefined
  const page = queryListPage({ collection, asked, counts, rules, queries, of, permit: granted, permitForm: form })
  draw(visit, 'queries/list', page, sent ? 422 : 200)
}

const headings: Row = [
  'Organisation',
  'Code',
  'Address',
  'Figure',
  'Check',
  'State',
  'Question',
  'Asked by',
  'Asked at',
  'Answer',
  'Answered by',
  'Answered at',
  'How it ended',
  'Why',
  'Ended at',
  'Last step at',
]

const written = (kept: string | Date | null): string => (kept instanceof Date ? kept.toISOString() : (kept ?? ''))

async function sendFile(services: Services, visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(services, visit)
  const all = { offset: 0, limit: MOST_IN_FILE }
  const queries = await listedQueries(services.db, collection.id, askedIn(visit), all)
  const definition = definitionOf(collection.code)
  const row = (query: ListedQuery): Row => [
    query.organisation,
    query.code,
    query.address,
    labelAt(query.address, definition),
    query.rule === null ? '' : `${query.rule}: ${checkName(query.rule)}`,
    queryStates[query.state],
    written(query.question),
    query.raisedBy,
    written(query.askedAt),
    written(query.answer),
    written(query.answeredBy),
    written(query.answeredAt),
    query.endedHow ? endings[query.endedHow] : '',
    written(query.endedWhy),
    written(query.endedAt),
    lastStep(query).toISOString(),
  ]
  const text = await csvOf(headings, queries, row)
  visit.res.type('text/csv').attachment(`${collection.code}-queries.csv`).send(text)
}

async function permit(services: Services, visit: StaffVisit): Promise<void> {
  const { req, res, person } = visit
  const collection = await collectionAt(services, visit)
  const read = await readPermit(req)
  if (!read.ok) {
    await show(services, visit, read)
    return
  }
  const outcome = await permitCorrections(services, {
    personId: person.id,
    collectionCode: collection.code,
    allowed: read.allowed,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'too_early': {
      const says = `Choose today, ${londonDay(collection.now)}, or a later day`
      await show(services, visit, { typed: typedIn(req), problems: [{ address: 'last_day', says }] })
      return
    }
    case 'permitted':
      flash(visit, read.allowed ? 'Employers may correct queried figures.' : 'Corrections must be asked for again.')
      res.redirect(303, `/network/collections/${collection.code}/queries`)
  }
}
