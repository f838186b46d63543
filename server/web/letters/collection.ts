import { findCollection, type FoundCollection } from '../../db/collections'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import { fillableSections } from '../../domain/returns/standing'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import type { StaffVisit } from '../route'

/** Who may look, and who may write to employers. */
export const readers: readonly StaffRole[] = ['network', 'analyst']
export const writers: readonly StaffRole[] = ['network']

/** Whether somebody may write to employers. */
export const mayWrite = ({ staffRole }: StaffVisit): boolean => isAmong(staffRole, writers)

export interface CollectionSeen {
  readonly collection: FoundCollection
  /** The codes of the sections employers fill in. */
  readonly sections: readonly string[]
}

/** The collection an address names. */
export async function collectionAt({ db }: Pick<Services, 'db'>, { req }: StaffVisit): Promise<CollectionSeen> {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  return { collection, sections: fillableSections(definitionOf(collection.code)) }
}

/** Where the pages about the letters of a collection are. */
export const placeOf = ({ code }: FoundCollection) => ({
  collection: `/network/collections/${code}`,
  reminders: `/network/collections/${code}/reminders`,
  chase: `/network/collections/${code}/chase`,
  campaign: (id: string) => `/network/collections/${code}/chase/${id}`,
})
