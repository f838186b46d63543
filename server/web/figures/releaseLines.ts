import type { FoundRelease } from '../../db/releases'
import { momentInWords } from '../../domain/collections/calendar'

/** One release in the list of those there are. */
export interface ReleaseLine {
  readonly name: string
  readonly href: string
  readonly isShown: boolean
  readonly made: string
  readonly state: string
  readonly changed: string
  readonly hash: string
  /** Where it is sent to let employers see it; nothing where they do, or where a later one has taken its place. */
  readonly publish: string | undefined
}

/** The releases of a collection, the latest first, with what may be done with each. */
export function releaseLines(
  path: string,
  releases: readonly FoundRelease[],
  shown: number | undefined,
): ReleaseLine[] {
  const latest = releases[0]?.number
  return releases.map((release) => ({
    name: releaseName(release),
    href: `${path}/figures?release=${release.number}`,
    isShown: release.number === shown,
    made: `${momentInWords(release.decidedAt)}, by ${release.madeByName}`,
    state: stateOf(release, latest),
    changed: release.changed.says.join(' '),
    hash: release.hash,
    publish:
      release.publishedAt === null && release.number === latest
        ? `${path}/releases/${release.number}/publication`
        : undefined,
  }))
}

/** What a release is called. */
export const releaseName = ({ number, kind }: Pick<FoundRelease, 'number' | 'kind'>): string =>
  `${kind === 'provisional' ? 'Provisional release' : 'Release'} ${number}`

function stateOf({ publishedAt, publishedByName, number }: FoundRelease, latest: number | undefined): string {
  if (publishedAt === null) return number === latest ? 'Kept back: employers do not see it' : 'Never published'
  const by = publishedByName === null ? '' : `, by ${publishedByName}`
  return `Employers see it since ${momentInWords(publishedAt)}${by}`
}
