import { extendReturns } from '../../actions/extendReturns'
import type { FoundCollection } from '../../db/collections'
import { extendableReturns, returnsAmong } from '../../db/openingsList'
import { cutoffInWords, endOfDay } from '../../domain/collections/calendar'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { manyOf, typedIn } from '../forms'
import { readOpening, type OpeningAsked } from '../openingForm'
import type { StaffVisit } from '../route'
import { MOST_OFFERED, type ChooserTyped } from './chooser'
import { confirmPage } from './confirmPage'
import { narrowingIn } from './narrowing'
import { draw } from './pages'

interface At {
  readonly collection: FoundCollection
  /** Draws the form again, with what was wrong. */
  readonly again: (visit: StaffVisit, sent: ChooserTyped) => Promise<void>
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

type Returns = Awaited<ReturnType<typeof returnsAmong>>

/** Names whom it would be given to, before anything is done. */
export async function confirmChosen(services: Services, visit: StaffVisit, at: At): Promise<void> {
  const returns = await chosenIn(services, visit, at.collection)
  const asked = await askedIn(visit, at, returns)
  if (asked) draw(visit, 'openings/confirm', confirmPage(at.collection, { returns, asked }))
}

/** Gives them more time, and leads to what came of it. */
export async function extendChosen(services: Services, visit: StaffVisit, at: At): Promise<void> {
  const { collection } = at
  const returns = await chosenIn(services, visit, collection)
  const asked = await askedIn(visit, at, returns)
  if (!asked) return
  const form = typedIn(visit.req).form ?? ''
  if (!uuid.test(form)) {
    draw(visit, 'openings/confirm', confirmPage(collection, { returns, asked }), 422)
    return
  }
  await extendReturns(services, {
    ...asked,
    bulkId: form,
    collectionId: collection.id,
    returnIds: returns.map(({ id }) => id),
    personId: visit.person.id,
    staffRole: visit.staffRole,
    arrival: visit.arrival,
  })
  visit.res.redirect(303, `/network/collections/${collection.code}/openings/${form}`)
}

/** Those ticked; all that the form offered, where that was ticked; or those that were confirmed. */
async function chosenIn({ db }: Services, { req }: StaffVisit, { id }: FoundCollection): Promise<Returns> {
  const typed = typedIn(req)
  if (typed.all === 'yes') return extendableReturns(db, id, narrowingIn(typed), MOST_OFFERED)
  const ids = [...manyOf(req, 'returns'), ...(typed.chosen ?? '').split(',')]
  return returnsAmong(
    db,
    id,
    [...new Set(ids)].filter((each) => uuid.test(each)),
  )
}

/** What was asked for; undefined where it cannot be read, and the form has been drawn again. */
async function askedIn(
  visit: StaffVisit,
  { collection, again }: At,
  returns: Returns,
): Promise<OpeningAsked | undefined> {
  const read = await readOpening(visit.req, definitionOf(collection.code))
  const problems = [
    ...(returns.length === 0 ? [NOBODY] : []),
    ...(read.ok ? tooEarly(read.untilDay, collection) : read.problems),
  ]
  if (read.ok && problems.length === 0) return read
  const sections = manyOf(visit.req, 'sections')
  await again(visit, { typed: typedIn(visit.req), returns: returns.map(({ id }) => id), sections, problems })
  return undefined
}

const NOBODY: Problem = { address: 'returns', says: 'Tick at least one organisation.' }

function tooEarly(untilDay: string, { cutoffAt, now }: FoundCollection): Problem[] {
  const untilAt = endOfDay(untilDay)
  if (untilAt <= now) return [{ address: 'until', says: 'That day is over. Choose today or a later day.' }]
  if (untilAt > cutoffAt) return []
  const says = `Everybody has until ${cutoffInWords(cutoffAt)} already. Choose a later day.`
  return [{ address: 'until', says }]
}
