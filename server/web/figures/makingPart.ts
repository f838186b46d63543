import type { FoundCollection } from '../../db/collections'
import { cutoffInWords } from '../../domain/collections/calendar'
import { releaseKindAt } from '../../domain/benchmarks/release'
import { counted } from '../../domain/reading/counted'

/** What will happen when a release is made. */
export interface MakingPart {
  readonly action: string
  readonly says: readonly string[]
}

/** What making a release now would mean, from so many returns that stand submitted. */
export function makingPart({ code, cutoffAt, now }: FoundCollection, standing: number): MakingPart {
  const kind = releaseKindAt(cutoffAt, now)
  const returns = counted(standing, 'return that has been submitted', 'returns that have been submitted')
  return {
    action: `/network/collections/${code}/releases`,
    says: [
      kind === 'provisional'
        ? `The collection closes at ${cutoffInWords(cutoffAt)}: until then a release is provisional, and says so wherever it is shown.`
        : `The collection closed at ${cutoffInWords(cutoffAt)}: the release is final, until returns are reopened and submitted again.`,
      `It is reckoned from the ${returns}, and never changes. Figures that would give an organisation away are withheld, each with its reason.`,
      'Unless you keep it back, employers see it at once. It takes a few seconds, a minute at most; you may leave this page meanwhile.',
    ],
  }
}
