import {
  findOrganisation,
  insertReturns,
  lockRegister,
  setOrganisation,
  takenCodes,
  type NewOrganisation,
} from '../db/organisations'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface ChangeOrganisation {
  readonly id: string
  readonly organisation: NewOrganisation
  /** Codes of further collections it is asked for a return in. */
  readonly collections: readonly string[]
}

export type OrganisationChanged =
  | { readonly kind: 'changed' }
  | { readonly kind: 'taken'; readonly fields: readonly ('code' | 'cassrCode')[] }
  | { readonly kind: 'not_found' }

/** Puts right what the register says of an organisation. What it has submitted stays as it was signed. */
export const changeOrganisation = (
  { db }: Pick<Services, 'db'>,
  { id, organisation, collections }: ChangeOrganisation,
) =>
  inTransaction<OrganisationChanged>(db, async (tx) => {
    await lockRegister(tx)
    if (!(await findOrganisation(tx, id))) return { kind: 'not_found' }
    const fields = await takenCodes(tx, organisation, id)
    if (fields.length > 0) return { kind: 'taken', fields }
    await setOrganisation(tx, id, organisation)
    await insertReturns(tx, id, collections)
    return { kind: 'changed' }
  })
