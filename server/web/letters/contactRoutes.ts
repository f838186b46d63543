import { tryAddressAgain } from '../../actions/tryAddressAgain'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { staff, type Route, type StaffVisit } from '../route'
import { writers } from './collection'

/** People whose mail came back. */
export const contactRoutes = (services: Services): Route[] => [
  staff(writers, 'post', '/network/returns/:id/people/:person/address', (visit) => tryAgain(services, visit)),
]

async function tryAgain(services: Services, visit: StaffVisit): Promise<void> {
  const { id: returnId, person: personId } = visit.req.params
  const outcome = await tryAddressAgain(services, { returnId: String(returnId), personId: String(personId) })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'believed':
      flash(visit, `The next letter to ${outcome.name} is sent again.`)
      break
    case 'not_bouncing':
      flash(visit, 'Nothing has come back from that address. There was nothing to change.')
  }
  visit.res.redirect(303, `/network/returns/${String(returnId)}#people`)
}
