import type { Request, Response } from 'express'
import type { Arrival } from '../clock'
import type { OpenedReturn } from '../db/foundReturn'
import type { Person } from '../db/people'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import type { Scope } from '../domain/tokens/scopes'

export type Method = 'get' | 'post' | 'patch'

/** One request, and how long it has been here. */
export interface Visit {
  readonly req: Request
  readonly res: Response
  readonly arrival: Arrival
  /** Who is signed in, if anybody is. */
  readonly person: Person | undefined
}

/** A request of somebody who is signed in. */
export interface PersonVisit extends Visit {
  readonly person: Person
}

/** A request about the return at `:id`, by one of its employer's people. */
export interface ReturnVisit extends PersonVisit {
  readonly found: OpenedReturn
}

/** A request of somebody of the network. */
export interface StaffVisit extends PersonVisit {
  readonly staffRole: StaffRole
}

/** Who may use a route, and on which object: the return at `:id`, found through its owner. */
export type Who =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'employer' }
  | {
      readonly kind: 'own_return'
      readonly roles: readonly EmployerRole[]
      /** Where the network's people see the same of any return. */
      readonly networkAt?: string
    }
  | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] }
  /** Another system, with a token that may read this. Nobody is signed in, and no cookie is looked at. */
  | { readonly kind: 'token'; readonly scope: Scope }

/** A way in: no request is answered that is not among the routes, and none of them is without its `who`. */
export type Route = { readonly method: Method; readonly path: string } & (
  | { readonly who: { readonly kind: 'anyone' }; readonly run: Run<Visit> }
  | { readonly who: { readonly kind: 'signed_in' | 'employer' }; readonly run: Run<PersonVisit> }
  | { readonly who: Extract<Who, { kind: 'own_return' }>; readonly run: Run<ReturnVisit> }
  | { readonly who: Extract<Who, { kind: 'staff' }>; readonly run: Run<StaffVisit> }
  | { readonly who: Extract<Who, { kind: 'token' }>; readonly run: Run<Visit> }
)

type Run<V extends Visit> = (visit: V) => Promise<void> | void

/** For anybody, signed in or not. */
export const anyone = (method: Method, path: string, run: Run<Visit>): Route => ({
  method,
  path,
  who: { kind: 'anyone' },
  run,
})

/** For anybody who is signed in. */
export const signedIn = (method: Method, path: string, run: Run<PersonVisit>): Route => ({
  method,
  path,
  who: { kind: 'signed_in' },
  run,
})

/** For people of any employer; what they see they find through their memberships. */
export const employer = (method: Method, path: string, run: Run<PersonVisit>): Route => ({
  method,
  path,
  who: { kind: 'employer' },
  run,
})

const everyRole: readonly EmployerRole[] = ['preparer', 'contributor', 'signatory']

/** For people of the employer whose return is at `:id`: to everybody else it does not exist. */
export const ownReturn = (
  method: Method,
  path: string,
  run: Run<ReturnVisit>,
  roles: readonly EmployerRole[] = everyRole,
): Route => ({ method, path, who: { kind: 'own_return', roles }, run })

/** The same for looking at something that the network's people see on a page of their own, and are led to. */
export const ownReturnOrNetwork = (path: string, networkAt: string, run: Run<ReturnVisit>): Route => ({
  method: 'get',
  path,
  who: { kind: 'own_return', roles: everyRole, networkAt },
  run,
})

/** For the network's people with one of these roles; an admin has them all. */
export const staff = (roles: readonly StaffRole[], method: Method, path: string, run: Run<StaffVisit>): Route => ({
  method,
  path,
  who: { kind: 'staff', roles },
  run,
})

/** For other systems, whose token may read this. */
export const token = (scope: Scope, path: string, run: Run<Visit>): Route => ({
  method: 'get',
  path,
  who: { kind: 'token', scope },
  run,
})

/** Ways in for programs: they bring no session, and are met before there is one. */
export const isForPrograms = ({ path }: Pick<Route, 'path'>): boolean => path.startsWith('/api/')
