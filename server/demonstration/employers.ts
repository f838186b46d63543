import type { EmployerRole } from '../domain/people/roles'
import { chanceOf, nth } from './chance'
import type { Employer, Somebody } from './employer'
import { idOf } from './identity'
import { personNames } from './personNames'
import { joinedSince2019, registeredEmployers, type RegisteredEmployer } from './registerOfEmployers'

/** One small provider has a single person, who signs alone (rule Q02). */
const ALONE = 'V9002'
/** The trust of the contract has a contributor, who enters one section only. */
const WITH_CONTRIBUTOR = 'T80'

function rolesAt(code: string): readonly EmployerRole[] {
  if (code === ALONE) return ['preparer']
  return code === WITH_CONTRIBUTOR ? ['preparer', 'contributor', 'signatory'] : ['preparer', 'signatory']
}

/** A number nobody has: Ofcom keeps 01632 960000 to 960999 for invention. */
export const telephoneOf = (email: string): string =>
  `01632 960 ${String(chanceOf('telephone', email).whole(0, 999)).padStart(3, '0')}`

function somebody(role: EmployerRole, domain: string, name: string): Somebody {
  const email = `${role}@${domain}`
  return { id: idOf('person', email), email, name, telephone: telephoneOf(email), role }
}

/** Three names are set aside for each employer; most need two. */
const staffed = (employer: RegisteredEmployer, at: number): Employer => ({
  ...employer,
  people: rolesAt(employer.code).map((role, index) =>
    somebody(role, nth(employer.emailDomains, 0), nth(personNames, at * 3 + index)),
  ),
})

/** Every employer invited in 2019, with its people. */
export const employers: readonly Employer[] = registeredEmployers.map(staffed)

/** Every employer asked in 2022: those, and what came since. */
export const employersIn2022: readonly Employer[] = [
  ...employers,
  ...joinedSince2019.map((employer, at) => staffed(employer, employers.length + at)),
]

const byCode = new Map(employersIn2022.map((employer) => [employer.code, employer]))

/** The employer with this code. */
export function employerCoded(code: string): Employer {
  const found = byCode.get(code)
  if (!found) throw new Error(`No employer of the demonstration has the code '${code}'`)
  return found
}

/** Whoever has this role at an employer, or, where it has one person only, that person. */
export const personWith = ({ people }: Employer, role: EmployerRole): Somebody =>
  people.find((each) => each.role === role) ?? nth(people, 0)
