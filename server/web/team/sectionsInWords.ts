import type { GivenSection } from '../../db/assignments'
import type { Member } from '../../db/team'

/** Which sections a member sees: a contributor those they were given, by their letters; the others all. */
export function sectionsInWords({ id, role }: Member, given: readonly GivenSection[]): string {
  if (role !== 'contributor') return 'All'
  const letters = [
    ...new Set(given.filter(({ personId }) => personId === id).map(({ section }) => section.toUpperCase())),
  ]
  return letters.length === 0 ? 'None yet' : letters.sort().join(', ')
}
