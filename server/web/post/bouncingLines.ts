import type { BouncingContact } from '../../db/bouncing'
import { momentInWords } from '../../domain/collections/calendar'

/** Somebody whose mail comes back, as the page lists them. */
export const bouncingLines = (contacts: readonly BouncingContact[]) =>
  contacts.map(({ name, email, since, reason, organisation, returnId }) => ({
    name,
    address: email,
    organisation: organisation ?? '',
    href: returnId === null ? undefined : `/network/returns/${returnId}#people`,
    since: momentInWords(since),
    reason,
  }))

export type BouncingLine = ReturnType<typeof bouncingLines>[number]
