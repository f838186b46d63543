/** The account at the address that was invited, if there is one. */
export interface InvitedAccount {
  readonly deactivated: boolean
  /** Somebody of the network, who does not act for an employer too. */
  readonly ofNetwork: boolean
  readonly hasPassword: boolean
}

/**
 * How an invitation can be accepted by whoever has its link: with one press, because they are signed in; by signing in
 * first; by making an account; or not at all, because another is signed in, they work for the network, or have left.
 */
export type Accepting =
  'signed_in' | 'sign_in_first' | 'new_account' | 'another_is_signed_in' | 'works_for_network' | 'left'

/** The account of an invited address is only ever used by those who have signed in to it. */
export function howToAccept(
  invited: string,
  account: InvitedAccount | undefined,
  signedInAs: string | undefined,
): Accepting {
  if (signedInAs !== undefined && signedInAs !== invited) return 'another_is_signed_in'
  if (account?.deactivated) return 'left'
  if (account?.ofNetwork) return 'works_for_network'
  if (signedInAs !== undefined) return 'signed_in'
  return account?.hasPassword ? 'sign_in_first' : 'new_account'
}
