import type { Arrival } from '../clock'
import { lockAccount } from '../db/accounts'
import { decideNow } from '../db/clock'
import { insertLetter } from '../db/post'
import { replaceSecondFactor } from '../db/secondFactors'
import { inTransaction } from '../db/transaction'
import { secondFactorChanged } from '../mail/secondFactorChanged'
import type { Services } from '../services'

interface SetUp {
  readonly personId: string
  readonly secret: string
  /** Of the code by which they showed that their app has the secret: it is not taken again. */
  readonly step: number
  readonly arrival: Arrival
}

/** Somebody signs in with this app from now on. Their recovery codes, which are kept as hashes only. */
export const setUpSecondFactor = (
  { db, codes, publicUrl }: Pick<Services, 'db' | 'codes' | 'publicUrl'>,
  { personId, secret, step, arrival }: SetUp,
): Promise<string[]> =>
  inTransaction(db, async (tx) => {
    const person = await lockAccount(tx, personId)
    const recovery = codes.newRecoveryCodes()
    const now = await decideNow(tx, arrival)
    const factor = { personId, secret: codes.hide(secret, personId), lastStep: step, decidedAt: now }
    await replaceSecondFactor(tx, factor, recovery.map(codes.hashOf))
    const about = { kind: 'second_factor_changed', returnId: null, decidedAt: now } as const
    await insertLetter(tx, about, secondFactorChanged('on', { now, publicUrl }), person)
    return recovery
  })
