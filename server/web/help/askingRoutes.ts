import { randomUUID } from 'node:crypto'
import { body } from 'express-validator'
import { askNetwork } from '../../actions/askNetwork'
import { generalAnswersOf, questionsOf } from '../../db/questions'
import { LONGEST_QUESTION, mayAskAbout, mayReadQuestion, SHORTEST_QUESTION } from '../../domain/returns/asking'
import type { Address } from '../../domain/survey/cells'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { askPage } from './askPage'
import { draw } from './pages'

/** What an employer asks the network: also before the collection has opened, and after the cutoff. */
export const askingRoutes = (services: Services): Route[] => [
  ownReturn('get', '/returns/:id/questions', (visit) => showQuestions(services, visit)),
  ownReturn('post', '/returns/:id/questions', (visit) => ask(services, visit)),
]

const showQuestions = (services: Services, visit: ReturnVisit): Promise<void> =>
  show(services, visit, { about: aboutIn(visit, visit.req.query.about), id: randomUUID(), question: '', problems: [] })

/** What is asked about; somebody else's section, or nothing of this survey, does not exist. */
function aboutIn({ found }: ReturnVisit, sent: unknown): Address | null {
  if (sent === undefined || sent === '') return null
  if (typeof sent !== 'string' || !mayAskAbout(found, sent, definitionOf(found.collection.code))) throw new NotFound()
  return sent
}

interface Asking {
  readonly about: Address | null
  readonly id: string
  readonly question: string
  readonly problems: readonly Problem[]
}

async function show({ db }: Services, visit: ReturnVisit, asking: Asking): Promise<void> {
  const { found, person } = visit
  const definition = definitionOf(found.collection.code)
  const [asked, general] = await Promise.all([questionsOf(db, found.id), generalAnswersOf(db, found.collection.code)])
  const theirs = asked.filter((each) => mayReadQuestion(found, person.id, each, definition))
  const page = askPage({ found, definition, asked: theirs, general }, asking)
  draw(visit, 'help/ask', page, asking.problems.length > 0 ? 422 : 200)
}

const boxes = () => ({
  question: body('question')
    .trim()
    .isLength({ min: SHORTEST_QUESTION, max: LONGEST_QUESTION })
    .withMessage(
      `Write your question in ${SHORTEST_QUESTION} to ${LONGEST_QUESTION.toLocaleString('en-GB')} characters`,
    ),
})

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

async function ask(services: Services, visit: ReturnVisit): Promise<void> {
  const { req, res, found, person, arrival } = visit
  const typed = typedIn(req)
  const about = aboutIn(visit, typed.about)
  const form = typed.form ?? ''
  const id = uuid.test(form) ? form : randomUUID()
  const read = await readForm(req, boxes())
  if (!read.ok) {
    await show(services, visit, { about, id, question: typed.question ?? '', problems: read.problems })
    return
  }
  const { question } = read.values
  const outcome = await askNetwork(services, { id, personId: person.id, returnId: found.id, about, question, arrival })
  if (outcome.kind === 'not_found') throw new NotFound()
  flash(visit, 'The network has your question. Its answer will stand here, and you will have it by e-mail.')
  res.redirect(303, `/returns/${found.id}/questions`)
}
