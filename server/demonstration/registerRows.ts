import type { Employer } from './employer'
import { employers } from './employers'
import { admin, analyst, network, type Colleague } from './staff'

/** The register as rows. */
export const organisationRows = () =>
  employers.map(({ place: _place, people: _people, emailDomains, ...organisation }) => ({
    ...organisation,
    emailDomains: [...emailDomains],
  }))

const everybody = (of: readonly Employer[]) =>
  of.flatMap(({ id, people }) => people.map((each) => ({ ...each, at: id })))

/** The people of every employer, as rows. */
export const employerPeople = (passwordHash: string) =>
  everybody(employers).map(({ id, email, name, telephone }) => ({ id, email, name, telephone, passwordHash }))

/** The network's own people, as rows. */
export const staffPeople = (passwordHash: string) =>
  [network, analyst, admin].map((each: Colleague) => ({ ...each, passwordHash }))

/** What each of them may do, as rows. */
export const memberships = () =>
  everybody(employers).map(({ id, at, role }) => ({ personId: id, organisationId: at, role }))
