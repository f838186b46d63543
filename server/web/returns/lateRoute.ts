import { putInLate, type LatePutIn } from '../../actions/putInLate'
import { findOwnReturn } from '../../db/returns'
import { labelAt } from '../../domain/reading/labels'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import type { ReturnVisit } from '../route'
import { counted } from '../../domain/reading/counted'
import type { Reads } from './draft'
import { lateChoicesIn, lateClashId } from './latePanel'
import { shutWords } from './openWords'
import { draw } from './pages'
import { requestsSeen } from './requestsSeen'
import { requestsPage } from './requestsPage'
import type { PageProblem } from './section/sectionPage'

/** Puts in what was typed too late, where the network has granted it. */
export async function putIn(services: Reads, visit: ReturnVisit): Promise<void> {
  const { req, res, found, person, arrival } = visit
  const typed = typedIn(req)
  const outcome = await putInLate(services, {
    personId: person.id,
    returnId: found.id,
    requestId: String(req.params.request),
    seenAt: /^\d{1,9}$/.test(typed.version ?? '') ? Number(typed.version) : 0,
    choices: lateChoicesIn(typed),
    arrival,
  })
  switch (outcome.kind) {
    case 'put_in':
      flash(visit, doneWords(outcome))
      res.redirect(303, `/returns/${found.id}`)
      return
    case 'not_found':
      throw new NotFound()
    case 'undecided':
      await showAgain(services, visit, outcome.addresses.map(toChoose(visit)))
      return
    case 'used':
      await showAgain(services, visit, [{ text: 'This has been put in already. Nothing was changed.', href: '#asked' }])
      return
    case 'refused':
      await showAgain(services, visit, [{ text: shutWords(outcome.because, found, '').join(' '), href: '#asked' }])
  }
}

const toChoose =
  ({ found, req }: ReturnVisit) =>
  (address: string): PageProblem => ({
    text: `Choose which to keep: ${labelAt(address, definitionOf(found.collection.code))}`,
    href: `#${lateClashId(String(req.params.request), address)}-mine`,
  })

function doneWords({ addresses, left }: Extract<LatePutIn, { kind: 'put_in' }>): string {
  const done = `${counted(addresses.length, 'answer')} put in.`
  return left === 0 ? done : `${done} ${counted(left, 'answer')} left as in the return.`
}

/** The requests as they are now, with why nothing was put in. */
async function showAgain(services: Reads, visit: ReturnVisit, problems: readonly PageProblem[]): Promise<void> {
  const found = await findOwnReturn(services.db, visit.person.id, visit.found.id, visit.arrival)
  if (!found) throw new NotFound()
  const seen = await requestsSeen(services, found, lateChoicesIn(typedIn(visit.req)))
  draw(visit, 'returns/requests', requestsPage(found, { ...seen, carried: [], typed: {}, problems: [] }, problems), 409)
}
