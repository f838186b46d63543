import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { insertPerson, setMembership } from '../db/directory'
import { findOrganisationByCode } from '../db/organisations'
import { insertRegisterEvent } from '../db/registerEvents'
import { inTransaction } from '../db/transaction'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import type { Services } from '../services'

interface AddPerson {
  /** The administrator. */
  readonly by: string
  readonly arrival: Arrival
  readonly name: string
  readonly email: string
  readonly telephone: string | null
  /** For the network, or for the organisation with this code. */
  readonly does:
    | { readonly for: 'network'; readonly role: StaffRole }
    | { readonly for: 'employer'; readonly role: EmployerRole; readonly organisation: string }
}

export type PersonAdded =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'email_taken' }
  | { readonly kind: 'unknown_organisation' }

/** Enters somebody in the directory with what they may do. They choose a password of their own. */
export const addPerson = ({ db }: Pick<Services, 'db'>, { by, arrival, name, email, telephone, does }: AddPerson) =>
  inTransaction<PersonAdded>(db, async (tx) => {
    const employer = does.for === 'employer' ? await findOrganisationByCode(tx, does.organisation) : undefined
    if (does.for === 'employer' && !employer) return { kind: 'unknown_organisation' }
    const staffRole = does.for === 'network' ? does.role : null
    const id = await insertPerson(tx, { name, email, telephone, staffRole })
    if (id === undefined) return { kind: 'email_taken' }
    if (does.for === 'employer' && employer) {
      await setMembership(tx, { personId: id, organisationId: employer.id }, does.role)
    }
    const decidedAt = await decideNow(tx, arrival)
    const reason = `${does.role}${employer ? ` for ${employer.name}` : ', for the network'}`
    await insertRegisterEvent(tx, { kind: 'person_added', about: name, detail: { reason }, personId: by, decidedAt })
    return { kind: 'added', id }
  })
