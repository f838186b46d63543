import { sql } from 'kysely'
import type { Scope, TokenState } from '../domain/tokens/scopes'
import type { Reader, Tx } from './transaction'

const state = sql<TokenState>`case when tokens.revoked_at is not null then 'revoked'
  when tokens.expires_at <= clock_timestamp() then 'expired' else 'works' end`

/** A token as administrators see it. It cannot be shown again. */
export interface Token {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly state: TokenState
  readonly madeBy: string
  readonly revokedBy: string | null
  readonly decidedAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** Every token there has been, those that work first, then the newest. */
export const tokensMade = (db: Reader): Promise<Token[]> =>
  db
    .selectFrom('tokens')
    .innerJoin('people as maker', 'maker.id', 'tokens.madeBy')
    .leftJoin('people as revoker', 'revoker.id', 'tokens.revokedBy')
    .select([
      'tokens.id',
      'tokens.name',
      'tokens.scopes',
      state.as('state'),
      'maker.name as madeBy',
      'revoker.name as revokedBy',
      'tokens.decidedAt',
      'tokens.expiresAt',
      'tokens.usedAt',
    ])
    .orderBy(sql`${state} <> 'works'`)
    .orderBy('tokens.createdAt', 'desc')
    .orderBy('tokens.id')
    .execute()

/** The token with this hash, whether or not it still works. */
export const findToken = (db: Reader, tokenHash: Buffer) =>
  db
    .selectFrom('tokens')
    .select(['tokens.id', 'tokens.scopes', state.as('state')])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()

export interface NewToken {
  readonly name: string
  readonly tokenHash: Buffer
  readonly scopes: readonly Scope[]
  readonly days: number
  readonly madeBy: string
  readonly decidedAt: Date
}

/** Keeps a token's hash, never the token, with when it runs out by real time. */
export async function insertToken(tx: Tx, { days, scopes, ...token }: NewToken): Promise<void> {
  const expiresAt = sql<Date>`clock_timestamp() + make_interval(days => ${days}::int)`
  await tx
    .insertInto('tokens')
    .values({ ...token, scopes: [...scopes], expiresAt })
    .execute()
}

/** Notes that a token was used, at most once a minute. */
export async function setTokenUsed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('tokens')
    .set({ usedAt: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where(sql<boolean>`used_at is null or used_at < clock_timestamp() - interval '1 minute'`)
    .execute()
}

/** Ends a token; its name, or undefined where there is none. One that has ended stays as it was. */
export async function revokeToken(tx: Tx, id: string, revokedBy: string): Promise<string | undefined> {
  await tx
    .updateTable('tokens')
    .set({ revokedAt: sql<Date>`clock_timestamp()`, revokedBy })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  const found = await tx.selectFrom('tokens').select('name').where('id', '=', id).executeTakeFirst()
  return found?.name
}
