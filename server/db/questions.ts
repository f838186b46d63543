import type { Address } from '../domain/survey/cells'
import type { Reader, Tx } from './transaction'

export interface NewQuestion {
  /** Of the form it was asked with. */
  readonly id: string
  readonly returnId: string
  /** A question of the survey or one of its boxes; null is the whole return. */
  readonly address: Address | null
  readonly question: string
  readonly askedBy: string
  readonly decidedAt: Date
}

/** Keeps what an employer asks the network. A form that is sent twice has asked once. */
export async function insertQuestion(tx: Tx, asked: NewQuestion): Promise<void> {
  await tx
    .insertInto('questionsAsked')
    .values(asked)
    .onConflict((already) => already.column('id').doNothing())
    .execute()
}

/** What an employer asked, with its answer where there is one. */
export interface AskedQuestion {
  readonly id: string
  readonly address: Address | null
  readonly question: string
  readonly askedById: string
  readonly askedBy: string
  readonly decidedAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
}

/** All that has been asked about one return, the latest first. */
export const questionsOf = (db: Reader, returnId: string): Promise<AskedQuestion[]> =>
  db
    .selectFrom('questionsAsked')
    .innerJoin('people', 'people.id', 'questionsAsked.askedBy')
    .select([
      'questionsAsked.id',
      'address',
      'question',
      'people.id as askedById',
      'people.name as askedBy',
      'decidedAt',
      'answer',
      'answeredAt',
    ])
    .where('returnId', '=', returnId)
    .orderBy('decidedAt', 'desc')
    .orderBy('questionsAsked.id')
    .execute()

/** An answer that everybody may read. Who asked is not told. */
export interface GeneralAnswer {
  readonly address: Address | null
  readonly question: string
  readonly answer: string
  readonly answeredAt: Date
}

/** The answers that everybody may read in one collection, the first first. */
export async function generalAnswersOf(db: Reader, collection: string): Promise<GeneralAnswer[]> {
  const rows = await db
    .selectFrom('questionsAsked')
    .innerJoin('returns', 'returns.id', 'questionsAsked.returnId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .select(['address', 'generalQuestion', 'answer', 'answeredAt'])
    .where('collections.code', '=', collection)
    .where('general', '=', true)
    .orderBy('answeredAt')
    .orderBy('questionsAsked.id')
    .execute()
  return rows.flatMap(({ address, generalQuestion: question, answer, answeredAt }) =>
    question !== null && answer !== null && answeredAt !== null ? [{ address, question, answer, answeredAt }] : [],
  )
}
