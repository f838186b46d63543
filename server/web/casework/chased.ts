import { findChasing, type Chasing } from '../../db/chasing'
import { colleagues } from '../../db/colleagues'
import { contactsOf, type ContactMade } from '../../db/contacts'
import type { FoundReturn } from '../../db/foundReturn'
import type { Reader } from '../../db/transaction'
import type { StaffVisit } from '../route'
import type { CallTyped } from './callForm'
import { callsPart, type CallsPart } from './callsPart'
import { ownerPart, type OwnerPart } from './ownerPart'

/** Where chasing a return stands, seen by somebody of the network. */
export interface Chased {
  readonly contacts: readonly ContactMade[]
  readonly chasing: Chasing
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly person: { readonly id: string; readonly staffRole: StaffVisit['staffRole'] }
  /** The id of the note that is to be put right, as the address asks. */
  readonly correcting: string
  /** The list that its forms lead back to. */
  readonly back: string
}

export interface ChasedParts {
  readonly calls: CallsPart
  readonly owner: OwnerPart
}

const textAt = (given: unknown): string => (typeof given === 'string' ? given : '')

/** Reads what was said about a return, and who sees to it. */
export async function chasedAt(db: Reader, returnId: string, visit: StaffVisit): Promise<Chased> {
  const { req, person, staffRole } = visit
  const [contacts, chasing, all] = await Promise.all([
    contactsOf(db, returnId),
    findChasing(db, returnId),
    colleagues(db),
  ])
  const asked = { correcting: textAt(req.query.correcting), back: textAt(req.query.back) }
  return { contacts, chasing, colleagues: all, person: { id: person.id, staffRole }, ...asked }
}

/** Calls and notes, and who sees to it. */
export const chasedParts = (
  found: Pick<FoundReturn, 'id' | 'status' | 'now'>,
  chased: Chased,
  sent?: CallTyped,
): ChasedParts => ({
  calls: callsPart({ ...chased, found, staffRole: chased.person.staffRole }, sent),
  owner: ownerPart({ ...chased, returnId: found.id }),
})
