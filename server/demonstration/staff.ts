import type { StaffRole } from '../domain/people/roles'
import { idOf } from './identity'

/** Somebody of the network in the demonstration. */
export interface Colleague {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly staffRole: StaffRole
}

const colleague = (staffRole: StaffRole, name: string): Colleague => {
  const email = `${staffRole}@benchmarking.example`
  return { id: idOf('person', email), email, name, staffRole }
}

/** Chases, asks and enters figures on behalf of employers. */
export const network = colleague('network', 'Bronwen Castell')
/** Makes the figures. */
export const analyst = colleague('analyst', 'Gideon Marchetti')
/** Grants extensions and reopenings. */
export const admin = colleague('admin', 'Rosamund Achterberg')
