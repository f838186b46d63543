import { setUpload, type Upload } from '../db/uploads'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Keeps a file as it was read, until the person who sent it has seen what it would change. Nothing of the return changes. */
export const keepUpload = (
  { db }: Pick<Services, 'db'>,
  upload: Omit<Upload, 'id'> & { readonly returnId: string; readonly personId: string },
): Promise<string> => inTransaction(db, (tx) => setUpload(tx, upload))
