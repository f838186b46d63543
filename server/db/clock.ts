import { sql, type RawBuilder } from 'kysely'
import type { Reader, Tx } from './transaction'
import type { Arrival } from '../clock'

/** What time it is, PostgreSQL says: the only clock of the product. */
export async function appNow(db: Reader): Promise<Date> {
  const { now } = await db
    .selectFrom(sql<{ now: Date }>`(select app_now() as now)`.as('clock'))
    .select('clock.now')
    .executeTakeFirstOrThrow()
  return now
}

/** The moment a request is judged by: when it reached this process. Ask only after the row it is about is locked. */
export const decidedAt = (arrival: Arrival): RawBuilder<Date> =>
  sql<Date>`app_now() - make_interval(secs => ${arrival()}::float8 / 1000)`

/** The same, where nothing else need be read with it. */
export async function decideNow(tx: Tx, arrival: Arrival): Promise<Date> {
  const { moment } = await tx.selectNoFrom(decidedAt(arrival).as('moment')).executeTakeFirstOrThrow()
  return moment
}
