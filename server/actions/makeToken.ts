import { randomBytes } from 'node:crypto'
import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { insertRegisterEvent } from '../db/registerEvents'
import { insertToken } from '../db/tokens'
import { inTransaction } from '../db/transaction'
import type { Scope } from '../domain/tokens/scopes'
import type { Services } from '../services'

interface MakeToken {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly days: number
  readonly personId: string
  readonly arrival: Arrival
}

/** Makes a token for another system. What is returned is the only time it can be read. */
export const makeToken = ({ db, links }: Pick<Services, 'db' | 'links'>, asked: MakeToken): Promise<string> =>
  inTransaction(db, async (tx) => {
    const token = `wr_${randomBytes(32).toString('base64url')}`
    const { name, personId } = asked
    const decidedAt = await decideNow(tx, asked.arrival)
    await insertToken(tx, {
      name,
      tokenHash: links.hashOf(token),
      scopes: asked.scopes,
      days: asked.days,
      madeBy: personId,
      decidedAt,
    })
    await insertRegisterEvent(tx, { kind: 'token_made', about: name, personId, decidedAt })
    return token
  })
