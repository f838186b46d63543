import { recordContact } from '../../actions/recordContact'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import type { StaffVisit } from '../route'
import { backTo } from './backTo'
import { readCall, type CallTyped } from './callForm'

/** Writes down a call, an email or a note. A form that cannot be read comes back, to be shown again. */
export async function recordAsAsked(services: Services, visit: StaffVisit): Promise<CallTyped | undefined> {
  const read = await readCall(visit.req)
  if (!read.ok) return read
  const { person, arrival } = visit
  const returnId = String(visit.req.params.id)
  const outcome = await recordContact(services, { ...read.call, returnId, personId: person.id, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'wrong_day':
      return { typed: read.typed, problems: [{ address: 'promised', says: outcome.says }] }
    case 'recorded':
      flash(visit, 'Noted. The employer does not see it.')
      visit.res.redirect(303, backTo(read.back, returnId))
      return undefined
  }
}
