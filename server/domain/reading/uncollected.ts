import { reasons, type Reason } from '../survey/cells'
import type { Section } from '../survey/definition'
import type { Place } from '../survey/places'
import { placesToAnswer } from '../survey/progress'
import type { Sheet } from '../survey/sheet'

/** A question of which something is not collected, and why. */
export interface Uncollected {
  /** The letter of its section. */
  readonly section: string
  readonly label: string
  readonly why: string
}

/** All that is not collected in a section, question by question and reason by reason. */
export function uncollectedIn(section: Section, sheet: Sheet): Uncollected[] {
  const places = placesToAnswer(section, sheet)
  return section.questions.flatMap((question) => {
    const boxes = places.filter((place) => place.question === question)
    return reasonsIn(boxes, sheet).map(({ reason, count }) => ({
      section: section.code.toUpperCase(),
      label: question.label,
      why: count === boxes.length ? reasons[reason] : `${reasons[reason]} (${count} of ${boxes.length} boxes)`,
    }))
  })
}

function reasonsIn(places: readonly Place[], { cells }: Sheet): { reason: Reason; count: number }[] {
  const counts = new Map<Reason, number>()
  for (const { address } of places) {
    const cell = cells[address]
    if (cell?.state === 'not_collected') counts.set(cell.reason, (counts.get(cell.reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => ({ reason, count }))
}
