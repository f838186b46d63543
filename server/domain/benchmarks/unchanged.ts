import type { EarlierGroup } from '../disclosure/contributor'

/** Somebody who contributes by a submission: the same organisation may have made several. */
interface Made {
  readonly submission: string
}

/** For each submission the one that stands for it: the first of its organisation that says the same. */
export type StandsFor = ReadonlyMap<string, string>

/**
 * Of one indicator, a submission that says the same as another of the same organisation is the same: were it counted as a
 * change, five that change nothing would hide the one that does, and whoever took a total from the one before would have it.
 */
export function standsFor<M extends Made>(
  members: readonly M[],
  organisationOf: (member: M) => string,
  saidBy: (member: M) => string,
): StandsFor {
  const first = new Map<string, string>()
  return new Map(
    members.map((member) => {
      const said = `${organisationOf(member)}: ${saidBy(member)}`
      const standing = first.get(said) ?? member.submission
      first.set(said, standing)
      return [member.submission, standing]
    }),
  )
}

/** What earlier releases told, by the submissions that stand for those they were made of. */
export const asNow = (earlier: readonly EarlierGroup[], stands: StandsFor): EarlierGroup[] =>
  earlier.map((each) => ({
    ...each,
    submissions: standing(each.submissions, stands),
    ...(each.named && { named: standing(each.named, stands) }),
  }))

const standing = (submissions: ReadonlySet<string>, stands: StandsFor): ReadonlySet<string> =>
  new Set([...submissions].map((submission) => stands.get(submission) ?? submission))

/** Those of the past for whom none that stands now stands. */
export const goneOf = <M extends Made>(past: readonly M[], stands: StandsFor): M[] =>
  past.filter(({ submission }) => stands.get(submission) === submission)

/** Those whose submissions stand, and those whose do not any more. */
export const parted = <M extends Made>(all: readonly M[], past: ReadonlySet<string>): [M[], M[]] => [
  all.filter(({ submission }) => !past.has(submission)),
  all.filter(({ submission }) => past.has(submission)),
]
