import { reasons } from '../../domain/survey/cells'
import { placesToAnswer, sectionsToFill } from '../../domain/survey/progress'
import type { Sheet } from '../../domain/survey/sheet'
import { counted } from './counted'

/** A question of which something is not collected, and why. */
export interface Uncollected {
  readonly section: string
  readonly label: string
  readonly why: string
}

/** All that is not collected, question by question and reason by reason; of some sections only, where they are named. */
export function uncollectedIn(sheet: Sheet, sections: readonly string[] | null = null): Uncollected[] {
  const found = new Map<
    string,
    { section: string; label: string; reason: keyof typeof reasons; boxes: number; of: number }
  >()
  for (const section of sectionsToFill(sheet).filter(({ code }) => sections?.includes(code) ?? true)) {
    const places = placesToAnswer(section, sheet)
    for (const { address, question } of places) {
      const cell = sheet.cells[address]
      if (cell?.state !== 'not_collected') continue
      const key = `${question.code} ${cell.reason}`
      const of = places.filter((place) => place.question === question).length
      const boxes = (found.get(key)?.boxes ?? 0) + 1
      found.set(key, { section: section.code.toUpperCase(), label: question.label, reason: cell.reason, boxes, of })
    }
  }
  return [...found.values()].map(({ section, label, reason, boxes, of }) => ({
    section,
    label,
    why: boxes === of ? reasons[reason] : `${reasons[reason]} (${counted(boxes, 'box', 'boxes')} of ${of})`,
  }))
}
