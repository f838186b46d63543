import { body } from 'express-validator'
import { answerRequest, type RequestAnswered } from '../../actions/answerRequest'
import { findCollection } from '../../db/collections'
import { findQueuedRequest, requestCounts, requestQueue, type QueuedRequest } from '../../db/requestQueue'
import { notOpenedWords, openingKindFor, tooEarlyWords } from '../../domain/returns/opening'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { manyOf, readForm, typedIn } from '../forms'
import { readOpening } from '../openingForm'
import { listAsked } from '../paging'
import { staff, type Route, type StaffVisit } from '../route'
import type { Answering } from './answerForms'
import { draw } from './pages'
import { PAGE, queuePage } from './queuePage'
import { readRequests } from './requestSeen'

const readers: readonly StaffRole[] = ['network', 'analyst']
const administrators: readonly StaffRole[] = []

/** What employers ask for, more time or a return back, for the network to answer. */
export const requestsRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/collections/:code/requests', (visit) => showQueue(services, visit)),
  staff(administrators, 'post', '/network/requests/:id/grant', (visit) => grant(services, visit)),
  staff(administrators, 'post', '/network/requests/:id/refusal', (visit) => refuse(services, visit)),
]

async function showQueue(services: Services, visit: StaffVisit): Promise<void> {
  const { db } = services
  const collection = await findCollection(db, String(visit.req.params.code))
  if (!collection) throw new NotFound()
  const { page } = listAsked(visit.req.query)
  const [queue, counts] = await Promise.all([
    requestQueue(db, collection.id, { offset: (page - 1) * PAGE, limit: PAGE }),
    requestCounts(db, collection.id),
  ])
  const requests = await readRequests(services, visit, queue)
  draw(visit, 'requests/queue', queuePage({ collection, requests, counts, page, staffRole: visit.staffRole }))
}

async function requestAt({ db }: Services, { req }: StaffVisit): Promise<QueuedRequest> {
  const request = await findQueuedRequest(db, String(req.params.id))
  if (!request) throw new NotFound()
  return request
}

async function grant(services: Services, visit: StaffVisit): Promise<void> {
  const request = await requestAt(services, visit)
  const read = await readOpening(visit.req, definitionOf(request.collection))
  const answering = { id: request.id, kind: 'grant', typed: read.typed, sections: sectionsIn(visit) } as const
  if (!read.ok) {
    await showOne(services, visit, { ...answering, problems: read.problems })
    return
  }
  const { untilDay, reason, sections } = read
  const outcome = await decide(services, visit, { kind: 'grant', untilDay, reason, sections })
  if (outcome.kind !== 'too_early') await answer(services, visit, { outcome, request, answering })
  else {
    const problems = [{ address: 'until', says: tooEarlyWords(untilDay, outcome.found) }]
    await showOne(services, visit, { ...answering, problems })
  }
}

const sectionsIn = ({ req }: StaffVisit): string[] => manyOf(req, 'sections')

const chains = () => ({
  reason: body('reason')
    .trim()
    .isLength({ min: 3, max: 1000 })
    .withMessage('Say why, in 3 to 1,000 characters. The employer will read it.'),
})

async function refuse(services: Services, visit: StaffVisit): Promise<void> {
  const request = await requestAt(services, visit)
  const answering = { id: request.id, kind: 'refusal', typed: typedIn(visit.req), sections: [] } as const
  const read = await readForm(visit.req, chains())
  if (!read.ok) {
    await showOne(services, visit, { ...answering, problems: read.problems })
    return
  }
  const outcome = await decide(services, visit, { kind: 'refuse', reason: read.values.reason })
  await answer(services, visit, { outcome, request, answering })
}

const decide = (
  services: Services,
  { person, staffRole, req, arrival }: StaffVisit,
  given: Parameters<typeof answerRequest>[1]['answer'],
): Promise<RequestAnswered> =>
  answerRequest(services, { personId: person.id, staffRole, requestId: String(req.params.id), answer: given, arrival })

interface Answered {
  readonly outcome: RequestAnswered
  readonly request: QueuedRequest
  readonly answering: Omit<Answering, 'problems'>
}

async function answer(services: Services, visit: StaffVisit, { outcome, request, answering }: Answered): Promise<void> {
  const again = { ...answering, problems: [] }
  switch (outcome.kind) {
    case 'granted':
    case 'refused':
      flash(visit, `${outcome.kind === 'granted' ? 'Granted' : 'Refused'}. A letter is on its way to ${request.by}.`)
      visit.res.redirect(303, `/network/collections/${request.collection}/requests`)
      return
    case 'answered_already':
      await showOne(services, visit, again, 'Somebody else has answered this since your page was drawn.')
      return
    case 'not_possible':
      await showOne(
        services,
        visit,
        again,
        notOpenedWords(openingKindFor(outcome.found), outcome.found, outcome.because),
      )
      return
    default:
      throw new NotFound()
  }
}

/** The request alone, as it now is, with what was typed: it could not be read (422), or cannot be done (409). */
async function showOne(services: Services, visit: StaffVisit, answering: Answering, refused?: string): Promise<void> {
  const request = await requestAt(services, visit)
  const collection = await findCollection(services.db, request.collection)
  if (!collection) throw new NotFound()
  const [requests, counts] = await Promise.all([
    readRequests(services, visit, [request]),
    requestCounts(services.db, collection.id),
  ])
  const seen = { collection, requests, counts, page: undefined, staffRole: visit.staffRole }
  draw(visit, 'requests/queue', queuePage(seen, answering, refused), refused === undefined ? 422 : 409)
}
