import { changeOwner, type OwnerChanged } from '../../actions/changeOwner'
import { dayAndMonth } from '../../domain/chasing/dayAndMonth'
import { londonDay } from '../../domain/collections/calendar'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import type { StaffVisit } from '../route'
import { backTo } from './backTo'
import type { OwnerUnknown } from './ownerPart'
import { draw } from './pages'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Who is to see to it: whoever asks, nobody, or a colleague by their id; undefined where it is none of these. */
function wantedIn(to: string, personId: string): string | null | undefined {
  if (to === 'me') return personId
  if (to === 'nobody') return null
  return uuid.test(to) ? to : undefined
}

const unknown: OwnerUnknown = { says: 'Choose who is to look after it: one of the colleagues who chase returns.' }

/** Takes a return on, lets go of it, or hands it over. Whoever comes too late is told who has it. */
export async function ownAsAsked(services: Services, visit: StaffVisit): Promise<OwnerUnknown | undefined> {
  const { person, staffRole, arrival } = visit
  const { to = '', back } = typedIn(visit.req)
  const returnId = String(visit.req.params.id)
  const wanted = wantedIn(to, person.id)
  if (wanted === undefined) return unknown
  const outcome = await changeOwner(services, { returnId, to: wanted, by: { id: person.id, staffRole }, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'no_such_colleague':
      return unknown
    case 'taken':
      tellWhoHasIt(visit, outcome, backTo(back, returnId))
      return undefined
    case 'changed':
      flash(visit, ownedWords(outcome, wanted === person.id))
      visit.res.redirect(303, backTo(back, returnId))
      return undefined
  }
}

function tellWhoHasIt(
  visit: StaffVisit,
  { organisation, owner, since }: Extract<OwnerChanged, { kind: 'taken' }>,
  back: string,
): void {
  const returnPage = `/network/returns/${String(visit.req.params.id)}`
  const links = [
    ...(back === returnPage ? [] : [{ text: 'Back to the list', href: back }]),
    { text: `The return of ${organisation}`, href: returnPage },
  ]
  const reason = `${owner} has looked after it${since ? ` since ${dayAndMonth(londonDay(since))}` : ''}. Nothing was changed.`
  draw(visit, 'casework/taken', { title: `${organisation} is with ${owner}`, reason, links }, 409)
}

function ownedWords({ owner, organisation }: { owner: string | null; organisation: string }, isMine: boolean): string {
  if (owner === null) return `Nobody looks after ${organisation} now.`
  return isMine ? `You look after ${organisation} now.` : `${owner} looks after ${organisation} now.`
}
