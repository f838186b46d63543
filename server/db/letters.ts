import { sql } from 'kysely'
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

/** Letters of one campaign or of any; and about an organisation, or to somebody, called something like this. */
interface LettersAbout {
  readonly campaign: string | undefined
  readonly q?: string
}

/** The same, in one state or in any. */
export interface LettersWanted extends LettersAbout {
  readonly state: LetterState | undefined
}

/** Part of a name, a code or an address, in whatever case. */
const isLike = (q: string) => {
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(post.to_name ilike ${part} or post.to_address ilike ${part} or post.return_id in (
    select returns.id from returns join organisations on organisations.id = returns.organisation_id
    where organisations.name ilike ${part} or organisations.code ilike ${part}))`
}

/** Some of these letters, the newest first. */
export const latestLetters = (
  db: Reader,
  { state, campaign, q = '' }: LettersWanted,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) =>
  letters(db)
    .$if(state !== undefined, (all) => all.where('post.state', '=', state ?? 'waiting'))
    .$if(campaign !== undefined, (all) => all.where('post.campaignId', '=', campaign ?? null))
    .$if(q !== '', (all) => all.where(isLike(q)))
    .orderBy('post.decidedAt', 'desc')
    .orderBy('post.id')
    .offset(offset)
    .limit(limit)
    .execute()

/** How many of these letters there are in each state that any is in. */
export const letterCounts = (db: Reader, { campaign, q = '' }: LettersAbout) =>
  db
    .selectFrom('post')
    .$if(campaign !== undefined, (all) => all.where('campaignId', '=', campaign ?? null))
    .$if(q !== '', (all) => all.where(isLike(q)))
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()

/** One letter, with its text. */
export const findLetter = (db: Reader, id: string) =>
  letters(db).select(['post.paragraphs', 'post.button', 'post.messageId']).where('post.id', '=', id).executeTakeFirst()

export type FoundLetter = NonNullable<Awaited<ReturnType<typeof findLetter>>>
