import { type Express, type Request, type RequestHandler, Router } from 'express'
import type { OwnReturn } from '../db/foundReturn'
import { findOwnReturn } from '../db/returns'
import { type EmployerRole, isAmong } from '../domain/people/roles'
import type { Services } from '../services'
import { askToSignIn } from './askToSignIn'
import { NotFound } from './errors'
import { once } from './once'
import type { PersonVisit, Route, Visit, Who } from './route'
import { stampOf } from './stamp'
import { isAdmitted } from './tokenDoor'

type Reads = Pick<Services, 'db' | 'links' | 'log'>

/** The only way in: every route says who may use it, and what it is about is found through them. */
export function mountRoutes(app: Express, services: Reads, routes: readonly Route[]): void {
  const rooms = new Map<string, Router>()
  for (const route of routes) {
    const room = rooms.get(roomOf(route.path)) ?? Router()
    rooms.set(roomOf(route.path), room)
    room[route.method](route.path, admitting(services, route))
  }
  app.use((req, res, next) => {
    const room = rooms.get(roomOf(req.path))
    if (room) room(req, res, next)
    else next()
  })
}

/** Which routes an address can be one of: those that begin with the same word and have as many parts. */
function roomOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  return `${(parts[0] ?? '').toLowerCase()} ${parts.length}`
}

const admitting =
  (services: Reads, route: Route): RequestHandler =>
  async (req, res) => {
    const visit: Visit = { req, res, arrival: stampOf(req).arrival, person: req.user }
    if (is('anyone', route)) await route.run(visit)
    else if (is('token', route)) await admitProgram(services, route, visit)
    else if (req.user) await admitOnce(services, route, { ...visit, person: req.user })
    else askToSignIn(req, res)
  }

type Of<Kind extends Who['kind']> = Extract<Route, { readonly who: { readonly kind: Kind } }>

const is = <Kind extends Who['kind']>(kind: Kind, route: Route): route is Of<Kind> & Route => route.who.kind === kind

async function admitProgram(services: Reads, route: Of<'token'>, visit: Visit): Promise<void> {
  if (!(await isAdmitted(services, visit, route.who.scope))) return
  if (!hasPossibleId(visit.req)) throw new NotFound()
  await route.run(visit)
}

const admitOnce = (services: Reads, route: Route, visit: PersonVisit): Promise<void> =>
  once(services, route, visit, () => admit(services, route, visit))

/** Whatever is not theirs does not exist. */
async function admit(services: Reads, route: Route, visit: PersonVisit): Promise<void> {
  if (!hasPossibleId(visit.req)) throw new NotFound()
  if (is('own_return', route)) await admitToReturn(services, route, visit)
  else if (is('staff', route)) {
    const { staffRole } = visit.person
    if (staffRole === null || !isAmong(staffRole, route.who.roles)) throw new NotFound()
    await route.run({ ...visit, staffRole })
  } else {
    if (route.who.kind === 'employer' && visit.person.memberships.length === 0) throw new NotFound()
    await route.run(visit)
  }
}

async function admitToReturn(services: Reads, route: Of<'own_return'>, visit: PersonVisit): Promise<void> {
  const { roles, networkAt } = route.who
  const id = idIn(visit.req)
  if (networkAt !== undefined && visit.person.staffRole !== null) {
    visit.res.redirect(302, networkAt.replace(':id', id))
    return
  }
  const found = await findOwnReturn(services.db, visit.person.id, id, visit.arrival)
  if (!found || !mayUse(found, roles, visit.req)) throw new NotFound()
  await route.run({ ...visit, found })
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const idIn = ({ params }: Request): string => (typeof params.id === 'string' ? params.id : '')

const hasPossibleId = (req: Request): boolean => !('id' in req.params) || uuid.test(idIn(req))

/** By role; a contributor sees only the sections they were given. */
function mayUse(found: OwnReturn, roles: readonly EmployerRole[], { params: { section } }: Request): boolean {
  const { assigned } = found
  const isGiven = assigned === null || typeof section !== 'string' || assigned.includes(section)
  return isGiven && rolesOf(found).some((role) => roles.includes(role))
}

/** The only person of a small provider both prepares and signs (rule Q02). */
const rolesOf = ({ role, alone }: OwnReturn): readonly EmployerRole[] =>
  alone && role !== 'contributor' ? ['preparer', 'signatory'] : [role]
