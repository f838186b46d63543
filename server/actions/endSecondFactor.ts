import type { Arrival } from '../clock'
import { lockAccount } from '../db/accounts'
import { decideNow } from '../db/clock'
import { insertLetter } from '../db/post'
import { insertRegisterEvent } from '../db/registerEvents'
import { deleteSecondFactor } from '../db/secondFactors'
import { inTransaction } from '../db/transaction'
import { secondFactorChanged } from '../mail/secondFactorChanged'
import type { Services } from '../services'

interface EndSecondFactor {
  readonly personId: string
  /** The administrator who ends it for somebody who has lost their telephone, and how they knew it was them. */
  readonly by?: { readonly id: string; readonly reason: string }
  readonly arrival: Arrival
}

/** Somebody signs in with their password alone from now on. Whether it was otherwise before. */
export const endSecondFactor = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { personId, by, arrival }: EndSecondFactor,
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const person = await lockAccount(tx, personId)
    if (!(await deleteSecondFactor(tx, personId))) return false
    const now = await decideNow(tx, arrival)
    const about = { kind: 'second_factor_changed', returnId: null, decidedAt: now } as const
    await insertLetter(tx, about, secondFactorChanged(by ? 'removed' : 'off', { now, publicUrl }), person)
    if (by) {
      const event = { kind: 'second_factor_removed', about: person.name, personId: by.id, decidedAt: now } as const
      await insertRegisterEvent(tx, { ...event, detail: { reason: by.reason } })
    }
    return true
  })
