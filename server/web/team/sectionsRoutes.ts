import { body } from 'express-validator'
import { assignSections } from '../../actions/assignSections'
import { takeSectionBack } from '../../actions/takeSectionBack'
import { sectionsGivenIn } from '../../db/assignments'
import { membersOf } from '../../db/team'
import { returnCutoff } from '../../domain/collections/opening'
import { dueDayFault } from '../../domain/people/dueDay'
import { fillableSections } from '../../domain/returns/standing'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { manyOf, readForm, typedIn } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { draw } from './pages'
import { sectionsPage } from './sectionsPage'

/** Who fills in which sections of one return. */
export const sectionsRoutes = (services: Services): Route[] => [
  ownReturn('get', '/team/returns/:id/sections', (visit) => show(services, visit, [], 200), ['preparer']),
  ownReturn('post', '/team/returns/:id/assignments', (visit) => give(services, visit), ['preparer']),
  ownReturn('post', '/team/returns/:id/assignments/removal', (visit) => takeBack(services, visit), ['preparer']),
]

const pathOf = ({ found }: ReturnVisit): string => `/team/returns/${found.id}/sections`

async function show({ db }: Services, visit: ReturnVisit, problems: readonly Problem[], status: number): Promise<void> {
  const { found, req } = visit
  const members = await membersOf(db, found.organisation.id)
  const given = (await sectionsGivenIn(db, found.organisation.id)).filter(({ returnId }) => returnId === found.id)
  const definition = definitionOf(found.collection.code)
  const typed = typedIn(req)
  draw(
    visit,
    'team/sections',
    sectionsPage({ found, definition, members, given, typed, chosen: manyOf(req, 'section'), problems }),
    status,
  )
}

const boxes = () => ({
  person: body('person').isUUID('loose').withMessage('Choose who will fill them in'),
  due_on: body('due_on').trim(),
  note: body('note').trim().isLength({ max: 500 }).withMessage('A note can have at most 500 characters'),
})

const noneChosen: Problem = { address: 'section', says: 'Choose at least one section' }

async function give(services: Services, visit: ReturnVisit): Promise<void> {
  const { req, found } = visit
  const sections = [...new Set(manyOf(req, 'section'))]
  const read = await readForm(req, boxes())
  const fillable = fillableSections(definitionOf(found.collection.code))
  const fault = dueDayFault((typedIn(req).due_on ?? '').trim(), found.now, returnCutoff(found.openness, fillable))
  const problems = [
    ...(read.ok ? [] : read.problems),
    ...(sections.length === 0 ? [noneChosen] : []),
    ...(fault === undefined ? [] : [{ address: 'due_on', says: fault }]),
  ]
  if (read.ok && problems.length === 0) await keep(services, visit, sections, read.values)
  else await show(services, visit, problems, 422)
}

interface Given {
  readonly person: string
  readonly due_on: string
  readonly note: string
}

async function keep(services: Services, visit: ReturnVisit, sections: readonly string[], given: Given): Promise<void> {
  const { found, person, arrival, res } = visit
  const outcome = await assignSections(services, {
    returnId: found.id,
    organisationId: found.organisation.id,
    by: person.id,
    personId: given.person,
    sections,
    dueOn: given.due_on || null,
    note: given.note || null,
    arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'unknown_section':
      await show(services, visit, [noneChosen], 422)
      return
    case 'not_a_contributor':
      await show(services, visit, [{ address: 'person', says: 'Choose one of your contributors' }], 422)
      return
    case 'assigned':
      flash(visit, `${outcome.to} has been told by letter which sections to fill in.`)
      res.redirect(303, pathOf(visit))
  }
}

const which = () => ({
  person: body('person').isUUID('loose').withMessage('Choose whose section to take back'),
  section: body('section').notEmpty().withMessage('Choose which section to take back'),
})

async function takeBack(services: Services, visit: ReturnVisit): Promise<void> {
  const { found, person } = visit
  const read = await readForm(visit.req, which())
  if (!read.ok) {
    await show(services, visit, read.problems, 422)
    return
  }
  const asked = { returnId: found.id, organisationId: found.organisation.id, by: person.id }
  const taken = { ...asked, personId: read.values.person, section: read.values.section }
  const outcome = await takeSectionBack(services, taken)
  const says =
    outcome.kind === 'taken_back' ? 'The section has been taken back.' : 'They did not have this section any more.'
  flash(visit, says)
  visit.res.redirect(303, pathOf(visit))
}
