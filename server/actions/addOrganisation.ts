import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { insertOrganisation, insertReturns, lockRegister, takenCodes, type NewOrganisation } from '../db/organisations'
import { insertRegisterEvent } from '../db/registerEvents'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface AddOrganisation {
  /** The administrator. */
  readonly by: string
  readonly arrival: Arrival
  readonly organisation: NewOrganisation
  /** Codes of the collections it is asked for a return in. */
  readonly collections: readonly string[]
}

export type OrganisationAdded =
  | { readonly kind: 'added'; readonly id: string }
  /** Another organisation has this code already. */
  | { readonly kind: 'taken'; readonly fields: readonly ('code' | 'cassrCode')[] }

/** Enters an organisation in the register, and asks it for its returns. */
export const addOrganisation = (
  { db }: Pick<Services, 'db'>,
  { by, arrival, organisation, collections }: AddOrganisation,
) =>
  inTransaction<OrganisationAdded>(db, async (tx) => {
    await lockRegister(tx)
    const fields = await takenCodes(tx, organisation, null)
    if (fields.length > 0) return { kind: 'taken', fields }
    const id = await insertOrganisation(tx, organisation)
    await insertReturns(tx, id, collections)
    const decidedAt = await decideNow(tx, arrival)
    await insertRegisterEvent(tx, { kind: 'organisation_added', about: organisation.name, personId: by, decidedAt })
    return { kind: 'added', id }
  })
