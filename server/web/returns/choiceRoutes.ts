import { body } from 'express-validator'
import { askToDecline } from '../../actions/askToDecline'
import { chooseQuestions } from '../../actions/chooseQuestions'
import type { Refusal } from '../../domain/returns/lifecycle'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { declinePage } from './declinePage'
import type { Reads } from './draft'
import { mayDo } from './nextStep'
import { draw } from './pages'
import { refusedPage } from './refusedPage'
import type { TypedField } from './typedWords'

/** How much of a return an employer answers: the essential questions only, or, if the network agrees, nothing. */
export const choiceRoutes = (services: Reads): Route[] => [
  ownReturn('post', '/returns/:id/essential-only', (visit) => choose(services, visit), ['preparer']),
  ownReturn('get', '/returns/:id/decline', showDecline, ['preparer']),
  ownReturn('post', '/returns/:id/decline', (visit) => decline(services, visit), ['preparer']),
]

const refuse = (visit: ReturnVisit, because: Refusal): void => {
  draw(visit, 'returns/refused', refusedPage(visit.found, because, typedWith(visit)), 409)
}

/** Why, to be copied; where nothing was written, nothing. */
function typedWith({ req }: ReturnVisit): TypedField[] {
  const { reason } = req.body as { readonly reason?: unknown }
  return typeof reason === 'string' && reason !== '' ? [{ name: 'reason', label: 'Reason', value: reason }] : []
}

async function choose(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found, person, arrival, req, res } = visit
  const { only } = req.body as { readonly only?: unknown }
  const essentialOnly = only === 'yes'
  const outcome = await chooseQuestions(services, { personId: person.id, returnId: found.id, essentialOnly, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.because)
      return
    case 'chosen':
      flash(
        visit,
        essentialOnly ? 'Only the essential questions must be answered now.' : 'Every question is asked again.',
      )
      res.redirect(303, `/returns/${found.id}`)
  }
}

function showDecline(visit: ReturnVisit): void {
  const { found } = visit
  if (!mayDo('ask_to_decline', found, { definition: definitionOf(found.collection.code) })) {
    refuse(visit, 'wrong_status')
    return
  }
  draw(visit, 'returns/decline', declinePage(found, { typed: {}, problems: [] }))
}

const chains = () => ({
  reason: body('reason')
    .trim()
    .isLength({ min: 10, max: 2_000 })
    .withMessage('Say why your organisation does not want to take part, in 10 to 2,000 characters'),
})

async function decline(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found, person, arrival, req, res } = visit
  const read = await readForm(req, chains())
  if (!read.ok) {
    draw(visit, 'returns/decline', declinePage(found, read), 422)
    return
  }
  const { reason } = read.values
  const outcome = await askToDecline(services, { personId: person.id, returnId: found.id, reason, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.because)
      return
    case 'asked':
      flash(visit, 'The network has been told, and will be in touch. Until then the return stays open.')
      res.redirect(303, `/returns/${found.id}`)
  }
}
