import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import {
  deleteMembership,
  lockPerson,
  setDeactivated,
  setMembership,
  setPerson,
  type ListedPerson,
} from '../db/directory'
import { findOrganisationByCode } from '../db/organisations'
import { insertRegisterEvent } from '../db/registerEvents'
import { inTransaction, type Tx } from '../db/transaction'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import { differencesOf, type Difference } from '../domain/register/registerEvents'
import type { Services } from '../services'

/** One thing about somebody that becomes different. */
export type PersonChange =
  | { readonly kind: 'details'; readonly name: string; readonly telephone: string | null }
  | { readonly kind: 'staff_role'; readonly role: StaffRole }
  /** What they do for the organisation with this code; null for nothing any more. */
  | { readonly kind: 'employer_role'; readonly organisation: string; readonly role: EmployerRole | null }
  | { readonly kind: 'deactivated'; readonly deactivated: boolean }

interface ChangePerson {
  readonly id: string
  /** The administrator. */
  readonly by: string
  readonly change: PersonChange
  readonly arrival: Arrival
}

export type PersonChanged =
  | { readonly kind: 'changed'; readonly person: ListedPerson }
  /** An administrator cannot shut themselves out. */
  | { readonly kind: 'yourself' }
  /** Whoever works for the network does not act for an employer too, nor the reverse. */
  | { readonly kind: 'other_side' }
  | { readonly kind: 'unknown_organisation' }
  | { readonly kind: 'not_found' }

/** Puts right who somebody is, or changes what they may do. */
export const changePerson = ({ db }: Pick<Services, 'db'>, { id, by, change, arrival }: ChangePerson) =>
  inTransaction<PersonChanged>(db, async (tx) => {
    const person = await lockPerson(tx, id)
    if (!person) return { kind: 'not_found' }
    if (id === by && (change.kind === 'staff_role' || change.kind === 'deactivated')) return { kind: 'yourself' }
    if (isOtherSide(person, change)) return { kind: 'other_side' }
    switch (change.kind) {
      case 'details': {
        const { name, telephone } = change
        await setPerson(tx, id, { name, telephone, staffRole: person.staffRole })
        break
      }
      case 'staff_role':
        await setPerson(tx, id, { name: person.name, telephone: person.telephone, staffRole: change.role })
        break
      case 'employer_role':
        if (!(await keepMembership(tx, id, change))) return { kind: 'unknown_organisation' }
        break
      case 'deactivated':
        await setDeactivated(tx, id, change.deactivated ? await decideNow(tx, arrival) : null)
    }
    const decidedAt = await decideNow(tx, arrival)
    const changes = differences(person, change)
    const event = { kind: 'person_changed', about: person.name, personId: by, decidedAt } as const
    if (changes.length > 0) await insertRegisterEvent(tx, { ...event, detail: { changes } })
    return { kind: 'changed', person }
  })

function differences(person: ListedPerson, change: PersonChange): Difference[] {
  switch (change.kind) {
    case 'details':
      return differencesOf<Pick<ListedPerson, 'name' | 'telephone'>>(person, change, {
        name: 'Name',
        telephone: 'Telephone',
      })
    case 'staff_role':
      return differencesOf({ role: person.staffRole }, { role: change.role }, { role: 'Role in the network' })
    case 'employer_role': {
      const was = person.memberships.find(({ code }) => code === change.organisation)
      return differencesOf(
        { role: was?.role ?? null },
        { role: change.role },
        { role: `Role for ${change.organisation}` },
      )
    }
    case 'deactivated': {
      const [was, became] = [person.deactivatedAt !== null, change.deactivated].map((ended) => (ended ? 'no' : 'yes'))
      return differencesOf({ may: was }, { may: became }, { may: 'May sign in' })
    }
  }
}

const isOtherSide = ({ staffRole, memberships }: ListedPerson, change: PersonChange): boolean =>
  (change.kind === 'employer_role' && staffRole !== null) ||
  (change.kind === 'staff_role' && (staffRole === null || memberships.length > 0))

/** Whether the organisation is known. */
async function keepMembership(
  tx: Tx,
  personId: string,
  { organisation, role }: Extract<PersonChange, { kind: 'employer_role' }>,
): Promise<boolean> {
  const found = await findOrganisationByCode(tx, organisation)
  if (!found) return false
  if (role === null) await deleteMembership(tx, personId, found.id)
  else await setMembership(tx, { personId, organisationId: found.id }, role)
  return true
}
