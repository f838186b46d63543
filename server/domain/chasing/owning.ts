import type { StaffRole } from '../people/roles'

/** Somebody of the network wants a return to have this owner, or none. */
export interface OwnerWanted {
  /** Who has it now. */
  readonly owner: string | null
  readonly to: string | null
  readonly by: { readonly id: string; readonly staffRole: StaffRole }
}

/**
 * Whoever has a return lets go of it or hands it on. What nobody has, anybody may take on or give to a colleague. Nobody
 * takes it away from another; only an administrator lets go of it for them, or hands it to somebody else.
 */
export const mayChangeOwner = ({ owner, to, by }: OwnerWanted): boolean =>
  owner === null || owner === by.id || owner === to || (by.staffRole === 'admin' && to !== by.id)
