import { makeToken } from '../../actions/makeToken'
import { revokeToken } from '../../actions/revokeToken'
import { tokensMade } from '../../db/tokens'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { drawing } from '../draw'
import { staff, type Route, type StaffVisit } from '../route'
import { readToken, type TokenTyped } from './tokenForm'
import { tokensPage, type TokensPage } from './tokensPage'

const draw = drawing<{ 'tokens/tokens': TokensPage }>()

/** The keys with which other systems read, for administrators. */
export const tokensRoutes = (services: Services): Route[] => [
  staff([], 'get', '/admin/tokens', (visit) => show(services, visit)),
  staff([], 'post', '/admin/tokens', (visit) => make(services, visit)),
  staff([], 'post', '/admin/tokens/:id/revocation', (visit) => revoke(services, visit)),
]

async function show({ db, publicUrl }: Services, visit: StaffVisit, sent?: TokenTyped): Promise<void> {
  const page = tokensPage(await tokensMade(db), publicUrl, sent)
  draw(visit, 'tokens/tokens', page, sent ? 422 : 200)
}

async function make(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readToken(visit.req)
  if (!read.ok) {
    await show(services, visit, read.sent)
    return
  }
  const { person, arrival } = visit
  const token = await makeToken(services, { ...read.asked, personId: person.id, arrival })
  flash(visit, `Token made for ${read.asked.name}. Copy it now, it is not shown again: ${token}`)
  visit.res.redirect(303, '/admin/tokens')
}

async function revoke(services: Services, visit: StaffVisit): Promise<void> {
  const outcome = await revokeToken(services, {
    id: String(visit.req.params.id),
    personId: visit.person.id,
    arrival: visit.arrival,
  })
  if (outcome.kind === 'not_found') throw new NotFound()
  flash(visit, `The token for ${outcome.name} no longer works.`)
  visit.res.redirect(303, '/admin/tokens')
}
