import { appNow } from '../db/clock'
import { insertRows } from '../db/demonstrationRows'
import type { FoundReturn } from '../db/foundReturn'
import { peopleOf } from '../db/recipients'
import { findAnyReturn } from '../db/returns'
import type { Tx } from '../db/transaction'
import { unansweredQuestions, type UnansweredQuestion } from '../db/unanswered'
import { questionMoments, questionReminderKey } from '../domain/chasing/questionReminders'
import { labelAt } from '../domain/reading/labels'
import { aboutReturn } from '../mail/aboutReturn'
import { queryAsked } from '../mail/queryAsked'
import { queryReminder } from '../mail/queryReminder'
import { mhsw2019 } from '../surveys/mhsw2019'
import type { ToldLetter } from './telling/diary'
import { PUBLIC_URL } from './telling/letters'
import { letterRows } from './telling/returnRows'

type Asked = Pick<UnansweredQuestion, 'address' | 'question'>

const toldOf = ({ address, question }: Asked) => ({ label: labelAt(address, mhsw2019), question })

const aboutAt = (found: FoundReturn, at: Date) => aboutReturn({ ...found, now: at }, mhsw2019, PUBLIC_URL)

async function write(tx: Tx, found: FoundReturn, letters: readonly Omit<ToldLetter, 'to'>[]): Promise<void> {
  const to = await peopleOf(tx, found.organisation.id, ['preparer'])
  await insertRows(
    tx,
    'post',
    letterRows(
      found.id,
      letters.map((letter) => ({ ...letter, to })),
    ),
  )
}

/** The letter with which a figure was asked about. */
export async function writeOfQuestion(
  tx: Tx,
  found: FoundReturn,
  asked: Asked & { readonly id: string },
  at: Date,
): Promise<void> {
  const cause = `query_asked:${asked.id}:${at.toISOString()}`
  const letter = queryAsked(aboutAt(found, at), [toldOf(asked)])
  await write(tx, found, [{ kind: 'query_asked', cause, letter, decidedAt: at }])
}

/** The letters that have reminded of what nobody has answered, with the causes the product gives them. */
export async function remindOfQuestions(tx: Tx): Promise<void> {
  const now = await appNow(tx)
  const questions = await unansweredQuestions(tx)
  for (const returnId of new Set(questions.map((each) => each.returnId))) {
    const asked = questions.filter((each) => each.returnId === returnId)
    const found = await findAnyReturn(tx, returnId, () => 0)
    const since = asked[0]?.askedAt
    if (!found || !since) continue
    const gone = questionMoments(since).filter(({ at }) => at <= now)
    await write(
      tx,
      found,
      gone.map(({ at, day, after }) => ({
        kind: 'query_reminder',
        cause: questionReminderKey(returnId, since, after),
        letter: queryReminder(aboutAt(found, at), asked.map(toldOf), since),
        decidedAt: at,
        toldOn: day,
      })),
    )
  }
}
