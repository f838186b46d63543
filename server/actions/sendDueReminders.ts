import { isAlone } from '../db/advisoryLock'
import { appNow } from '../db/clock'
import { insertManyLetters, type LetterOfMany } from '../db/post'
import { peopleOfAll, type OrganisationPerson } from '../db/recipients'
import { remindableReturns, reminderCauses, type RemindableReturn } from '../db/reminders'
import { inTransaction, type Tx } from '../db/transaction'
import { keyOfCause, remindersDue, type DueReminder } from '../domain/chasing/reminders'
import { preparersAmong, signersAmong } from '../domain/post/audience'
import { fillableSections } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
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
    if (owed.length === 0) return 0
    const people = await peopleByOrganisation(tx, owed)
    const letters = owed.flatMap((each) => lettersOf(each, { now, publicUrl, people }))
    return insertManyLetters(tx, { decidedAt: now, campaignId: null }, letters)
  })

async function peopleByOrganisation(tx: Tx, owed: readonly Owed[]): Promise<Map<string, OrganisationPerson[]>> {
  const people = await peopleOfAll(
    tx,
    owed.map(({ about }) => about.organisation.id),
  )
  const byOrganisation = new Map<string, OrganisationPerson[]>()
  for (const each of people) {
    byOrganisation.set(each.organisationId, [...(byOrganisation.get(each.organisationId) ?? []), each])
  }
  return byOrganisation
}

/** Once a return has been reminded at a moment, nobody else is for the same moment, whatever becomes of its status. */
async function remindersOwed(tx: Tx, now: Date): Promise<Owed[]> {
  const returns = await remindableReturns(tx, now)
  const byId = new Map(returns.map((each) => [each.id, each]))
  const due = remindersDue(
    returns.map((each) => ({ ...each, sections: fillableSections(definitionOf(each.collection.code)) })),
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

interface Writing {
  readonly now: Date
  readonly publicUrl: string
  readonly people: ReadonlyMap<string, readonly OrganisationPerson[]>
}

function lettersOf({ due, about }: Owed, { now, publicUrl, people }: Writing): LetterOfMany[] {
  const signing = due.wording === 'awaiting_signature'
  const everybody = people.get(about.organisation.id) ?? []
  const definition = definitionOf(about.collection.code)
  const letter = reminder(due.wording, aboutReturn({ ...about, now }, definition, publicUrl))
  return (signing ? signersAmong(everybody) : preparersAmong(everybody)).map((reader) => ({
    kind: signing ? 'signature_reminder' : 'reminder',
    cause: due.key,
    returnId: about.id,
    letter,
    reader,
    toldOn: due.day,
  }))
}
