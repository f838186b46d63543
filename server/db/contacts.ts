import type { ContactKind, LateReason } from '../domain/chasing/contacts'
import type { Reader, Tx } from './transaction'

/** A call, an email or a note about a return. */
export interface ContactMade {
  readonly id: number
  readonly kind: ContactKind
  readonly said: string
  readonly spokeTo: string | null
  readonly reason: LateReason | null
  readonly promisedOn: string | null
  readonly noPromise: boolean
  /** The earlier one that this one puts right. */
  readonly corrects: number | null
  readonly by: string
  readonly decidedAt: Date
}

/** What was said about a return, the latest first. For the network's people only. */
export const contactsOf = (db: Reader, returnId: string): Promise<ContactMade[]> =>
  db
    .selectFrom('contactsMade')
    .innerJoin('people', 'people.id', 'contactsMade.personId')
    .select([
      'contactsMade.id',
      'kind',
      'said',
      'spokeTo',
      'reason',
      'promisedOn',
      'noPromise',
      'corrects',
      'people.name as by',
      'decidedAt',
    ])
    .where('returnId', '=', returnId)
    .orderBy('contactsMade.id', 'desc')
    .execute()

export type NewContact = Omit<ContactMade, 'id' | 'by'> & { readonly returnId: string; readonly personId: string }

/** Whether this one is about that return. */
export const isContactOf = async (db: Reader, returnId: string, id: number): Promise<boolean> =>
  (await db
    .selectFrom('contactsMade')
    .select('id')
    .where('returnId', '=', returnId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** Keeps a call, an email or a note. */
export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  await tx.insertInto('contactsMade').values(contact).execute()
}
