import type { Chasing } from '../../db/chasing'
import { mayChangeOwner } from '../../domain/chasing/owning'
import { dayAndMonth } from '../../domain/chasing/dayAndMonth'
import { londonDay } from '../../domain/collections/calendar'
import { isAmong, type StaffRole } from '../../domain/people/roles'

/** Who sees to a return, and what may be done about it. */
export interface OwnerPart {
  readonly says: string
  readonly action: string
  readonly buttons: readonly { readonly text: string; readonly to: string }[]
  /** Whom it may be handed to. */
  readonly colleagues: readonly { readonly value: string; readonly text: string }[]
}

/** A colleague was named who is none. */
export interface OwnerUnknown {
  readonly says: string
}

interface Seen {
  readonly returnId: string
  readonly person: { readonly id: string; readonly staffRole: StaffRole }
  readonly chasing: Chasing
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
}

/** Who sees to a return, and who may take it over. */
export function ownerPart({ returnId, person, chasing, colleagues }: Seen): OwnerPart {
  const { ownerId } = chasing
  const may = (to: string | null) =>
    isAmong(person.staffRole, ['network']) && ownerId !== to && mayChangeOwner({ owner: ownerId, to, by: person })
  return {
    says: ownerWords(chasing, person.id),
    action: `/network/returns/${returnId}/owner`,
    buttons: [
      ...(may(person.id) ? [{ text: 'Take this on', to: 'me' }] : []),
      ...(may(null) ? [{ text: 'Let go of it', to: 'nobody' }] : []),
    ],
    colleagues: colleagues
      .filter(({ id }) => id !== person.id && may(id))
      .map(({ id, name }) => ({ value: id, text: name })),
  }
}

function ownerWords({ ownerId, owner, ownedAt }: Chasing, personId: string): string {
  if (ownerId === null) return 'Nobody has taken this on yet.'
  const since = ownedAt ? ` since ${dayAndMonth(londonDay(ownedAt))}` : ''
  return ownerId === personId
    ? `You have looked after this${since}.`
    : `${owner ?? 'A colleague'} has looked after this${since}.`
}
