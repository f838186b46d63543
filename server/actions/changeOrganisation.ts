import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import {
  findOrganisation,
  insertReturns,
  lockRegister,
  setOrganisation,
  takenCodes,
  type NewOrganisation,
} from '../db/organisations'
import { insertRegisterEvent } from '../db/registerEvents'
import { inTransaction } from '../db/transaction'
import { differencesOf } from '../domain/register/registerEvents'
import type { Services } from '../services'

interface ChangeOrganisation {
  /** The administrator. */
  readonly by: string
  readonly arrival: Arrival
  readonly id: string
  readonly organisation: NewOrganisation
  /** Codes of further collections it is asked for a return in. */
  readonly collections: readonly string[]
}

export type OrganisationChanged =
  | { readonly kind: 'changed' }
  | { readonly kind: 'taken'; readonly fields: readonly ('code' | 'cassrCode')[] }
  | { readonly kind: 'not_found' }

const called = {
  name: 'Name',
  type: 'Type',
  code: 'Code',
  cassrCode: 'CASSR code',
  nhsRegion: 'NHS region',
  adassRegion: 'ADASS region',
  popRegistered: 'Registered population',
  popResident: 'Resident population',
  popAdults: 'Adults',
  emailDomains: 'Email addresses end in',
} satisfies Record<keyof NewOrganisation, string>

/** Puts right what the register says of an organisation. What it has submitted stays as it was signed. */
export const changeOrganisation = (
  { db }: Pick<Services, 'db'>,
  { by, arrival, id, organisation, collections }: ChangeOrganisation,
) =>
  inTransaction<OrganisationChanged>(db, async (tx) => {
    await lockRegister(tx)
    const was = await findOrganisation(tx, id)
    if (!was) return { kind: 'not_found' }
    const fields = await takenCodes(tx, organisation, id)
    if (fields.length > 0) return { kind: 'taken', fields }
    await setOrganisation(tx, id, organisation)
    await insertReturns(tx, id, collections)
    const changes = differencesOf<NewOrganisation>(was, organisation, called)
    const decidedAt = await decideNow(tx, arrival)
    const event = { kind: 'organisation_changed', about: was.name, personId: by, decidedAt } as const
    if (changes.length > 0) await insertRegisterEvent(tx, { ...event, detail: { changes } })
    return { kind: 'changed' }
  })
