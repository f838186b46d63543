import { sql } from 'kysely'
import type { SentFile } from '../domain/returns/sentFile'
import type { Reader, Tx } from './transaction'

/** A file somebody sent, waiting until they say what is to become of it. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly file: SentFile
  /** The return's version that the file began with. */
  readonly version: number
}

interface Owner {
  readonly returnId: string
  readonly personId: string
}

/** How long a file waits, in real hours. */
const HOURS = 8

/** Keeps a file in place of the one this person sent before, and throws away what has waited too long. */
export async function setUpload(tx: Tx, upload: Owner & Omit<Upload, 'id'>): Promise<string> {
  await tx
    .deleteFrom('uploads')
    .where('expiresAt', '<', sql<Date>`clock_timestamp()`)
    .execute()
  const values = {
    ...upload,
    file: JSON.stringify(upload.file),
    expiresAt: sql<Date>`clock_timestamp() + make_interval(hours => ${HOURS})`,
  }
  await tx
    .deleteFrom('uploads')
    .where('returnId', '=', upload.returnId)
    .where('personId', '=', upload.personId)
    .execute()
  const { id } = await tx.insertInto('uploads').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

/** The file this person sent for this return, while it waits. */
export const findUpload = (db: Reader, { returnId, personId }: Owner): Promise<Upload | undefined> =>
  db
    .selectFrom('uploads')
    .select(['id', 'name', 'file', 'version'])
    .where('returnId', '=', returnId)
    .where('personId', '=', personId)
    .where('expiresAt', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst()
