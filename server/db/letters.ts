import type { LetterState } from '../domain/post/letter'
import type { Reader } from './transaction'

/** Letters with the employer they are about. For the network's people. */
const letters = (db: Reader) =>
  db
    .selectFrom('post')
    .leftJoin('returns', 'returns.id', 'post.returnId')
    .leftJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('people', 'people.id', 'post.personId')
    .select([
      'post.id',
      'post.kind',
      'post.returnId',
      'post.toName',
      'post.toAddress',
      'post.subject',
      'post.state',
      'post.stateReason',
      'post.tries',
      'post.postedAt',
      'post.decidedAt',
      'post.campaignId',
      'organisations.name as organisation',
      'people.staffRole as readersStaffRole',
    ])

export type ListedLetter = Awaited<ReturnType<typeof latestLetters>>[number]

/** Letters in one state or in any, of one campaign or of any. */
export interface LettersWanted {
  readonly state: LetterState | undefined
  readonly campaign: string | undefined
}

/** Some of these letters, the newest first. */
export const latestLetters = (
  db: Reader,
  { state, campaign }: LettersWanted,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) =>
  letters(db)
    .$if(state !== undefined, (all) => all.where('post.state', '=', state ?? 'waiting'))
    .$if(campaign !== undefined, (all) => all.where('post.campaignId', '=', campaign ?? null))
    .orderBy('post.decidedAt', 'desc')
    .orderBy('post.id')
    .offset(offset)
    .limit(limit)
    .execute()

/** How many letters there are in each state that any is in, of one campaign or of all. */
export const letterCounts = (db: Reader, campaign: string | undefined) =>
  db
    .selectFrom('post')
    .$if(campaign !== undefined, (all) => all.where('campaignId', '=', campaign ?? null))
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()

/** One letter, with its text. */
export const findLetter = (db: Reader, id: string) =>
  letters(db).select(['post.paragraphs', 'post.button', 'post.messageId']).where('post.id', '=', id).executeTakeFirst()

export type FoundLetter = NonNullable<Awaited<ReturnType<typeof findLetter>>>
