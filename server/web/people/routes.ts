import { addPerson } from '../../actions/addPerson'
import { changePerson, type PersonChange } from '../../actions/changePerson'
import { endSecondFactor } from '../../actions/endSecondFactor'
import { findListed, peopleLike, type ListedPerson } from '../../db/directory'
import { findSecondFactor } from '../../db/secondFactors'
import { isEmployerRole, isStaffRole } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { drawing } from '../draw'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import { listAsked } from '../paging'
import { staff, type Route, type StaffVisit } from '../route'
import { PAGE, peoplePage, type PeoplePage } from './listPage'
import {
  bothSides,
  readAccess,
  readDetails,
  readEmployerRole,
  readNewPerson,
  readRemoval,
  readStaffRole,
  type PersonTyped,
} from './personForm'
import { newPersonPage, personPage, type NewPersonPage, type PersonPage } from './personPage'

const draw = drawing<{ 'people/list': PeoplePage; 'people/new': NewPersonPage; 'people/person': PersonPage }>()

/** The directory of people, for administrators. */
export const peopleRoutes = (services: Services): Route[] => [
  staff([], 'get', '/admin/people', (visit) => showList(services, visit)),
  staff([], 'get', '/admin/people/new', showNew),
  staff([], 'post', '/admin/people', (visit) => add(services, visit)),
  staff([], 'get', '/admin/people/:id', (visit) => showPerson(services, visit)),
  staff([], 'post', '/admin/people/:id', (visit) => changeDetails(services, visit)),
  staff([], 'post', '/admin/people/:id/staff-role', (visit) => changeStaffRole(services, visit)),
  staff([], 'post', '/admin/people/:id/membership', (visit) => changeMembership(services, visit)),
  staff([], 'post', '/admin/people/:id/access', (visit) => changeAccess(services, visit)),
  staff([], 'post', '/admin/people/:id/two-factor-removal', (visit) => removeSecondFactor(services, visit)),
]

async function showList({ db }: Services, visit: StaffVisit): Promise<void> {
  const asked = listAsked(visit.req.query)
  const part = { q: asked.q, offset: (asked.page - 1) * PAGE, limit: PAGE }
  draw(visit, 'people/list', peoplePage(await peopleLike(db, part), asked))
}

function showNew(visit: StaffVisit): void {
  const { organisation } = visit.req.query
  const typed = typeof organisation === 'string' ? { organisation } : {}
  draw(visit, 'people/new', newPersonPage({ typed, problems: [] }))
}

async function add(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readNewPerson(visit.req)
  const refuse = (problems: readonly Problem[]) => {
    draw(visit, 'people/new', newPersonPage({ typed: read.typed, problems }), 422)
  }
  if (!read.ok) {
    refuse(read.problems)
    return
  }
  const outcome = await addPerson(services, { ...read.person, by: visit.person.id, arrival: visit.arrival })
  switch (outcome.kind) {
    case 'email_taken':
      refuse([
        {
          address: 'email',
          says: 'Somebody has this address already. Find them under People and change what they do.',
        },
      ])
      break
    case 'unknown_organisation':
      refuse([{ address: 'organisation', says: noSuchOrganisation }])
      break
    case 'added':
      flash(visit, `${read.person.name} added. They choose a password under “Forgotten password”.`)
      visit.res.redirect(303, `/admin/people/${outcome.id}`)
  }
}

const noSuchOrganisation = 'No organisation has this code. Look it up under Organisations.'

async function personAt({ db }: Services, { req }: StaffVisit): Promise<ListedPerson> {
  const found = await findListed(db, String(req.params.id))
  if (!found) throw new NotFound()
  return found
}

async function showPerson(services: Services, visit: StaffVisit, sent?: PersonTyped): Promise<void> {
  const person = await personAt(services, visit)
  const secondFactor = await findSecondFactor(services.db, person.id)
  draw(visit, 'people/person', personPage({ ...person, secondFactor }, sent), sent ? 422 : 200)
}

async function changeDetails(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readDetails(visit.req)
  if (!read.ok) return showPerson(services, visit, read)
  const { name, telephone } = read.values
  await change(services, visit, { kind: 'details', name, telephone: telephone === '' ? null : telephone }, 'name')
}

async function changeStaffRole(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readStaffRole(visit.req)
  if (!read.ok) return showPerson(services, visit, read)
  const role = read.values.staff_role
  if (isStaffRole(role)) await change(services, visit, { kind: 'staff_role', role }, 'staff_role')
}

async function changeMembership(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readEmployerRole(visit.req)
  if (!read.ok) return showPerson(services, visit, read)
  const { organisation, role } = read.values
  const wanted = isEmployerRole(role) ? role : null
  await change(services, visit, { kind: 'employer_role', organisation, role: wanted }, 'organisation')
}

async function changeAccess(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readAccess(visit.req)
  if (!read.ok) return showPerson(services, visit, read)
  await change(services, visit, { kind: 'deactivated', deactivated: read.values.access === 'ended' }, 'name')
}

/** For somebody who has lost their app and their recovery codes; administrators have lost theirs to another administrator. */
async function removeSecondFactor(services: Services, visit: StaffVisit): Promise<void> {
  const { id, name } = await personAt(services, visit)
  const read = await readRemoval(visit.req)
  if (!read.ok) return showPerson(services, visit, read)
  const refuse = (says: string) =>
    showPerson(services, visit, { typed: typedIn(visit.req), problems: [{ address: 'reason', says }] })
  if (id === visit.person.id) return refuse('You cannot remove your own here. Do it under “Your account”.')
  const by = { id: visit.person.id, reason: read.values.reason }
  const removed = await endSecondFactor(services, { personId: id, by, arrival: visit.arrival })
  flash(
    visit,
    removed ? `${name} signs in with their password alone now.` : `${name} had no two-factor sign-in any more.`,
  )
  visit.res.redirect(303, `/admin/people/${id}`)
}

/** Changes one thing about somebody; `at` is the box beside which a refusal is said. */
async function change(services: Services, visit: StaffVisit, wanted: PersonChange, at: string): Promise<void> {
  const id = String(visit.req.params.id)
  const { person, arrival } = visit
  const outcome = await changePerson(services, { id, by: person.id, change: wanted, arrival })
  const refuse = (says: string) =>
    showPerson(services, visit, { typed: typedIn(visit.req), problems: [{ address: at, says }] })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'yourself':
      return refuse('You cannot change your own role or shut yourself out. Ask another administrator.')
    case 'other_side':
      return refuse(bothSides)
    case 'unknown_organisation':
      return refuse(noSuchOrganisation)
    case 'changed':
      flash(visit, doneWords(wanted, outcome.person.name))
      visit.res.redirect(303, `/admin/people/${id}`)
  }
}

function doneWords(change: PersonChange, name: string): string {
  if (change.kind !== 'deactivated') return `${name} saved.`
  return change.deactivated ? `${name} deactivated, and signed out everywhere.` : `${name} can sign in again.`
}
