import { setBouncing } from '../db/bouncing'
import { readerStanding } from '../db/letterStanding'
import { claimLetter, setDelayed, setPosted, setUnsent, type ClaimedLetter } from '../db/claimedLetters'
import { findAnyReturn } from '../db/returns'
import { inTransaction, type Db, type Tx } from '../db/transaction'
import { whyNotNeeded, type LetterStanding } from '../domain/post/needed'
import { minutesUntilNextTry } from '../domain/post/retries'
import { standingOfReturn } from '../domain/returns/standing'
import type { AddressedLetter, Posted } from '../mail/posting'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

/** How many letters are sent at the same time. */
const LANES = 4

/** What became of one letter in its turn. */
export type Fate = 'sent' | 'kept' | 'failed' | 'not_needed' | 'delayed'

interface Turn {
  readonly fate: Fate
  /** Whether the next letter may fare better. */
  readonly goOn: boolean
}

/**
 * Sends the letters whose turn it is, until none is left or it is told to stop; what became of each. No transaction is
 * open while one is being sent: it is claimed in one, judged again, sent, and marked in another.
 */
export async function deliverPost(
  services: Pick<Services, 'db' | 'mailer'>,
  stopping: AbortSignal = new AbortController().signal,
): Promise<Fate[]> {
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => deliverInTurn(services, stopping)))
  return lanes.flatMap((lane) => {
    if (lane.status === 'rejected') throw lane.reason
    return lane.value
  })
}

async function deliverInTurn(services: Pick<Services, 'db' | 'mailer'>, stopping: AbortSignal): Promise<Fate[]> {
  const { db, mailer } = services
  const fates: Fate[] = []
  while (!stopping.aborted) {
    const letter = await inTransaction(db, (tx) => claimLetter(tx, mailer.perMinute))
    if (!letter) break
    const { fate, goOn } = await deliver(services, letter)
    fates.push(fate)
    if (!goOn) break
  }
  return fates
}

async function deliver({ db, mailer }: Pick<Services, 'db' | 'mailer'>, letter: ClaimedLetter): Promise<Turn> {
  const reason = whyNotNeeded(await standingNow(db, letter))
  if (reason !== undefined) {
    await inTransaction(db, (tx) => setUnsent(tx, letter, { state: 'not_needed', reason }))
    return { fate: 'not_needed', goOn: true }
  }
  const posted = await mailer.post(addressed(letter))
  const fate = await inTransaction(db, (tx) => mark(tx, letter, posted))
  return { fate, goOn: posted.kind !== 'delayed' || !posted.unreachable }
}

async function standingNow(db: Db, letter: ClaimedLetter): Promise<LetterStanding> {
  const [reader, found] = await Promise.all([
    readerStanding(db, letter),
    letter.returnId === null ? undefined : findAnyReturn(db, letter.returnId, atOnce),
  ])
  if (!found) return { ...reader, kind: letter.kind, about: null }
  const { phase, status } = standingOfReturn(found, definitionOf(found.collection.code))
  return { ...reader, kind: letter.kind, about: { status, open: phase === 'open' } }
}

/** Nobody has waited for this: it is judged by the time it is now. */
const atOnce = (): number => 0

async function mark(tx: Tx, letter: ClaimedLetter, posted: Posted): Promise<Fate> {
  switch (posted.kind) {
    case 'sent':
    case 'kept':
      await setPosted(tx, letter, posted.kind)
      return posted.kind
    case 'refused':
      await setUnsent(tx, letter, { state: 'failed', reason: posted.why })
      if (posted.noSuchReader) await setBouncing(tx, { address: letter.toAddress, reason: posted.why })
      return 'failed'
    case 'delayed': {
      const delay = { inMinutes: minutesUntilNextTry(letter.tries), reason: posted.why }
      return (await setDelayed(tx, letter, delay)) === 'failed' ? 'failed' : 'delayed'
    }
  }
}

const addressed = (letter: ClaimedLetter): AddressedLetter => ({
  letter: {
    subject: letter.subject,
    paragraphs: letter.paragraphs,
    ...(letter.button ? { button: letter.button } : {}),
  },
  toName: letter.toName,
  toAddress: letter.toAddress,
  messageId: letter.messageId,
  writtenAt: letter.decidedAt,
})
