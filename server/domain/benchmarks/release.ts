import type { Methods } from './methods'

/** Made before the cutoff, for those who were early; or after it. */
export type ReleaseKind = 'provisional' | 'final'

/** Anything final waits so long for what was under way at the cutoff, in milliseconds (contract, "The clock"). */
const WAIT = 60_000

/** What a release made at a moment is; for the minute after the cutoff there can be none. */
export function releaseKindAt(cutoffAt: Date, now: Date): ReleaseKind | 'too_early' {
  if (now < cutoffAt) return 'provisional'
  return now.getTime() > finalFrom(cutoffAt).getTime() ? 'final' : 'too_early'
}

/** The moment after which a release is final. */
export const finalFrom = (cutoffAt: Date): Date => new Date(cutoffAt.getTime() + WAIT)

/** How a release differs from the one published before it: counts of returns, no names. */
export interface Changed {
  /** The number of that release; null where this is the first. */
  readonly since: number | null
  readonly added: number
  readonly replaced: number
  readonly gone: number
  readonly same: number
  /** Groups of which an indicator was told before and cannot be told anew: too few organisations have changed. */
  readonly keptBack: number
  /** The same in sentences. */
  readonly says: readonly string[]
}

/** One release, without its figures. */
export interface Release {
  readonly id: string
  readonly number: number
  readonly kind: ReleaseKind
  readonly definition: string
  /** What the gate was told. */
  readonly parameters: Readonly<Record<string, number>>
  readonly methods: Methods
  readonly changed: Changed
  readonly hash: string
  readonly basis: string
  readonly decidedAt: Date
  /** Null while the network alone sees it. */
  readonly publishedAt: Date | null
}

/** Which submission of each return is in a release. */
export type Submissions = ReadonlyMap<string, string>

interface Before {
  readonly number: number
  readonly submissions: Submissions
}

/** What has changed since the release before, in counts and in words. */
export function changedSince(before: Before | undefined, now: Submissions, keptBack: number): Changed {
  if (!before) {
    return {
      since: null,
      added: now.size,
      replaced: 0,
      gone: 0,
      same: 0,
      keptBack: 0,
      says: ['This is the first release.'],
    }
  }
  const then = before.submissions
  const added = [...now.keys()].filter((id) => !then.has(id)).length
  const gone = [...then.keys()].filter((id) => !now.has(id)).length
  const same = [...now].filter(([id, submission]) => then.get(id) === submission).length
  const counts = { added, replaced: now.size - added - same, gone, same }
  return { since: before.number, ...counts, keptBack, says: sentences(before.number, counts, keptBack) }
}

const returnsAre = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 return ${one}.` : `${count} returns ${many}.`]

function sentences(
  since: number,
  { added, replaced, gone, same }: Pick<Changed, 'added' | 'replaced' | 'gone' | 'same'>,
  keptBack: number,
): string[] {
  return [
    ...(added + replaced + gone === 0 ? [`The returns are the same as in release ${since}.`] : []),
    ...returnsAre(added, `is new since release ${since}`, `are new since release ${since}`),
    ...returnsAre(replaced, 'has been submitted again', 'have been submitted again'),
    ...returnsAre(gone, 'has been taken out', 'have been taken out'),
    ...(added + replaced + gone === 0 ? [] : returnsAre(same, 'is the same', 'are the same')),
    ...(keptBack === 0
      ? []
      : [
          `${keptBack === 1 ? 'For 1 group an indicator is' : `For ${keptBack} groups an indicator is`} not told anew: beside an earlier release it would say too much of the few organisations that have changed. What the earlier release says still stands.`,
        ]),
  ]
}
