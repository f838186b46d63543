import { appNow } from '../db/clock'
import { moveClock as move } from '../db/demonstration'
import { insertRegisterEvent } from '../db/registerEvents'
import { inTransaction } from '../db/transaction'
import { momentInWords } from '../domain/collections/calendar'
import type { Services } from '../services'

/** Moves the clock of a demonstration, forwards or back. False where there is none that can be moved. */
export const moveClock = (
  { db }: Pick<Services, 'db'>,
  { to, by }: { readonly to: Date; /** Null: whoever sits at the machine. */ readonly by: string | null },
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const decidedAt = await appNow(tx)
    if (!(await move(tx, to))) return false
    await insertRegisterEvent(tx, { kind: 'clock_moved', about: momentInWords(to), personId: by, decidedAt })
    return true
  })
