import type { EmployerRole, StaffRole } from '../people/roles'
import type { Actor } from './lifecycle'

/** Who somebody is to a return: the network's people by their role; a small provider's only person signs alone. */
export function actorOf(
  found: { readonly id: string; readonly role?: EmployerRole; readonly alone?: boolean },
  staffRole: StaffRole | undefined,
): Actor {
  if (staffRole) return staffRole
  if (found.alone === true) return 'sole_person'
  return found.role ?? 'contributor'
}
