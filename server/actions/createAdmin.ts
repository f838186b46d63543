import { insertPerson } from '../db/directory'
import { setPasswordHash } from '../db/passwordHashes'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface CreateAdmin {
  readonly email: string
  readonly name: string
  readonly password: string
}

export type AdminCreated = { readonly kind: 'created' } | { readonly kind: 'email_taken' }

/** Enters an administrator who can sign in: the first one cannot be invited by anybody. */
export async function createAdmin(
  { db, passwords }: Pick<Services, 'db' | 'passwords'>,
  { email, name, password }: CreateAdmin,
): Promise<AdminCreated> {
  const passwordHash = await passwords.hash(password)
  return inTransaction<AdminCreated>(db, async (tx) => {
    const id = await insertPerson(tx, { name, email, telephone: null, staffRole: 'admin' })
    if (id === undefined) return { kind: 'email_taken' }
    await setPasswordHash(tx, id, passwordHash)
    return { kind: 'created' }
  })
}
