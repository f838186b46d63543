import { body } from 'express-validator'
import { askQueryAgain } from '../../actions/askQueryAgain'
import { endQuery } from '../../actions/endQuery'
import { eventsOf } from '../../db/history'
import { findQuery, type Query } from '../../db/queries'
import { findAnyReturn } from '../../db/returns'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import { LONGEST, SHORTEST } from '../../domain/queries/query'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { knownOf } from './known'
import { draw } from './pages'
import { queryPage, type QuerySent } from './queryPage'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** One question about a figure: to read, to accept its answer, to ask again, to dismiss. */
export const queryRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/queries/:id', (visit) => show(services, visit)),
  staff(['network'], 'post', '/network/queries/:id/acceptance', (visit) => accept(services, visit)),
  staff(['network'], 'post', '/network/queries/:id/again', (visit) => askAgain(services, visit)),
  staff(['network'], 'post', '/network/queries/:id/dismissal', (visit) => dismiss(services, visit)),
]

async function queryAt({ db }: Services, { req }: StaffVisit): Promise<Query> {
  const query = await findQuery(db, String(req.params.id))
  if (!query) throw new NotFound()
  return query
}

const nothingSent: QuerySent = { typed: {}, problems: [], changed: false }

async function show(services: Services, visit: StaffVisit, sent = nothingSent): Promise<void> {
  const query = await queryAt(services, visit)
  const found = await findAnyReturn(services.db, query.returnId, visit.arrival)
  if (!found) throw new NotFound()
  const [known, events] = await Promise.all([knownOf(services, found), eventsOf(services.db, found.id)])
  const page = queryPage({ query, known, events, mayAct: isAmong(visit.staffRole, ['network']) }, sent)
  draw(visit, 'queries/query', page, sent.changed ? 409 : sent.problems.length > 0 ? 422 : 200)
}

const written = (name: string, what: string) =>
  body(name)
    .trim()
    .isLength({ min: SHORTEST, max: LONGEST })
    .withMessage(`Write ${what} in ${SHORTEST} to ${LONGEST.toLocaleString('en-GB')} characters`)

async function accept(services: Services, visit: StaffVisit): Promise<void> {
  const query = await queryAt(services, visit)
  const { person, arrival } = visit
  const how = { kind: 'accepted' } as const
  const outcome = await endQuery(services, { personId: person.id, queryId: query.id, how, arrival })
  await goOn(services, visit, { kind: outcome.kind, says: 'Accepted. The question is settled.' })
}

async function dismiss(services: Services, visit: StaffVisit): Promise<void> {
  const query = await queryAt(services, visit)
  const { req, person, arrival } = visit
  const typed = typedIn(req)
  const read = await readForm(req, { reason: written('reason', 'why no answer is needed') })
  if (!read.ok) {
    await show(services, visit, { typed, problems: read.problems, changed: false })
    return
  }
  const how = { kind: 'dismissed', why: read.values.reason } as const
  const outcome = await endQuery(services, { personId: person.id, queryId: query.id, how, arrival })
  await goOn(services, visit, { kind: outcome.kind, says: 'Dismissed. It stays so until the figure changes.' })
}

async function askAgain(services: Services, visit: StaffVisit): Promise<void> {
  const query = await queryAt(services, visit)
  const { req, person, arrival } = visit
  const typed = typedIn(req)
  const read = await readForm(req, { question: written('question', 'your question') })
  if (!read.ok) {
    await show(services, visit, { typed, problems: read.problems, changed: false })
    return
  }
  const { question } = read.values
  const outcome = await askQueryAgain(services, { personId: person.id, queryId: query.id, question, arrival })
  await goOn(services, visit, { kind: outcome.kind, says: 'Asked again. A letter is on its way.' })
}

interface Done {
  readonly kind: 'ended' | 'asked' | 'not_so' | 'not_found'
  readonly says: string
}

async function goOn(services: Services, visit: StaffVisit, { kind, says }: Done): Promise<void> {
  if (kind === 'not_found') throw new NotFound()
  if (kind === 'not_so') {
    await show(services, visit, { ...nothingSent, typed: typedIn(visit.req), changed: true })
    return
  }
  flash(visit, says)
  visit.res.redirect(303, `/network/queries/${String(visit.req.params.id)}`)
}
