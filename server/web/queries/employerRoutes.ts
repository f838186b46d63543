import { body } from 'express-validator'
import { answerQuery } from '../../actions/answerQuery'
import { correctQuery } from '../../actions/correctQuery'
import { pairsAround } from '../../db/pairs'
import { queriesOf } from '../../db/queries'
import { findOwnReturn } from '../../db/returns'
import { cutoffInWords, endOfDay } from '../../domain/collections/calendar'
import { LONGEST, SHORTEST } from '../../domain/queries/query'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { employerPage, type Answering } from './employerPage'
import { isId, knownOf } from './known'
import { draw } from './pages'

/** What the network asks about figures: also after the cutoff. */
export const employerRoutes = (services: Services): Route[] => [
  ownReturn('get', '/returns/:id/queries', (visit) => show(services, visit)),
  ownReturn('post', '/returns/:id/queries/:query/answer', (visit) => answer(services, visit), [
    'preparer',
    'contributor',
  ]),
  ownReturn('post', '/returns/:id/queries/:query/correction', (visit) => correct(services, visit), ['preparer']),
]

async function show(services: Services, visit: ReturnVisit, answering?: Answering): Promise<void> {
  const { db } = services
  const found = (await findOwnReturn(db, visit.person.id, visit.found.id, visit.arrival)) ?? visit.found
  const [known, queries, pairs] = await Promise.all([
    knownOf(services, found),
    queriesOf(db, found.id),
    found.standingSubmissionId === null ? [] : pairsAround(db, found.collection.id, found.organisation.code),
  ])
  const status = answering ? (answering.changed ? 409 : 422) : 200
  draw(visit, 'queries/employer', employerPage({ found, known, queries, pairs }, answering), status)
}

const box = () => ({
  answer: body('answer')
    .trim()
    .isLength({ min: SHORTEST, max: LONGEST })
    .withMessage(`Say why it is right in ${SHORTEST} to ${LONGEST.toLocaleString('en-GB')} characters`),
})

const NOT_ASKED =
  'This no longer waits for an answer: somebody was quicker, or it has come to an end. Nothing was changed.'

const back = ({ found }: ReturnVisit) => `/returns/${found.id}/queries`

function queryIn({ req }: ReturnVisit): string {
  if (!isId(req.params.query)) throw new NotFound()
  return req.params.query
}

async function answer(services: Services, visit: ReturnVisit): Promise<void> {
  const { req, res, found, person, arrival } = visit
  const queryId = queryIn(visit)
  const typed = typedIn(req)
  const read = await readForm(req, box())
  const known = (await queriesOf(services.db, found.id)).some(({ id }) => id === queryId)
  if (!known) throw new NotFound()
  if (!read.ok) {
    await show(services, visit, { queryId, typed, problems: read.problems, changed: undefined })
    return
  }
  const outcome = await answerQuery(services, {
    personId: person.id,
    returnId: found.id,
    queryId,
    answer: read.values.answer,
    arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'not_asked':
      await show(services, visit, { queryId, typed, problems: [], changed: NOT_ASKED })
      return
    case 'answered':
      flash(visit, 'Answered. Nothing more is needed, unless the network asks again.')
      res.redirect(303, back(visit))
  }
}

async function correct(services: Services, visit: ReturnVisit): Promise<void> {
  const { res, found, person, arrival } = visit
  const queryId = queryIn(visit)
  const outcome = await correctQuery(services, { personId: person.id, returnId: found.id, queryId, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'not_asked':
      await show(services, visit, { queryId, typed: {}, problems: [], changed: NOT_ASKED })
      return
    case 'refused':
      await show(services, visit, { queryId, typed: {}, problems: [], changed: REFUSED })
      return
    case 'requested':
      flash(visit, 'The network has been asked to open your return. Its answer comes by e-mail.')
      res.redirect(303, back(visit))
      return
    case 'open':
      flash(visit, openWords(outcome))
      res.redirect(303, `/returns/${found.id}/sections/${outcome.section}`)
  }
}

const REFUSED = 'This return cannot be opened just now: its collection has not opened, or it is not asked for any more.'

function openWords({ section, untilDay }: { readonly section: string; readonly untilDay: string | null }): string {
  const letter = section.toUpperCase()
  const until = untilDay === null ? '' : ` until ${cutoffInWords(endOfDay(untilDay))}`
  return `Section ${letter} is open${until}. Correct the figure, then have the return signed again.`
}
