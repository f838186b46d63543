import type { Arrival } from '../clock'
import { lockAccount } from '../db/accounts'
import { decideNow } from '../db/clock'
import { setPasswordHash } from '../db/passwordHashes'
import { findPasswordLink, revokePasswordLinks, usePasswordLink } from '../db/passwordTokens'
import { insertLetter } from '../db/post'
import { deleteThrottles } from '../db/throttles'
import { inTransaction } from '../db/transaction'
import { passwordChanged } from '../mail/passwordChanged'
import type { Services } from '../services'

interface ResetPassword {
  readonly tokenHash: Buffer
  readonly passwordHash: string
  /** The doors at which somebody who had forgotten their password may have stood too often. */
  readonly doors: readonly string[]
  readonly arrival: Arrival
}

export type PasswordReset = { readonly kind: 'reset' } | { readonly kind: 'gone' }

/** Gives the person a link belongs to the password they chose, and signs nobody in. Everywhere they are signed out. */
export const resetPassword = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { tokenHash, passwordHash, doors, arrival }: ResetPassword,
) =>
  inTransaction<PasswordReset>(db, async (tx) => {
    const found = await findPasswordLink(tx, tokenHash)
    const person = found && (await lockAccount(tx, found.personId))
    if (!person || !(await usePasswordLink(tx, tokenHash))) return { kind: 'gone' }
    await setPasswordHash(tx, person.id, passwordHash)
    await revokePasswordLinks(tx, person.id)
    await deleteThrottles(tx, doors)
    const now = await decideNow(tx, arrival)
    const about = { kind: 'password_changed', returnId: null, decidedAt: now } as const
    await insertLetter(tx, about, passwordChanged({ now, publicUrl }), person)
    return { kind: 'reset' }
  })
