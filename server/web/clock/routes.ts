import type { Request } from 'express'
import { body } from 'express-validator'
import { moveClock } from '../../actions/moveClock'
import { latestCollections } from '../../db/collections'
import { findDemonstration } from '../../db/demonstration'
import { londonInstant, momentInWords } from '../../domain/collections/calendar'
import { isDay } from '../../domain/collections/day'
import type { Services } from '../../services'
import { drawing } from '../draw'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, typedIn, type FormRead, type Typed } from '../forms'
import type { Problem } from '../../domain/survey/readSection'
import { staff, type Route, type StaffVisit } from '../route'
import { clockPage, type ClockPage } from './clockPage'

const draw = drawing<{ 'clock/clock': ClockPage }>()

/** The clock of a demonstration. Outside one there is no such page. */
export const clockRoutes = (services: Services): Route[] => [
  staff([], 'get', '/admin/clock', (visit) => showClock(services, visit)),
  staff([], 'post', '/admin/clock', (visit) => move(services, visit)),
]

interface Sent {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

async function showClock({ db }: Services, visit: StaffVisit, sent?: Sent): Promise<void> {
  const demonstration = await findDemonstration(db)
  if (!demonstration) throw new NotFound()
  const [newest] = await latestCollections(db)
  const page = clockPage(demonstration.now, newest, sent ?? { typed: {}, problems: [] })
  draw(visit, 'clock/clock', page, sent ? 422 : 200)
}

/** A day and a time of day, as a browser sends them: 2020-02-10T23:58. */
const MOMENT = /^(?<day>\d{4}-\d\d-\d\d)T(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?$/

function momentIn(typed: string): Date | undefined {
  const { day = '', hour, minute, second = '0' } = MOMENT.exec(typed)?.groups ?? {}
  if (!isDay(day)) return undefined
  return new Date(londonInstant(day, Number(hour)).getTime() + (Number(minute) * 60 + Number(second)) * 1000)
}

const readMoment = (req: Request): Promise<FormRead<'to'>> =>
  readForm(req, {
    to: body('to')
      .trim()
      .custom((typed: string) => momentIn(typed) !== undefined)
      .withMessage('Enter a day and a time in London, such as 2020-02-10T23:58.'),
  })

async function move(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readMoment(visit.req)
  const to = read.ok ? momentIn(read.values.to) : undefined
  if (!to) return showClock(services, visit, { typed: typedIn(visit.req), problems: read.ok ? [] : read.problems })
  if (!(await moveClock(services, { to, by: visit.person.id }))) throw new NotFound()
  flash(visit, `It is now ${momentInWords(to)}.`)
  visit.res.redirect(303, '/admin/clock')
}
