import type { Arrival } from '../clock'
import { lockAccount } from '../db/accounts'
import { decideNow } from '../db/clock'
import { insertLetter } from '../db/post'
import { lockSecondFactor, replaceRecoveryCodes } from '../db/secondFactors'
import { inTransaction } from '../db/transaction'
import { secondFactorChanged } from '../mail/secondFactorChanged'
import type { Services } from '../services'

interface Renew {
  readonly personId: string
  readonly arrival: Arrival
}

/** New recovery codes, the old ones worthless; undefined for somebody who signs in with their password alone. */
export const renewRecoveryCodes = (
  { db, codes, publicUrl }: Pick<Services, 'db' | 'codes' | 'publicUrl'>,
  { personId, arrival }: Renew,
): Promise<string[] | undefined> =>
  inTransaction(db, async (tx) => {
    if (!(await lockSecondFactor(tx, personId))) return undefined
    const recovery = codes.newRecoveryCodes()
    await replaceRecoveryCodes(tx, personId, recovery.map(codes.hashOf))
    const now = await decideNow(tx, arrival)
    const about = { kind: 'second_factor_changed', returnId: null, decidedAt: now } as const
    const letter = secondFactorChanged('recovery_codes', { now, publicUrl })
    await insertLetter(tx, about, letter, await lockAccount(tx, personId))
    return recovery
  })
