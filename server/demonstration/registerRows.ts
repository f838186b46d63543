import type { Employer } from './employer'
import { comesBack, writtenAt } from './writingToMany'
import { admin, analyst, network, type Colleague } from './staff'

/** The register as rows. */
export const organisationRows = (employers: readonly Employer[]) =>
  employers.map(({ place: _place, people: _people, emailDomains, ...organisation }) => ({
    ...organisation,
    emailDomains: [...emailDomains],
  }))

const everybody = (of: readonly Employer[]) =>
  of.flatMap(({ id, people }) => people.map((each) => ({ ...each, at: id })))

/** The people of every employer, as rows. */
export const employerPeople = (employers: readonly Employer[], passwordHash: string, now: Date) =>
  employers.flatMap((employer) =>
    employer.people.map(({ id, email, name, telephone, role }) => {
      const back = role === 'preparer' ? comesBack(employer, now) : undefined
      const bouncing =
        back === undefined
          ? { bouncingSince: null, bounceReason: null }
          : { bouncingSince: writtenAt, bounceReason: `It came back: ${back}` }
      return { id, email, name, telephone, passwordHash, ...bouncing }
    }),
  )

/** The network's own people, as rows. */
export const staffPeople = (passwordHash: string) =>
  [network, analyst, admin].map((each: Colleague) => ({ ...each, passwordHash }))

/** What each of them may do, as rows. */
export const memberships = (employers: readonly Employer[]) =>
  everybody(employers).map(({ id, at, role }) => ({ personId: id, organisationId: at, role }))
