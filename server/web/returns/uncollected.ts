import { uncollectedIn as uncollectedOf, type Uncollected } from '../../domain/reading/uncollected'
import { sectionsToFill } from '../../domain/survey/progress'
import type { Sheet } from '../../domain/survey/sheet'

/** All that is not collected, question by question and reason by reason; of some sections only, where they are named. */
export const uncollectedIn = (sheet: Sheet, sections: readonly string[] | null = null): Uncollected[] =>
  sectionsToFill(sheet)
    .filter(({ code }) => sections?.includes(code) ?? true)
    .flatMap((section) => uncollectedOf(section, sheet))
