import { isAlone } from '../db/advisoryLock'
import { appNow } from '../db/clock'
import { insertLetters } from '../db/post'
import { peopleOfAll, type OrganisationPerson } from '../db/recipients'
import { remindableReturns, reminderCauses, type RemindableReturn } from '../db/reminders'
import { inTransaction, type Tx } from '../db/transaction'
import { keyOfCause, remindersDue, type DueReminder } from '../domain/chasing/reminders'
import { reminder } from '../mail/reminder'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

/** A reminder that is due and has not been written, of the return it is about. */
interface Owed {
  readonly due: DueReminder
  readonly about: RemindableReturn
}

/** Writes every reminder that is due and has not been written yet; how many letters that made. */
export const sendDueReminders = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>): Promise<number> =>
  inTransaction(db, async (tx) => {
    if (!(await isAlone(tx, 'write the reminders'))) return 0
    const now = await appNow(tx)
    const owed = await remindersOwed(tx, now)
    const people = await peopleOfAll(
      tx,
      owed.map(({ about }) => about.organisationId),
    )
    let written = 0
    for (const each of owed) {
      const readers = people.filter(({ organisationId }) => organisationId === each.about.organisationId)
      written += await write(tx, each, { now, publicUrl, people: readers })
    }
    return written
  })

async function remindersOwed(tx: Tx, now: Date): Promise<Owed[]> {
  const returns = await remindableReturns(tx, now)
  const byId = new Map(returns.map((each) => [each.id, each]))
  const due = remindersDue(
    returns.map((each) => ({ ...each, sections: sectionsOf(each) })),
    now,
  )
  const causes = await reminderCauses(
    tx,
    due.map(({ returnId }) => returnId),
  )
  const written = new Set(causes.map(keyOfCause))
  return due.flatMap((each) => {
    const about = byId.get(each.returnId)
    return about && !written.has(each.key) ? [{ due: each, about }] : []
  })
}

const sectionsOf = ({ collection }: RemindableReturn): string[] =>
  definitionOf(collection.code).sections.map(({ code }) => code)

interface Writing {
  readonly now: Date
  readonly publicUrl: string
  readonly people: readonly OrganisationPerson[]
}

function write(tx: Tx, { due, about }: Owed, { now, publicUrl, people }: Writing): Promise<number> {
  const signing = due.wording === 'awaiting_signature'
  const letter = reminder(due.wording, {
    returnId: about.id,
    organisation: about.organisation,
    collection: about.collection.title,
    cutoffAt: due.cutoffAt,
    now,
    publicUrl,
  })
  const kind = signing ? 'signature_reminder' : 'reminder'
  return insertLetters(
    tx,
    { kind, cause: due.key, returnId: about.id, decidedAt: now },
    { letter, to: signing ? signers(people) : people.filter(({ role }) => role === 'preparer') },
  )
}

/** Those who sign; where an employer has none, its preparers: a small provider's only person signs alone. */
function signers(people: readonly OrganisationPerson[]): OrganisationPerson[] {
  const signatories = people.filter(({ role }) => role === 'signatory')
  return signatories.length > 0 ? signatories : people.filter(({ role }) => role === 'preparer')
}
