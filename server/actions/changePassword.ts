import type { Arrival } from '../clock'
import { lockAccount } from '../db/accounts'
import { decideNow } from '../db/clock'
import { setPasswordHash } from '../db/passwordHashes'
import { revokePasswordLinks } from '../db/passwordTokens'
import { insertLetter } from '../db/post'
import { inTransaction } from '../db/transaction'
import { passwordChanged } from '../mail/passwordChanged'
import type { Services } from '../services'

interface ChangePassword {
  readonly personId: string
  /** The hash that what they typed as their present password was found to match. */
  readonly presentHash: string | null
  readonly passwordHash: string
  readonly arrival: Arrival
}

export type PasswordChanged =
  | { readonly kind: 'changed' }
  /** Another changed it in the meantime: what was typed is not the present password any more. */
  | { readonly kind: 'changed_meanwhile' }

/** Gives somebody the password they chose. Everywhere they are signed out, and links to choose another work no more. */
export const changePassword = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { personId, presentHash, passwordHash, arrival }: ChangePassword,
) =>
  inTransaction<PasswordChanged>(db, async (tx) => {
    const person = await lockAccount(tx, personId)
    if (person.passwordHash !== presentHash) return { kind: 'changed_meanwhile' }
    await setPasswordHash(tx, personId, passwordHash)
    await revokePasswordLinks(tx, personId)
    const now = await decideNow(tx, arrival)
    const about = { kind: 'password_changed', returnId: null, decidedAt: now } as const
    await insertLetter(tx, about, passwordChanged({ now, publicUrl }), person)
    return { kind: 'changed' }
  })
