import type { Figure, Mark } from '../disclosure/figure'
import type { TallyCounts } from '../disclosure/tallyTables'
import { canonical } from './canonical'
import type { Member } from './member'
import type { Release } from './release'

/** Who put something into an indicator or a tally, and for which groups it is told. */
export interface Contributors {
  readonly code: string
  readonly submissions: readonly string[]
  readonly groups: readonly string[]
}

/** All that is in a release. */
export interface Content {
  readonly members: readonly Member[]
  readonly figures: readonly Figure[]
  readonly contributors: readonly Contributors[]
  readonly tallies: readonly TallyCounts[]
  readonly marks: readonly Mark[]
}

/** What is sealed besides the content: what a release says of itself. */
export type Sealed = Pick<Release, 'number' | 'kind' | 'definition' | 'parameters' | 'methods' | 'changed'>

/** All of a release in one writing, part by part, each in the order of its letters: what its hash is of. */
export function* writing(release: Sealed, content: Content): Generator<string> {
  const { number, kind, definition, parameters, methods, changed } = release
  yield canonical({ number, kind, definition, parameters, methods, changed })
  const { members, figures, contributors, tallies, marks } = content
  for (const part of [members, figures, tallies, marks]) yield* part.map(canonical).sort()
  yield* contributors.map(({ code, submissions, groups }) => `${code}: ${submissions.join()}; ${groups.join()}`).sort()
}
