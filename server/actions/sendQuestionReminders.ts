import { isAlone } from '../db/advisoryLock'
import { appNow } from '../db/clock'
import { insertManyLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { findAnyReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { questionReminderCauses, unansweredQuestions, type UnansweredQuestion } from '../db/unanswered'
import { questionRemindersDue, type DueQuestionReminder } from '../domain/chasing/questionReminders'
import { keyOfCause } from '../domain/chasing/reminders'
import { labelAt } from '../domain/reading/labels'
import { aboutReturn } from '../mail/aboutReturn'
import { queryReminder } from '../mail/queryReminder'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

/** Reminds employers of questions about figures that nobody has answered; how many letters that made. */
export const sendQuestionReminders = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>): Promise<number> =>
  inTransaction(db, async (tx) => {
    if (!(await isAlone(tx, 'write the reminders of questions'))) return 0
    const now = await appNow(tx)
    const questions = await unansweredQuestions(tx)
    let written = 0
    for (const due of await owed(tx, questions, now)) {
      const asked = questions.filter(({ returnId }) => returnId === due.returnId)
      written += await write(tx, due, { asked, now, publicUrl })
    }
    return written
  })

async function owed(tx: Tx, questions: readonly UnansweredQuestion[], now: Date): Promise<DueQuestionReminder[]> {
  const due = questionRemindersDue(questions, now)
  const causes = await questionReminderCauses(
    tx,
    due.map(({ returnId }) => returnId),
  )
  const written = new Set(causes.map(keyOfCause))
  return due.filter(({ key }) => !written.has(key))
}

interface Writing {
  /** The oldest first. */
  readonly asked: readonly UnansweredQuestion[]
  readonly now: Date
  readonly publicUrl: string
}

async function write(tx: Tx, due: DueQuestionReminder, { asked, now, publicUrl }: Writing): Promise<number> {
  const found = await findAnyReturn(tx, due.returnId, atOnce)
  const since = asked[0]?.askedAt
  if (!found || !since) return 0
  const definition = definitionOf(found.collection.code)
  const told = asked.map(({ address, question }) => ({ label: labelAt(address, definition), question }))
  const letter = queryReminder(aboutReturn({ ...found, now }, definition, publicUrl), told, since)
  const to = await peopleOf(tx, found.organisation.id, ['preparer'])
  const about = { kind: 'query_reminder', cause: due.key, returnId: found.id, letter, toldOn: due.day } as const
  return insertManyLetters(
    tx,
    { decidedAt: now, campaignId: null },
    to.map((reader) => ({ ...about, reader })),
  )
}

/** Nobody has waited for this: it is judged by the time it is now. */
const atOnce = (): number => 0
