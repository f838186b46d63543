import { body } from 'express-validator'
import { refuseSignature } from '../../actions/refuseSignature'
import { requestSignature } from '../../actions/requestSignature'
import { submitReturns } from '../../actions/submitReturns'
import { withdrawReturn } from '../../actions/withdrawReturn'
import type { FoundReturn, OwnReturn } from '../../db/foundReturn'
import { organisationNames } from '../../db/organisationNames'
import { sistersOf } from '../../db/sisters'
import type { Refusal } from '../../domain/returns/lifecycle'
import type { Problem, Typed } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm } from '../forms'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { checkPage } from './checkPage'
import { draftOf } from './draft'
import { draw } from './pages'
import { refusedPage } from './refusedPage'
import { signOffPage } from './signOffPage'
import { waitingToo } from './together'
import { sentInWords } from './typedWords'

type Signs = Pick<Services, 'db' | 'publicUrl'>

/** From a finished return to a signed one, and back. */
export const signingRoutes = (services: Signs): Route[] => [
  ownReturn('post', '/returns/:id/signature-request', (visit) => askForSignature(services, visit), [
    'preparer',
    'signatory',
  ]),
  ownReturn('get', '/returns/:id/sign-off', (visit) => showSignOff(services, visit, {}), ['signatory']),
  ownReturn('post', '/returns/:id/signature-request/refusal', (visit) => sendBack(services, visit), ['signatory']),
  ownReturn('post', '/returns/:id/submission', (visit) => submit(services, visit), ['signatory']),
  ownReturn('post', '/returns/:id/withdrawal', (visit) => withdraw(services, visit), ['preparer', 'signatory']),
]

const deedOf = ({ person, found, arrival }: ReturnVisit) => ({
  personId: person.id,
  by: person.name,
  returnId: found.id,
  arrival,
})

async function askForSignature(services: Signs, visit: ReturnVisit): Promise<void> {
  const outcome = await requestSignature(services, deedOf(visit))
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.because)
      return
    case 'not_ready':
      await showWhatIsLeft(services, visit)
      return
    case 'requested':
      flash(visit, 'Sent for signature.')
      visit.res.redirect(303, `/returns/${visit.found.id}`)
  }
}

async function showWhatIsLeft(services: Signs, visit: ReturnVisit, found: OwnReturn = visit.found): Promise<void> {
  const sheet = await draftOf(services, found)
  const names = await organisationNames(services.db)
  draw(visit, 'returns/check', checkPage(found, { sheet, names, tooSoon: true }), 422)
}

function refuse(
  visit: ReturnVisit,
  because: Refusal,
  { found, also }: { readonly found: OwnReturn; readonly also?: FoundReturn | undefined } = visit,
): void {
  const typed = [visit.found, ...(also ? [also] : [])].flatMap(({ collection }) =>
    sentInWords(visit.req.body as Typed, definitionOf(collection.code)),
  )
  draw(visit, 'returns/refused', refusedPage(found, because, typed), 409)
}

interface Back {
  readonly typed?: Typed
  readonly problems?: readonly Problem[]
}

async function showSignOff(
  services: Signs,
  visit: ReturnVisit,
  { typed = {}, problems = [] }: Back,
  status = 200,
): Promise<void> {
  const { found, person, req } = visit
  const sheet = await draftOf(services, found)
  const also = await waitingToo(services, found, sheet)
  const isBoth = also !== undefined && (typed.both ?? req.query.both) === also.found.id
  const names = await organisationNames(services.db)
  const page = signOffPage(found, { sheet, also, isBoth, person, names, typed, problems })
  draw(visit, 'returns/signOff', page, status)
}

const noteChain = () => ({
  note: body('note')
    .trim()
    .isLength({ min: 3, max: 2_000 })
    .withMessage('Say what should be put right, in 3 to 2,000 characters'),
})

async function sendBack(services: Signs, visit: ReturnVisit): Promise<void> {
  const read = await readForm(visit.req, noteChain())
  if (!read.ok) {
    await showSignOff(services, visit, read, 422)
    return
  }
  const outcome = await refuseSignature(services, { ...deedOf(visit), note: read.values.note })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.because)
      return
    case 'sent_back':
      flash(visit, 'Sent back with your note.')
      visit.res.redirect(303, `/returns/${visit.found.id}`)
  }
}

async function submit(services: Signs, visit: ReturnVisit): Promise<void> {
  const typed: Typed = visit.req.body as Typed
  const also = await alsoIn(services, visit, typed)
  const outcome = await submitReturns(services, { ...deedOf(visit), alsoId: also?.id ?? null, typed })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.because, { found: outcome.found, also })
      return
    case 'not_ready':
      await showWhatIsLeft(services, visit, outcome.found)
      return
    case 'problems':
      await showSignOff(services, visit, { typed, problems: outcome.problems }, 422)
      return
    case 'submitted':
      flash(visit, signedWords(outcome.references))
      visit.res.redirect(303, `/returns/${visit.found.id}/receipt`)
  }
}

const signedWords = (references: readonly string[]): string =>
  references.length === 1
    ? `Signed and submitted. The reference is ${references.join('')}.`
    : `Both are signed and submitted. The references are ${references.join(' and ')}.`

/** The other return that is to be signed with this one, where one is named. */
async function alsoIn({ db }: Signs, { found }: ReturnVisit, { both }: Typed): Promise<FoundReturn | undefined> {
  if (both === undefined) return undefined
  const sister = (await sistersOf(db, found)).find(({ id }) => id === both)
  if (!sister) throw new NotFound()
  return sister
}

async function withdraw(services: Signs, visit: ReturnVisit): Promise<void> {
  const outcome = await withdrawReturn(services, deedOf(visit))
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.because)
      return
    case 'withdrawn':
      flash(visit, 'Taken back to draft. It counts as not submitted until it is signed again.')
      visit.res.redirect(303, `/returns/${visit.found.id}`)
  }
}
