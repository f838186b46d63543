import { sql } from 'kysely'
import type { Reader } from './transaction'

/** A moment so many days from now, in real time. */
export async function daysFromNow(db: Reader, days: number): Promise<Date> {
  const moment = sql<{ at: Date }>`(select clock_timestamp() + make_interval(days => ${days}) as at)`
  const { at } = await db.selectFrom(moment.as('moment')).select('moment.at').executeTakeFirstOrThrow()
  return at
}

/** The seconds since 1970, in real time. */
export async function realSeconds(db: Reader): Promise<number> {
  const moment = sql<{ at: number }>`(select extract(epoch from clock_timestamp())::float8 as at)`
  const { at } = await db.selectFrom(moment.as('moment')).select('moment.at').executeTakeFirstOrThrow()
  return at
}
