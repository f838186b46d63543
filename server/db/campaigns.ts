import { sql } from 'kysely'
import type { CampaignState } from '../domain/chasing/campaign'
import type { Narrowing } from '../domain/chasing/narrowing'
import type { Choice, LeftOutCounts } from '../domain/chasing/recipients'
import type { Template } from '../domain/chasing/template'
import type { LetterState } from '../domain/post/letter'
import type { Reader, Tx } from './transaction'

/** Letters to many: what was written, who was meant, and how far it has got. */
export interface FoundCampaign extends Template, Choice {
  readonly id: string
  readonly collectionId: string
  readonly state: CampaignState
  readonly narrowing: Narrowing
  readonly letters: number
  readonly leftOut: LeftOutCounts
  readonly writtenBy: string
  readonly draftedAt: Date
  readonly sentBy: string | null
  /** When the button was pressed. */
  readonly decidedAt: Date | null
  readonly changedBy: string | null
  readonly changedAt: Date | null
}

const campaigns = (db: Reader) =>
  db
    .selectFrom('campaigns')
    .leftJoin('people as writer', 'writer.id', 'campaigns.writtenBy')
    .leftJoin('people as sender', 'sender.id', 'campaigns.sentBy')
    .leftJoin('people as changer', 'changer.id', 'campaigns.changedBy')
    .select([
      'campaigns.id',
      'campaigns.collectionId',
      'campaigns.state',
      'campaigns.subject',
      'campaigns.body',
      'campaigns.narrowing',
      'campaigns.readers',
      'campaigns.copies',
      'campaigns.despiteGap',
      'campaigns.letters',
      'campaigns.leftOut',
      sql<string>`coalesce(writer.name, '')`.as('writtenBy'),
      'campaigns.draftedAt',
      'sender.name as sentBy',
      'campaigns.decidedAt',
      'changer.name as changedBy',
      'campaigns.changedAt',
    ])

/** Letters to many about one collection. */
export const findCampaign = (db: Reader, collectionId: string, id: string): Promise<FoundCampaign | undefined> =>
  campaigns(db)
    .where('campaigns.collectionId', '=', collectionId)
    .where(sql<boolean>`campaigns.id::text = ${id.toLowerCase()}`)
    .executeTakeFirst()

/** Those that were sent, the latest first. */
export const sentCampaigns = (db: Reader, collectionId: string, limit: number): Promise<FoundCampaign[]> =>
  campaigns(db)
    .where('campaigns.collectionId', '=', collectionId)
    .where('campaigns.decidedAt', 'is not', null)
    .orderBy('campaigns.decidedAt', 'desc')
    .limit(limit)
    .execute()

/** Every one that was sent, of any collection, by what it is called: to choose from. */
export const campaignNames = (db: Reader, limit: number) =>
  db
    .selectFrom('campaigns')
    .innerJoin('collections', 'collections.id', 'campaigns.collectionId')
    .select(['campaigns.id', 'campaigns.narrowing', 'campaigns.decidedAt', 'collections.code'])
    .where('campaigns.decidedAt', 'is not', null)
    .orderBy('campaigns.decidedAt', 'desc')
    .limit(limit)
    .execute()

export type LetterCounts = Readonly<Partial<Record<LetterState, number>>>

/** How many of its letters are in which state. */
export async function campaignCounts(db: Reader, id: string): Promise<LetterCounts> {
  const rows = await db
    .selectFrom('post')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('campaignId', '=', id)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

export interface NewCampaign extends Template, Choice {
  readonly collectionId: string
  readonly narrowing: Narrowing
  readonly writtenBy: string
  readonly draftedAt: Date
}

/** Keeps letters to many as they were written, not sent yet; their id. */
export async function insertCampaign(tx: Tx, { narrowing, ...campaign }: NewCampaign): Promise<string> {
  const { id } = await tx
    .insertInto('campaigns')
    .values({ ...campaign, narrowing: JSON.stringify(narrowing) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Lets nobody else change these letters until the transaction ends, and only then reads them. */
export async function lockCampaign(tx: Tx, collectionId: string, id: string): Promise<FoundCampaign | undefined> {
  await tx
    .selectFrom('campaigns')
    .select('id')
    .where(sql<boolean>`campaigns.id::text = ${id.toLowerCase()}`)
    .forUpdate()
    .execute()
  return findCampaign(tx, collectionId, id)
}

interface SentCampaign {
  readonly letters: number
  readonly leftOut: LeftOutCounts
  readonly sentBy: string
  readonly decidedAt: Date
}

/** From now on its letters go. */
export async function setCampaignSent(tx: Tx, id: string, { leftOut, ...sent }: SentCampaign): Promise<void> {
  await tx
    .updateTable('campaigns')
    .set({ ...sent, leftOut: JSON.stringify(leftOut), state: 'sending' })
    .where('id', '=', id)
    .execute()
}

interface ChangedCampaign {
  readonly state: CampaignState
  readonly changedBy: string
  readonly changedAt: Date
}

/** Holds back, lets go or gives up what has not gone yet; how many letters that touched. */
export async function setCampaignState(tx: Tx, id: string, changed: ChangedCampaign): Promise<number> {
  await tx.updateTable('campaigns').set(changed).where('id', '=', id).execute()
  const cancelled = changed.state === 'cancelled'
  const touched = await tx
    .updateTable('post')
    .set({
      held: changed.state === 'paused',
      ...(cancelled ? { state: 'not_needed', stateReason: 'It was cancelled before it was sent.' } : {}),
    })
    .where('campaignId', '=', id)
    .where('state', '=', 'waiting')
    // One that is on its way at this moment cannot be called back.
    .$if(cancelled, (waiting) =>
      waiting.where((is) =>
        is.or([
          is('leasedUntil', 'is', null),
          is('leasedUntil', '<', sql<Date>`clock_timestamp()`),
          is('tries', '=', 0),
        ]),
      ),
    )
    .executeTakeFirst()
  return Number(touched.numUpdatedRows)
}
