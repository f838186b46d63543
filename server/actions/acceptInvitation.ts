import { findAccount, setName } from '../db/accounts'
import { insertPerson } from '../db/directory'
import { findInvitation, setInvitationUser, useInvitation, type Invitation } from '../db/invitations'
import { setPasswordHash } from '../db/passwordHashes'
import { insertMembership } from '../db/team'
import { inTransaction, type Tx } from '../db/transaction'
import { howToAccept, type Accepting } from '../domain/people/accepting'
import type { Services } from '../services'

interface AcceptInvitation {
  readonly tokenHash: Buffer
  /** Who is signed in, if anybody is. */
  readonly signedIn: { readonly id: string; readonly email: string } | undefined
  /** What was typed to make an account with. */
  readonly account: NewAccount | undefined
}

interface NewAccount {
  readonly name: string
  readonly passwordHash: string
}

export type InvitationAccepted =
  | { readonly kind: 'accepted'; readonly organisation: string }
  /** It was used, taken back, replaced or is too old; or whoever invited has left. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'cannot'; readonly because: Accepting }

/** Makes whoever was invited a member. Whom, where and as what is taken from the invitation, and nothing else. */
export const acceptInvitation = ({ db }: Pick<Services, 'db'>, { tokenHash, signedIn, account }: AcceptInvitation) =>
  inTransaction<InvitationAccepted>(db, async (tx) => {
    const found = await findInvitation(tx, tokenHash)
    if (!found) return { kind: 'gone' }
    const known = await findAccount(tx, found.email)
    const how = howToAccept(found.email, known, signedIn?.email)
    if (!isEnough(how, account)) return { kind: 'cannot', because: how }

    const invited = await useInvitation(tx, found.id)
    if (!invited) return { kind: 'gone' }
    const personId = known?.id ?? (await newcomer(tx, found))
    if (how === 'new_account' && account) await settle(tx, personId, account)
    await insertMembership(tx, { personId, organisationId: invited.organisationId, role: invited.role })
    await setInvitationUser(tx, found.id, personId)
    return { kind: 'accepted', organisation: found.organisation }
  })

const isEnough = (how: Accepting, account: NewAccount | undefined): boolean =>
  how === 'signed_in' || (how === 'new_account' && account !== undefined)

/** Should the same address make an account elsewhere at this very moment, nothing of this is kept, and it can be tried again. */
async function newcomer(tx: Tx, { email }: Invitation): Promise<string> {
  const id = await insertPerson(tx, { name: email.slice(0, 100), email, telephone: null, staffRole: null })
  if (id === undefined) throw new Error('An account at the invited address was made at the same moment')
  return id
}

async function settle(tx: Tx, personId: string, { name, passwordHash }: NewAccount): Promise<void> {
  await setName(tx, personId, name)
  await setPasswordHash(tx, personId, passwordHash)
}
