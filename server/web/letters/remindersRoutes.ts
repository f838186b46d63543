import { changeReminders } from '../../actions/changeReminders'
import { contactablesOf } from '../../db/chaseable'
import { remindableReturns, remindersByDay } from '../../db/reminders'
import { scheduleOf } from '../../db/reminderSchedules'
import { remindersAhead } from '../../domain/chasing/remindersAhead'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { collectionAt, mayWrite, placeOf, readers, writers } from './collection'
import { draw } from './pages'
import { askedReminders, remindersPage, type DaysTyped } from './remindersPage'

/** On which days a collection's employers are reminded, and who gets the next reminder. */
export const remindersRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/collections/:code/reminders', (visit) => showReminders(services, visit)),
  staff(writers, 'post', '/network/collections/:code/reminders', (visit) => change(services, visit)),
]

async function showReminders(services: Services, visit: StaffVisit, typed?: DaysTyped): Promise<void> {
  const { db } = services
  const { collection, sections } = await collectionAt(services, visit)
  const [returns, people, schedule, written] = await Promise.all([
    remindableReturns(db, collection.now, collection.id),
    contactablesOf(db, collection.id),
    scheduleOf(db, collection.id),
    remindersByDay(db, collection.id),
  ])
  const remindable = returns.map((each) => ({
    ...each,
    sections,
    people: people.get(each.organisation.id) ?? [],
  }))
  const ahead = remindersAhead(remindable, collection.now)
  const asked = askedReminders(visit.req.query)
  const page = remindersPage({ collection, schedule, written, ahead, asked, mayWrite: mayWrite(visit) }, typed)
  draw(visit, 'letters/reminders', page, typed ? 422 : 200)
}

async function change(services: Services, visit: StaffVisit): Promise<void> {
  const { collection } = await collectionAt(services, visit)
  const typed = typedIn(visit.req).days ?? ''
  const { person, arrival } = visit
  const outcome = await changeReminders(services, { code: collection.code, typed, personId: person.id, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'wrong_days':
      await showReminders(services, visit, { typed, says: outcome.says })
      return
    case 'changed':
      flash(visit, 'The schedule has been changed. It counts from now on.')
      visit.res.redirect(303, placeOf(collection).reminders)
  }
}
