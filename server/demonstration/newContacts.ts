import { londonInstant } from '../domain/collections/calendar'
import { nth } from './chance'
import { collection } from './collection'
import type { Employer, Somebody } from './employer'
import { employers, personWith, telephoneOf } from './employers'
import { idOf } from './identity'
import { personNames } from './personNames'
import { admin } from './staff'
import { storyOf } from './telling/story'

/** When the network entered whoever prepares these returns now: after the reminders of that morning had gone. */
const namedAt = new Date(londonInstant('2020-01-27', 9).getTime() + 2 * 60_000)

/** Trusts that have not opened their return: whoever had the letters has left, and somebody else has been named. */
const renamed = employers.filter(
  (employer) => employer.type === 'nhs_trust' && !storyOf(employer, false).opened && !storyOf(employer, false).setAside,
)

/** The third of the names set aside for an employer, with the address of a team. */
function leaverFrom(employer: Employer): Somebody {
  const email = `workforce@${nth(employer.emailDomains, 0)}`
  const name = nth(personNames, employers.indexOf(employer) * 3 + 2)
  return { id: idOf('person', email), email, name, telephone: telephoneOf(email), role: 'preparer' }
}

const leavers: ReadonlyMap<string, Somebody> = new Map(renamed.map((employer) => [employer.code, leaverFrom(employer)]))

/** Who prepared this employer's returns until this morning; undefined where that is who still does. */
export const leaverOf = ({ code }: Pick<Employer, 'code'>, now: Date): Somebody | undefined =>
  now < collection.cutoffAt ? leavers.get(code) : undefined

/** Everybody who has left, as rows. */
export const leaverRows = (passwordHash: string, now: Date) =>
  renamed
    .map((employer) => leaverOf(employer, now))
    .filter((leaver) => leaver !== undefined)
    .map(({ role: _role, ...leaver }) => ({ ...leaver, passwordHash }))

/** Those of an employer to whom every letter before this morning's change went. */
export function peopleBefore(employer: Employer, now: Date): readonly Somebody[] {
  const leaver = leaverOf(employer, now)
  return leaver ? [leaver, ...employer.people.filter(({ role }) => role !== 'preparer')] : employer.people
}

/** What the administrator did when somebody else had been named, as rows. */
export const namingRows = (now: Date) =>
  renamed.flatMap((employer) => {
    const leaver = leaverOf(employer, now)
    if (!leaver) return []
    const added = { reason: `preparer for ${employer.name}` }
    const left = { changes: [{ what: `Role for ${employer.code}`, was: 'preparer', became: '' }] }
    return [
      event('person_added', personWith(employer, 'preparer').name, added),
      event('person_changed', leaver.name, left),
    ]
  })

const event = (kind: 'person_added' | 'person_changed', about: string, detail: object) => ({
  ...{ kind, about, detail: JSON.stringify(detail) },
  ...{ personId: admin.id, decidedAt: namedAt },
})
