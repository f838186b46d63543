import type { Opening } from '../collections/opening'

/**
 * Whether something decided after the cutoff was decided while an opening, granted before it, held: of this section, or of
 * any where none is named.
 */
export const openThen = (openings: readonly Opening[], section: string | undefined, decidedAt: Date): boolean =>
  openings.some(
    (opening) =>
      opening.decidedAt <= decidedAt &&
      decidedAt < opening.untilAt &&
      (section === undefined || opening.sections === null || opening.sections.includes(section)),
  )
