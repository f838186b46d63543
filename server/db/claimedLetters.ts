import { sql } from 'kysely'
import { GIVE_UP_AFTER_HOURS } from '../domain/post/retries'
import type { Tx } from './transaction'

const claimed = [
  'id',
  'kind',
  'returnId',
  'personId',
  'toName',
  'toAddress',
  'subject',
  'paragraphs',
  'button',
  'messageId',
  'decidedAt',
  'tries',
] as const

/**
 * Takes the next letter whose turn it is, those that somebody waits for before those of many, for a minute of real time
 * in which nobody else takes it. When this worker is killed it is free again after that minute.
 */
export async function claimLetter(tx: Tx, perMinute: number | undefined) {
  if (perMinute !== undefined && !(await isRoom(tx, perMinute))) return undefined
  return tx
    .updateTable('post')
    .set({ leasedUntil: sql`clock_timestamp() + interval '60 seconds'`, tries: sql`tries + 1` })
    .where('id', '=', (from) =>
      from
        .selectFrom('post')
        .select('id')
        .where('state', '=', 'waiting')
        .where((is) => is.not('held'))
        .where('nextTryAt', '<=', sql<Date>`clock_timestamp()`)
        .where((is) => is.or([is('leasedUntil', 'is', null), is('leasedUntil', '<', sql<Date>`clock_timestamp()`)]))
        .orderBy('bulk')
        .orderBy('nextTryAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(claimed)
    .executeTakeFirst()
}

export type ClaimedLetter = NonNullable<Awaited<ReturnType<typeof claimLetter>>>

/** More letters than are ever claimed at the same moment, by all workers together. */
const AT_ONCE = 100

/**
 * Whether one more letter may go this minute. Near the limit one worker counts at a time, or two would both see room for
 * the last one; far from it they need not wait for each other.
 */
async function isRoom(tx: Tx, perMinute: number): Promise<boolean> {
  if ((await claimedInTheLastMinute(tx)) + AT_ONCE <= perMinute) return true
  await tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended('claim a letter', 0))`.as('locked')).execute()
  return (await claimedInTheLastMinute(tx)) < perMinute
}

/** Every claim lasts a minute and is never shortened. */
async function claimedInTheLastMinute(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    // Asked once, so that the index is read from there on, and not from the first letter ever sent.
    .where('leasedUntil', '>', sql<Date>`(select clock_timestamp())`)
    .executeTakeFirstOrThrow()
  return count
}

/** The letter has left the house, or stays in it because there is no mail server. */
export async function setPosted(tx: Tx, { id }: ClaimedLetter, state: 'sent' | 'kept'): Promise<void> {
  await tx
    .updateTable('post')
    .set({ state, stateReason: null, postedAt: sql`app_now()` })
    .where('id', '=', id)
    .where('state', '!=', 'sent')
    .execute()
}

/** The letter will not be sent, and why. */
export async function setUnsent(
  tx: Tx,
  letter: ClaimedLetter,
  { state, reason }: { readonly state: 'failed' | 'not_needed'; readonly reason: string },
): Promise<void> {
  await ours(tx, letter).set({ state, stateReason: reason }).execute()
}

/** The letter is tried again in so many minutes; or, when it has waited too long already, never. */
export async function setDelayed(
  tx: Tx,
  letter: ClaimedLetter,
  { inMinutes, reason }: { readonly inMinutes: number; readonly reason: string },
): Promise<'waiting' | 'failed'> {
  const tooLong = sql`created_at < clock_timestamp() - make_interval(hours => ${GIVE_UP_AFTER_HOURS}::int)`
  const row = await ours(tx, letter)
    .set({
      state: sql`case when ${tooLong} then 'failed' else 'waiting' end`,
      stateReason: sql`case when ${tooLong} then ${`Given up after ${GIVE_UP_AFTER_HOURS} hours. `} else '' end || ${reason}`,
      nextTryAt: sql`clock_timestamp() + make_interval(mins => ${inMinutes}::int)`,
    })
    .returning('state')
    .executeTakeFirst()
  return row?.state === 'failed' ? 'failed' : 'waiting'
}

/** A worker whose claim has run out, and been taken by another, has nothing more to say but that it sent the letter. */
const ours = (tx: Tx, { id, tries }: ClaimedLetter) =>
  tx.updateTable('post').where('id', '=', id).where('tries', '=', tries).where('state', '=', 'waiting')
