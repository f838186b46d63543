import { bouncingOfReturn } from '../../db/bouncing'
import type { Reader } from '../../db/transaction'
import { momentInWords } from '../../domain/collections/calendar'
import { isAmong, type StaffRole } from '../../domain/people/roles'

/** Somebody of the employer whose mail comes back, and the button by which the address is tried again. */
export interface BouncingPart {
  readonly says: string
  readonly reason: string
  /** Where it may be pressed. */
  readonly action: string | undefined
  readonly button: string
}

/** Those among the people of a return whose mail comes back. */
export async function bouncingPart(db: Reader, returnId: string, staffRole: StaffRole): Promise<BouncingPart[]> {
  const contacts = await bouncingOfReturn(db, returnId)
  return contacts.map(({ personId, name, email, since, reason }) => ({
    says: `Mail to ${name} (${email}) comes back since ${momentInWords(since)}. No reminders go there.`,
    reason,
    action: isAmong(staffRole, ['network']) ? `/network/returns/${returnId}/people/${personId}/address` : undefined,
    button: `Try this address again: ${email}`,
  }))
}
