import { isAlone } from '../db/advisoryLock'
import { datedAssignments } from '../db/assignmentReminders'
import { appNow } from '../db/clock'
import { insertLetter } from '../db/post'
import { remindableReturns, type RemindableReturn } from '../db/reminders'
import { inTransaction, type Tx } from '../db/transaction'
import { assignmentRemindersDue, type DueAssignmentReminder } from '../domain/chasing/assignmentReminders'
import type { Recipient } from '../domain/post/letter'
import { titlesOf } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { assignmentReminder } from '../mail/assignmentReminder'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

/** Reminds colleagues of sections they were given a day for and have not completed; how many letters that made. */
export const sendAssignmentReminders = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>): Promise<number> =>
  inTransaction(db, async (tx) => {
    if (!(await isAlone(tx, 'write the reminders of sections'))) return 0
    const now = await appNow(tx)
    const { due, readers, returns } = await owed(tx, now)
    let written = 0
    for (const each of due) {
      const reader = readers.get(each.personId)
      const about = returns.get(each.returnId)
      if (reader && about) written += await write(tx, each, { reader, about, now, publicUrl })
    }
    return written
  })

async function owed(tx: Tx, now: Date) {
  const returns = new Map((await remindableReturns(tx, now)).map((each) => [each.id, each]))
  const given = await datedAssignments(tx, [...returns.keys()])
  const assignments = given.flatMap(({ dueOn, progress, ...each }) => {
    const about = returns.get(each.returnId)
    if (!about || dueOn === null) return []
    return [
      { ...each, dueOn, progress: progress[each.section]?.status, status: about.status, openness: about.openness },
    ]
  })
  const readers = new Map<string, Recipient>(
    given.map(({ personId, name, email }) => [personId, { id: personId, name, email }]),
  )
  return { due: assignmentRemindersDue(assignments, now), readers, returns }
}

interface Writing {
  readonly reader: Recipient
  readonly about: RemindableReturn
  readonly now: Date
  readonly publicUrl: string
}

/** What has been written before for the same cause is not written again. */
function write(tx: Tx, due: DueAssignmentReminder, { reader, about, now, publicUrl }: Writing): Promise<number> {
  const definition = definitionOf(about.collection.code)
  const letter = assignmentReminder(aboutReturn({ ...about, now }, definition, publicUrl), {
    sections: titlesOf(definition, due.sections) ?? [],
    dueOn: due.dueOn,
  })
  const cause = { kind: 'assignment_reminder', cause: due.key, returnId: about.id, decidedAt: now } as const
  return insertLetter(tx, cause, letter, reader)
}
