import type { Arrival } from '../clock'
import { lockAccount } from '../db/accounts'
import { decideNow } from '../db/clock'
import { insertLetter } from '../db/post'
import { lockSecondFactor, setLastStep, useRecoveryCode } from '../db/secondFactors'
import { inTransaction, type Tx } from '../db/transaction'
import type { TypedCode } from '../domain/people/oneTimeCodes'
import { secondFactorChanged } from '../mail/secondFactorChanged'
import type { Services } from '../services'

type Reads = Pick<Services, 'db' | 'codes' | 'publicUrl'>

interface TryCode {
  readonly personId: string
  readonly code: TypedCode
  readonly arrival: Arrival
}

/** Whether a code lets somebody in. Each does so once: of many that are sent together, one is taken. */
export const tryCode = (services: Reads, { personId, code, arrival }: TryCode): Promise<boolean> =>
  inTransaction(services.db, (tx) =>
    code.kind === 'of_app'
      ? takeDigits(tx, services, personId, code.digits)
      : takeRecoveryCode(tx, services, { personId, code: code.code, arrival }),
  )

async function takeDigits(tx: Tx, { codes }: Reads, personId: string, digits: string): Promise<boolean> {
  const factor = await lockSecondFactor(tx, personId)
  const secret = factor && codes.show(factor.secret, personId)
  if (!factor || secret === undefined) return false
  const step = codes.stepOf({ digits, secret, seconds: factor.seconds, after: factor.lastStep })
  if (step === undefined) return false
  await setLastStep(tx, personId, step)
  return true
}

/** Its owner is told, as a code on paper may have been found by somebody else. */
async function takeRecoveryCode(
  tx: Tx,
  { codes, publicUrl }: Reads,
  { personId, code, arrival }: { readonly personId: string; readonly code: string; readonly arrival: Arrival },
): Promise<boolean> {
  if (!(await useRecoveryCode(tx, personId, codes.hashOf(code)))) return false
  const person = await lockAccount(tx, personId)
  const now = await decideNow(tx, arrival)
  const about = { kind: 'second_factor_changed', returnId: null, decidedAt: now } as const
  await insertLetter(tx, about, secondFactorChanged('recovery_code_used', { now, publicUrl }), person)
  return true
}
