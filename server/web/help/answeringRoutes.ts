import { body } from 'express-validator'
import { answerQuestion } from '../../actions/answerQuestion'
import { findNetworkQuestion, networkQuestions, questionCounts } from '../../db/networkQuestions'
import { LONGEST_ANSWER, LONGEST_QUESTION, SHORTEST_QUESTION } from '../../domain/returns/asking'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn } from '../forms'
import { listAsked } from '../paging'
import { staff, type Route, type StaffVisit } from '../route'
import { networkPage, PAGE, type Answering } from './networkPage'
import { draw } from './pages'

/** What employers ask, for the network to answer. */
export const answeringRoutes = (services: Services): Route[] => [
  staff(['network', 'analyst'], 'get', '/network/questions', (visit) => showAll(services, visit)),
  staff(['network'], 'post', '/network/questions/:id/answer', (visit) => answer(services, visit)),
]

async function showAll({ db }: Services, visit: StaffVisit): Promise<void> {
  const { page } = listAsked(visit.req.query)
  const [questions, counts] = await Promise.all([
    networkQuestions(db, { offset: (page - 1) * PAGE, limit: PAGE }),
    questionCounts(db),
  ])
  draw(visit, 'help/network', networkPage({ questions, counts, page, staffRole: visit.staffRole }))
}

const boxes = () => ({
  answer: body('answer')
    .trim()
    .isLength({ min: 2, max: LONGEST_ANSWER })
    .withMessage(`Write the answer in 2 to ${LONGEST_ANSWER.toLocaleString('en-GB')} characters`),
  general_question: body('general_question')
    .trim()
    .isLength({ min: SHORTEST_QUESTION, max: LONGEST_QUESTION })
    .withMessage(
      `Write the question as everybody may read it, in ${SHORTEST_QUESTION} to ${LONGEST_QUESTION.toLocaleString('en-GB')} characters`,
    )
    .optional({ values: 'falsy' }),
})

async function answer(services: Services, visit: StaffVisit): Promise<void> {
  const { req, res, person, arrival } = visit
  const asked = await findNetworkQuestion(services.db, String(req.params.id))
  if (!asked) throw new NotFound()
  const typed = typedIn(req)
  const read = await readForm(req, boxes())
  if (!read.ok) {
    await showOne(services, visit, { id: asked.id, typed, problems: read.problems, changed: false })
    return
  }
  const isGeneral = typed.general === 'yes'
  const outcome = await answerQuestion(services, {
    personId: person.id,
    questionId: asked.id,
    answer: read.values.answer,
    generalQuestion: isGeneral ? nothingAs(asked.question, read.values.general_question) : null,
    seen: nothingAs(null, typed.seen),
    arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'answered_already':
      await showOne(services, visit, { id: asked.id, typed, problems: [], changed: true })
      return
    case 'answered':
      flash(visit, `Answered. A letter is on its way to ${asked.organisation}.`)
      res.redirect(303, '/network/questions')
  }
}

/** What was sent, or what stands for it where nothing was. */
const nothingAs = <Other>(other: Other, sent = ''): string | Other => (sent === '' ? other : sent)

/** The question alone, with what was typed: it could not be read (422), or somebody else has answered it (409). */
async function showOne({ db }: Services, visit: StaffVisit, answering: Answering): Promise<void> {
  const question = await findNetworkQuestion(db, answering.id)
  const counts = await questionCounts(db)
  const { staffRole } = visit
  const page = networkPage({ questions: question ? [question] : [], counts, page: undefined, staffRole }, answering)
  draw(visit, 'help/network', page, answering.changed ? 409 : 422)
}
