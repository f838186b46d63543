import { insertPasswordRequest } from '../db/passwordTokens'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Writes down that somebody at this address wants a new password: the same for everybody, account or none. */
export const askForPassword = ({ db }: Pick<Services, 'db'>, email: string): Promise<void> =>
  inTransaction(db, (tx) => insertPasswordRequest(tx, email.toLowerCase()))
