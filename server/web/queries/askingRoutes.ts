import { randomUUID } from 'node:crypto'
import { body } from 'express-validator'
import { raiseQueries } from '../../actions/raiseQueries'
import type { FoundReturn } from '../../db/foundReturn'
import { groupMiddle } from '../../db/groupMiddle'
import { queriesOf } from '../../db/queries'
import { findAnyReturn } from '../../db/returns'
import { submittedCells } from '../../db/standingCells'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import { LONGEST, SHORTEST } from '../../domain/queries/query'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { askPage, type Asked, type AskSent } from './askPage'
import { isId, knownOf } from './known'
import { draw } from './pages'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** Asking about one figure of one return. */
export const askingRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/returns/:id/queries', (visit) => show(services, visit, visit.req.query.about)),
  staff(['network'], 'post', '/network/returns/:id/queries', (visit) => ask(services, visit)),
]

async function returnAt({ db }: Services, { req, arrival }: StaffVisit): Promise<FoundReturn> {
  const found = await findAnyReturn(db, String(req.params.id), arrival)
  if (!found) throw new NotFound()
  return found
}

const nothingSent = (): AskSent => ({ id: randomUUID(), question: '', problems: [], changed: false })

async function show(services: Services, visit: StaffVisit, about: unknown, sent = nothingSent()): Promise<void> {
  const { db } = services
  const found = await returnAt(services, visit)
  const [known, queries, asked] = await Promise.all([
    knownOf(services, found),
    queriesOf(db, found.id),
    askedAbout(services, found, about),
  ])
  const page = askPage(known, { queries, asked, mayAsk: isAmong(visit.staffRole, ['network']) }, sent)
  draw(visit, 'queries/ask', page, sent.changed ? 409 : sent.problems.length > 0 ? 422 : 200)
}

/** A figure that stands submitted; any other does not exist here. */
async function askedAbout({ db }: Services, found: FoundReturn, about: unknown): Promise<Asked | undefined> {
  const { standingSubmissionId: submissionId } = found
  if (typeof about !== 'string' || about === '' || submissionId === null) return undefined
  const submitted = await submittedCells(db, submissionId)
  if (!submitted[about]) throw new NotFound()
  const of = { collectionId: found.collection.id, type: found.organisation.type, address: about }
  return { address: about, submitted, submissionId, middle: await groupMiddle(db, of) }
}

const box = () => ({
  question: body('question')
    .trim()
    .isLength({ min: SHORTEST, max: LONGEST })
    .withMessage(`Write your question in ${SHORTEST} to ${LONGEST.toLocaleString('en-GB')} characters`),
})

async function ask(services: Services, visit: StaffVisit): Promise<void> {
  const { req, res, person, arrival } = visit
  const found = await returnAt(services, visit)
  const typed = typedIn(req)
  const read = await readForm(req, box())
  const id = isId(typed.form) ? typed.form : randomUUID()
  if (!read.ok) {
    const sent = { id, question: typed.question ?? '', problems: read.problems, changed: false }
    await show(services, visit, typed.about, sent)
    return
  }
  const { question } = read.values
  const address = typed.about ?? ''
  const outcome = await raiseQueries(services, {
    personId: person.id,
    returnId: found.id,
    submissionId: typed.submission ?? '',
    asking: [{ id, address, addresses: [address], rule: null, beside: [], partnerId: null, question }],
    arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'moved':
      await show(services, visit, address, { id, question, problems: [], changed: true })
      return
    case 'raised':
      flash(visit, `Asked. A letter is on its way to those who prepare the return of ${found.organisation.name}.`)
      res.redirect(303, `/network/returns/${found.id}/queries`)
  }
}
