import { lettersOf, openingsOf, peopleOfReturn, signedOf } from '../../db/casework'
import { cellChangesOf, cellsOf } from '../../db/cells'
import type { FoundReturn } from '../../db/foundReturn'
import { eventsOf } from '../../db/history'
import { findAnyReturn } from '../../db/returns'
import { sheetOfReturn } from '../../db/sheetOfReturn'
import type { OpeningKind } from '../../domain/collections/opening'
import type { StaffRole } from '../../domain/people/roles'
import { sectionCoded } from '../../domain/survey/definition'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { answersPage } from './answersPage'
import { showBeside } from './beside'
import { recordAsAsked } from './calls'
import { chasedAt } from './chased'
import { readOpening } from '../openingForm'
import { offersOf } from './offers'
import { openAsAsked } from './opening'
import { ownAsAsked } from './owner'
import { bouncingPart } from './bouncingPart'
import { draw } from './pages'
import { queriesPart } from './queriesPart'
import { requestsPart } from './requestsPart'
import { returnPage, type Sent } from './returnPage'
import { setAsideAsAsked } from './settingAside'

const readers: readonly StaffRole[] = ['network', 'analyst']
const administrators: readonly StaffRole[] = []

/** How many changed answers the page of a return tells. */
const CHANGES = 50

/** One return, for the network. */
export const caseworkRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/returns/:id', (visit) => showReturn(services, visit)),
  staff(administrators, 'post', '/network/returns/:id/reopening', (visit) => open(services, visit, 'reopening')),
  staff(administrators, 'post', '/network/returns/:id/extension', (visit) => open(services, visit, 'extension')),
  staff(['network'], 'post', '/network/returns/:id/status', (visit) => setStanding(services, visit)),
  staff(readers, 'get', '/network/returns/:id/beside', (visit) => showBeside(services, visit)),
  staff(['network'], 'post', '/network/returns/:id/calls', (visit) => logCall(services, visit)),
  staff(['network'], 'post', '/network/returns/:id/owner', (visit) => changeOwner(services, visit)),
]

async function returnAt({ db }: Services, { req, arrival }: StaffVisit): Promise<FoundReturn> {
  const found = await findAnyReturn(db, String(req.params.id), arrival)
  if (!found) throw new NotFound()
  return found
}

async function showReturn(services: Services, visit: StaffVisit, sent?: Sent): Promise<void> {
  const { db } = services
  const found = await returnAt(services, visit)
  const [people, openings, letters, signed, events, changes, chased] = await Promise.all([
    peopleOfReturn(db, found.id),
    openingsOf(db, found.id),
    lettersOf(db, found.id),
    signedOf(db, found.id),
    eventsOf(db, found.id),
    cellChangesOf(db, found.id, { limit: CHANGES }),
    chasedAt(db, found.id, visit),
  ])
  const known = { people, openings, letters, signed, events, changes, chased }
  const definition = definitionOf(found.collection.code)
  const page = returnPage({ found, definition, staffRole: visit.staffRole, ...known }, sent)
  const bouncing = await bouncingPart(db, found.id, visit.staffRole)
  const asked = await requestsPart(db, found)
  const queries = await queriesPart(db, found, definition)
  const facts = [...page.facts, ...queries.fact]
  draw(visit, 'casework/return', { ...page, facts, bouncing, asked, queries }, sent ? 422 : 200)
}

/** The answers of one section, to read. */
export async function showAnswers(services: Services, visit: StaffVisit): Promise<void> {
  const { db } = services
  const found = await returnAt(services, visit)
  const definition = definitionOf(found.collection.code)
  const section = sectionCoded(definition, String(visit.req.params.section))
  if (!section) throw new NotFound()
  const sheet = await sheetOfReturn(db, found, definition, await cellsOf(db, found.id))
  const offers = await offersOf(services, visit, { found, section })
  draw(visit, 'casework/answers', answersPage(found, section, sheet, offers))
}

async function setStanding(services: Services, visit: StaffVisit): Promise<void> {
  await returnAt(services, visit)
  const unread = await setAsideAsAsked(services, visit)
  if (unread) await showReturn(services, visit, { ...unread, kind: 'standing' })
}

async function logCall(services: Services, visit: StaffVisit): Promise<void> {
  await returnAt(services, visit)
  const unread = await recordAsAsked(services, visit)
  if (unread) await showReturn(services, visit, { ...unread, kind: 'call' })
}

async function changeOwner(services: Services, visit: StaffVisit): Promise<void> {
  await returnAt(services, visit)
  const unknown = await ownAsAsked(services, visit)
  if (unknown) await showReturn(services, visit, { ...unknown, kind: 'owner' })
}

async function open(services: Services, visit: StaffVisit, kind: OpeningKind): Promise<void> {
  const found = await returnAt(services, visit)
  const read = await readOpening(visit.req, definitionOf(found.collection.code))
  if (!read.ok) {
    await showReturn(services, visit, { ...read, kind })
    return
  }
  const wrongDay = await openAsAsked(services, visit, kind, read)
  if (wrongDay) await showReturn(services, visit, { ...read, kind, problems: [{ address: 'until', ...wrongDay }] })
}
