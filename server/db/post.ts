import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Letter, LetterKind, Recipient } from '../domain/post/letter'
import type { Tx } from './transaction'

/** What letters are written for: one to each reader, and for one cause only one. */
export interface LetterCause {
  readonly kind: LetterKind
  /** What brought it about; the reader is added. Left out: the kind, the return and when it was decided. */
  readonly cause?: string
  readonly returnId: string | null
  /** The product's time. */
  readonly decidedAt: Date
}

/** Whom a letter is to; no id where it is to an address of which we need not know who reads it. */
type Addressee = Omit<Recipient, 'id'> & { readonly id: string | null }

/** The Message-ID of the letter for a cause, without angle brackets: the same however often it is written or sent. */
export const messageIdOf = (cause: string): string =>
  `${createHash('sha256').update(cause).digest('hex').slice(0, 40)}@workforce-returns.example`

/**
 * Writes one letter to each reader, in the transaction of what it is about; how many were new. Those that have been
 * written before for the same cause stay as they were.
 */
export async function insertLetters(
  tx: Tx,
  { cause, ...about }: LetterCause,
  { letter, to }: { readonly letter: Letter; readonly to: readonly Addressee[] },
): Promise<number> {
  if (to.length === 0) return 0
  const why = cause ?? [about.kind, about.returnId, about.decidedAt.toISOString()].join(':')
  const written = await tx
    .insertInto('post')
    .values(to.map((reader) => ({ ...about, ...rowOf(`${why}:${reader.id ?? reader.email}`, letter, reader) })))
    .onConflict((conflict) => conflict.column('cause').doNothing())
    .returning('id')
    .execute()
  return written.length
}

/** The same, to one person. */
export const insertLetter = (tx: Tx, about: LetterCause, letter: Letter, reader: Addressee): Promise<number> =>
  insertLetters(tx, about, { letter, to: [reader] })

const rowOf = (cause: string, { subject, paragraphs, button }: Letter, reader: Addressee) => ({
  cause,
  personId: reader.id,
  toName: reader.name,
  toAddress: reader.email,
  subject,
  paragraphs: JSON.stringify(paragraphs),
  button: button ? JSON.stringify(button) : null,
  messageId: messageIdOf(cause),
})

/** A letter of many: each has its own reader, its own return and its own text. */
export interface LetterOfMany {
  readonly kind: LetterKind
  /** What brought it about; the reader is added. */
  readonly cause: string
  readonly returnId: string
  readonly letter: Letter
  readonly reader: Recipient
  /** The London day on which it counts as having told its reader. */
  readonly toldOn: string
}

interface Many {
  readonly decidedAt: Date
  readonly campaignId: string | null
}

/** So many rows to a statement that none of them keeps anybody waiting. */
const AT_ONCE = 1_000

/** Writes many letters, which let those go first that somebody waits for; how many were new. */
export async function insertManyLetters(tx: Tx, many: Many, letters: readonly LetterOfMany[]): Promise<number> {
  let written = 0
  for (let from = 0; from < letters.length; from += AT_ONCE) {
    written += await insertSome(tx, many, letters.slice(from, from + AT_ONCE))
  }
  return written
}

async function insertSome(tx: Tx, { decidedAt, campaignId }: Many, letters: readonly LetterOfMany[]): Promise<number> {
  const rows = letters.map((each) => ({
    ...each,
    ...rowOf(`${each.cause}:${each.reader.id}`, each.letter, each.reader),
  }))
  const column = <T>(of: (row: (typeof rows)[number]) => T): T[] => rows.map(of)
  const { numAffectedRows } = await sql`
    insert into post (kind, cause, return_id, person_id, to_name, to_address, subject, paragraphs, button, message_id,
      told_on, decided_at, campaign_id, bulk)
    select letter.*, ${decidedAt}::timestamptz, ${campaignId}::uuid, true from unnest(
      ${column(({ kind }) => kind)}::text[], ${column(({ cause }) => cause)}::text[],
      ${column(({ returnId }) => returnId)}::uuid[], ${column(({ personId }) => personId)}::uuid[],
      ${column(({ toName }) => toName)}::text[], ${column(({ toAddress }) => toAddress)}::text[],
      ${column(({ subject }) => subject)}::text[], ${column(({ paragraphs }) => paragraphs)}::jsonb[],
      ${column(({ button }) => button)}::jsonb[], ${column(({ messageId }) => messageId)}::text[],
      ${column(({ toldOn }) => toldOn)}::date[]
    ) as letter on conflict (cause) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
