import { body } from 'express-validator'
import { requireReturn } from '../../actions/requireReturn'
import { setReturnAside } from '../../actions/setReturnAside'
import type { FoundReturn } from '../../db/foundReturn'
import { statuses, type Refusal } from '../../domain/returns/lifecycle'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm } from '../forms'
import type { StaffVisit } from '../route'
import { draw } from './pages'
import { standings, type StandingChosen, type StandingTyped } from './standingFields'

const chains = () => ({
  status: body('status').custom(isStanding).withMessage('Choose what becomes of the return.'),
  reason: body('reason')
    .trim()
    .isLength({ min: 3, max: 1000 })
    .withMessage('Say why, in 3 to 1,000 characters. The employer will read it.'),
})

const isStanding = (given: unknown): given is StandingChosen =>
  typeof given === 'string' && Object.hasOwn(standings, given)

const done = {
  declined: 'Noted that the organisation declined. Nobody is reminded.',
  no_longer_required: 'No longer required. Nobody is reminded.',
  required: 'Asked for again. It goes on as far as it had got.',
} as const satisfies Record<StandingChosen, string>

/** Sets a return aside, or asks for it again. A form that cannot be read comes back, to be shown again. */
export async function setAsideAsAsked(services: Services, visit: StaffVisit): Promise<StandingTyped | undefined> {
  const read = await readForm(visit.req, chains())
  if (!read.ok) return read
  const { status, reason } = read.values
  if (!isStanding(status)) throw new NotFound()
  const outcome = await decide(services, visit, status, reason)
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      refuse(visit, outcome.found, outcome.because, reason)
      return undefined
    default:
      flash(visit, done[status])
      visit.res.redirect(303, `/network/returns/${String(visit.req.params.id)}`)
      return undefined
  }
}

function decide(services: Services, visit: StaffVisit, status: StandingChosen, reason: string) {
  const { person, staffRole, arrival } = visit
  const deed = { personId: person.id, staffRole, returnId: String(visit.req.params.id), reason, arrival }
  return status === 'required' ? requireReturn(services, deed) : setReturnAside(services, { ...deed, as: status })
}

/** Says why not, and keeps what was typed. */
function refuse(visit: StaffVisit, { id, status, organisation }: FoundReturn, because: Refusal, reason: string): void {
  if (because === 'not_yours_to_do') throw new NotFound()
  draw(
    visit,
    'casework/notOpened',
    {
      title: 'That cannot be done to this return',
      caption: organisation.name,
      reason: `Its state is “${statuses[status]}”.`,
      typed: [{ label: 'Reason', name: 'reason', value: reason }],
      back: `/network/returns/${id}`,
    },
    409,
  )
}
