/** What an administrator can do to the register, the people, the dates and the keys. */
export type RegisterEventKind =
  | 'organisation_added'
  | 'organisation_changed'
  | 'person_added'
  | 'person_changed'
  | 'second_factor_removed'
  | 'dates_changed'
  | 'token_made'
  | 'token_revoked'
  | 'clock_moved'

/** One thing that became another. */
export interface Difference {
  readonly what: string
  readonly was: string
  readonly became: string
}

export interface RegisterDetail {
  readonly changes?: readonly Difference[]
  readonly reason?: string
}

const did: Readonly<Record<RegisterEventKind, (about: string) => string>> = {
  organisation_added: (about) => `added the organisation ${about}`,
  organisation_changed: (about) => `changed what the register says of ${about}`,
  person_added: (about) => `added ${about}`,
  person_changed: (about) => `changed who ${about} is, or what they may do`,
  second_factor_removed: (about) => `removed the two-factor sign-in of ${about}`,
  dates_changed: (about) => `changed the dates of ${about}`,
  token_made: (about) => `made the token “${about}”`,
  token_revoked: (about) => `revoked the token “${about}”`,
  clock_moved: (about) => `moved the clock of this demonstration to ${about}`,
}

/** What was done, as it follows the name of who did it, and what became of what, and why. */
export const registerEventWords = (
  kind: RegisterEventKind,
  about: string,
  { changes = [], reason }: RegisterDetail,
) => ({
  did: did[kind](about),
  more: [
    ...changes.map(({ what, was, became }) => `${what}: ${told(was)} became ${told(became)}.`),
    ...(reason === undefined ? [] : [reason]),
  ],
})

const told = (value: string): string => (value === '' ? 'nothing' : `“${value}”`)

/** What differs between two tellings of the same thing, by what each part is called. */
export const differencesOf = <T extends object>(
  was: T,
  became: T,
  called: Readonly<Partial<Record<keyof T, string>>>,
): Difference[] =>
  (Object.keys(called) as (keyof T)[]).flatMap((key) => {
    const [before, after] = [inWords(was[key]), inWords(became[key])]
    return before === after ? [] : [{ what: called[key] ?? String(key), was: before, became: after }]
  })

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
