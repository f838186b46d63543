import type { Request } from 'express'
import { body } from 'express-validator'
import { changeCollectionDates, type DatesChanged } from '../../actions/changeCollectionDates'
import { findCollection, latestCollections, touchedByClose, type FoundCollection } from '../../db/collections'
import { scheduleOf } from '../../db/reminderSchedules'
import { cutoffInWords, dayInWords, londonDay } from '../../domain/collections/calendar'
import { isDay } from '../../domain/collections/day'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { drawing } from '../draw'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn, type Typed } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { collectionsPage, datesPage, remindersMoved, type CollectionsPage, type DatesPage } from './datesPage'

const draw = drawing<{ 'collections/list': CollectionsPage; 'collections/dates': DatesPage }>()

/** When collections open and close, for administrators. */
export const collectionsRoutes = (services: Services): Route[] => [
  staff([], 'get', '/admin/collections', async (visit) => {
    draw(visit, 'collections/list', collectionsPage(await latestCollections(services.db)))
  }),
  staff([], 'get', '/admin/collections/:code', (visit) => showDates(services, visit)),
  staff([], 'post', '/admin/collections/:code', (visit) => changeDates(services, visit)),
]

async function collectionAt({ db }: Services, { req }: StaffVisit): Promise<FoundCollection> {
  const found = await findCollection(db, String(req.params.code))
  if (!found) throw new NotFound()
  return found
}

interface Sent {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

async function showDates(services: Services, visit: StaffVisit, sent?: Sent): Promise<void> {
  const found = await collectionAt(services, visit)
  const [touched, schedule] = await Promise.all([
    touchedByClose(services.db, found.id),
    scheduleOf(services.db, found.id),
  ])
  const page = datesPage(found, { ...touched, schedule }, sent ?? { typed: {}, problems: [] })
  draw(visit, 'collections/dates', page, sent ? 422 : 200)
}

const readDates = (req: Request) =>
  readForm(req, {
    opens: body('opens')
      .trim()
      .custom((typed: string) => typed === '' || isDay(typed))
      .withMessage('Enter the first day as year, month and day, such as 2020-01-06.'),
    closes: body('closes')
      .trim()
      .custom(isDay)
      .withMessage('Enter the last day as year, month and day, such as 2020-02-10.'),
    reason: body('reason')
      .trim()
      .isLength({ min: 3, max: 1000 })
      .withMessage('Say why, in 3 to 1,000 characters: it stands in the audit.'),
  })

async function changeDates(services: Services, visit: StaffVisit): Promise<void> {
  const { id, code, title, opensAt, now } = await collectionAt(services, visit)
  const typed = typedIn(visit.req)
  const read = await readDates(visit.req)
  if (!read.ok) return showDates(services, visit, { typed, problems: read.problems })
  const { closes, opens } = read.values
  const opensDay = opens === '' ? londonDay(opensAt) : opens
  const { person, arrival } = visit
  const dates = { code, opensDay, lastDay: closes, reason: read.values.reason }
  const outcome = await changeCollectionDates(services, { ...dates, by: person.id, arrival })
  if (outcome.kind === 'not_found') throw new NotFound()
  if (outcome.kind !== 'changed') {
    return showDates(services, visit, { typed, problems: [wrongDay(outcome.kind, opensAt)] })
  }
  const reminders = remindersMoved(outcome.cutoffAt, await scheduleOf(services.db, id), now)
  flash(visit, `${title} now closes ${cutoffInWords(outcome.cutoffAt)}. ${reminders}`)
  visit.res.redirect(303, `/admin/collections/${code}`)
}

type Wrong = Exclude<DatesChanged['kind'], 'changed' | 'not_found'>

const wrongDay = (wrong: Wrong, opensAt: Date): Problem =>
  ({
    closes_in_the_past: { address: 'closes', says: 'That day is over. Choose today or a later day.' },
    closes_before_it_opens: { address: 'closes', says: 'The last day cannot be before the first.' },
    opened_already: {
      address: 'opens',
      says: `It opened on ${dayInWords(opensAt)}, and that cannot be changed any more.`,
    },
  })[wrong]
