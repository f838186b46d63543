import { randomUUID } from 'node:crypto'
import { insertPerson } from '../db/directory'
import { insertPasswordLink } from '../db/passwordTokens'
import { inTransaction } from '../db/transaction'
import type { SecretLink } from '../domain/post/secretLinks'
import type { Services } from '../services'

interface CreateAdmin {
  readonly email: string
  readonly name: string
}

export type AdminCreated =
  /** The token of the link with which they choose their password, once. */
  { readonly kind: 'created'; readonly token: string } | { readonly kind: 'email_taken' }

/** Enters an administrator, who cannot be invited by anybody when they are the first: they choose their own password. */
export const createAdmin = (
  { db, links }: Pick<Services, 'db' | 'links'>,
  { email, name }: CreateAdmin,
): Promise<AdminCreated> =>
  inTransaction<AdminCreated>(db, async (tx) => {
    const personId = await insertPerson(tx, { name, email, telephone: null, staffRole: 'admin' })
    if (personId === undefined) return { kind: 'email_taken' }
    const link: SecretLink = { to: 'password', id: randomUUID() }
    const token = links.tokenOf(link)
    await insertPasswordLink(tx, { id: link.id, personId, tokenHash: links.hashOf(token) })
    return { kind: 'created', token }
  })
