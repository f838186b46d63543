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
      'organisations.name as organisation',
      'people.staffRole as readersStaffRole',
    ])

export type ListedLetter = Awaited<ReturnType<typeof latestLetters>>[number]

/** Some of the letters in one state, or in any, the newest first. */
export const latestLetters = (
  db: Reader,
  state: LetterState | undefined,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) =>
  letters(db)
    .$if(state !== undefined, (all) => all.where('post.state', '=', state ?? 'waiting'))
    .orderBy('post.decidedAt', 'desc')
    .orderBy('post.id')
    .offset(offset)
    .limit(limit)
    .execute()

/** How many letters there are in each state that any is in. */
export const letterCounts = (db: Reader) =>
  db
    .selectFrom('post')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()

/** One letter, with its text. */
export const findLetter = (db: Reader, id: string) =>
  letters(db).select(['post.paragraphs', 'post.button', 'post.messageId']).where('post.id', '=', id).executeTakeFirst()

export type FoundLetter = NonNullable<Awaited<ReturnType<typeof findLetter>>>
