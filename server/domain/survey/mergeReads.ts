import { mergeChanges, type ChangeSince, type Merged } from './conflicts'
import type { Section } from './definition'
import { explanationChanges } from './explaining'
import type { Changes, SectionRead } from './readSection'
import type { Sheet } from './sheet'

interface Merging {
  /** Sections as they were read: one of a page, any number of a workbook. */
  readonly reads: readonly { readonly section: Section; readonly read: SectionRead }[]
  /** What others have changed since the page or the workbook was drawn. */
  readonly since: readonly ChangeSince[]
  /** The return as it is kept. */
  readonly before: Sheet
  /** The cells as kept, without what the network prefilled. */
  readonly kept: Sheet['cells']
}

/**
 * All that some sections would change, merged with what others have changed since. Explanations are judged once the
 * figures of all the sections are known, for a rule may read several.
 */
export function mergeReads({ reads, since, before, kept }: Merging): Merged {
  const figures = together(reads.map(({ read }) => read.changes))
  const { changes } = mergeChanges(figures, since, kept)
  const explained = reads.map(({ section, read }) =>
    explanationChanges({ section, sheetBefore: before, changes, said: read.explanations }),
  )
  return mergeChanges(together([figures, ...explained]), since, kept)
}

const together = (all: readonly Changes[]): Changes => Object.fromEntries(all.flatMap((each) => Object.entries(each)))
