import { body } from 'express-validator'
import { askForMoreTime } from '../../actions/askForMoreTime'
import { isDay } from '../../domain/kinds/date'
import { isTheirs, labelAt } from '../../domain/reading/labels'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { bodyOf, readForm } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import type { Reads } from './draft'
import { putIn } from './lateRoute'
import { draw } from './pages'
import { requestsPage } from './requestsPage'
import { requestsSeen } from './requestsSeen'
import type { TypedField } from './typedWords'

/** Asking for more time, or to have a return back: at any time, also after the cutoff. */
export const requestRoutes = (services: Reads): Route[] => [
  ownReturn('get', '/returns/:id/reopening-requests', (visit) => showRequests(services, visit)),
  ownReturn('post', '/returns/:id/reopening-requests', (visit) => ask(services, visit)),
  ownReturn('post', '/returns/:id/reopening-requests/:request/answers', (visit) => putIn(services, visit), [
    'preparer',
  ]),
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

async function showRequests(services: Reads, visit: ReturnVisit): Promise<void> {
  const seen = await requestsSeen(services, visit.found)
  draw(visit, 'returns/requests', requestsPage(visit.found, { ...seen, carried: [], typed: {}, problems: [] }))
}

async function ask(services: Reads, visit: ReturnVisit): Promise<void> {
  const { req, res, found, person, arrival } = visit
  const carried = carriedBy(visit)
  const read = await readForm(req, chains())
  if (!read.ok) {
    const seen = await requestsSeen(services, found)
    draw(visit, 'returns/requests', requestsPage(found, { ...read, ...seen, carried }), 422)
    return
  }
  const { reason, until } = read.values
  const asking = { personId: person.id, returnId: found.id, reason, untilDay: until === '' ? null : until }
  const outcome = await askForMoreTime(services, { ...asking, carried, arrival })
  if (outcome.kind === 'not_found') throw new NotFound()
  flash(visit, 'The network has your request.')
  res.redirect(303, `/returns/${found.id}/reopening-requests`)
}

/** What was typed too late, where it is of the survey and theirs to fill in. Sent empty, the box was cleared. */
function carriedBy({ req, found }: ReturnVisit): TypedField[] {
  const definition = definitionOf(found.collection.code)
  return Object.entries(bodyOf(req)).flatMap(([name, value]) => {
    const address = name.replace(/!nc$/, '')
    const label = labelAt(address, definition)
    const isOurs = label !== address && typeof value === 'string' && isTheirs(found, address, definition)
    return isOurs ? [{ name, label, value }] : []
  })
}
