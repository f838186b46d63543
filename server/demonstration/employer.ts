import type { RegisteredOrganisation } from '../domain/survey/register'
import type { EmployerRole } from '../domain/people/roles'

/** Somebody of an employer: invented, like all of them. */
export interface Somebody {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly telephone: string
  readonly role: EmployerRole
}

/** A fictional employer, with its people. */
export interface Employer extends RegisteredOrganisation {
  readonly id: string
  readonly place: string
  readonly people: readonly Somebody[]
}
