import { body } from 'express-validator'
import { askForMoreTime } from '../../actions/askForMoreTime'
import { openingRequestsOf } from '../../db/openingRequests'
import { isDay } from '../../domain/kinds/date'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import type { Reads } from './draft'
import { isTheirs } from './historyPage'
import { labelAt } from './labels'
import { draw } from './pages'
import { requestsPage } from './requestsPage'
import type { TypedField } from './typedWords'

/** Asking for more time, or to have a return back: at any time, also after the cutoff. */
export const requestRoutes = (services: Reads): Route[] => [
  ownReturn('get', '/returns/:id/reopening-requests', (visit) => showRequests(services, visit)),
  ownReturn('post', '/returns/:id/reopening-requests', (visit) => ask(services, visit)),
]

const chains = () => ({
  reason: body('reason')
    .trim()
    .isLength({ min: 10, max: 2_000 })
    .withMessage('Say what you need to change, and why, in 10 to 2,000 characters'),
  until: body('until')
    .trim()
    .custom((until: unknown) => until === '' || (typeof until === 'string' && isDay(until)))
    .withMessage('The day must be a date, like 2020-02-14, or left empty'),
})

async function showRequests({ db }: Reads, visit: ReturnVisit): Promise<void> {
  const requests = await openingRequestsOf(db, visit.found.id)
  draw(visit, 'returns/requests', requestsPage(visit.found, { requests, carried: [], typed: {}, problems: [] }))
}

async function ask(services: Reads, visit: ReturnVisit): Promise<void> {
  const { req, res, found, person, arrival } = visit
  const carried = carriedBy(visit)
  const read = await readForm(req, chains())
  if (!read.ok) {
    const requests = await openingRequestsOf(services.db, found.id)
    draw(visit, 'returns/requests', requestsPage(found, { ...read, requests, carried }), 422)
    return
  }
  const { reason, until } = read.values
  const typed = Object.fromEntries(carried.map(({ name, value }) => [name, value]))
  const asking = {
    personId: person.id,
    returnId: found.id,
    reason,
    untilDay: until === '' ? null : until,
    typed,
    arrival,
  }
  const outcome = await askForMoreTime(services, asking)
  if (outcome.kind === 'not_found') throw new NotFound()
  flash(visit, 'The network has your request.')
  res.redirect(303, `/returns/${found.id}/reopening-requests`)
}

/** What was typed too late, where it is of the survey and theirs to fill in. */
function carriedBy({ req, found }: ReturnVisit): TypedField[] {
  const definition = definitionOf(found.collection.code)
  const sent = req.body as Record<string, unknown>
  return Object.entries(sent).flatMap(([name, value]) => {
    const address = name.replace(/!nc$/, '')
    const label = labelAt(name, definition)
    const isOurs =
      label !== address && typeof value === 'string' && value !== '' && isTheirs(found, address, definition)
    return isOurs ? [{ name, label, value }] : []
  })
}
