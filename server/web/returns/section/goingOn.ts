import { atlasOf } from '../../../domain/survey/places'
import type { Typed } from '../../../domain/survey/readSection'
import type { Filling } from './filling'
import { unexplained } from './interruptionPage'
import type { Onwards } from './sectionPage'

/** Where somebody goes from a section: to the next, to the list of sections, or back to where they were. */
export const after = ({ action, tasks, next }: Onwards, then: string | undefined): string =>
  then === 'next' ? (next?.href ?? tasks) : action

/** Where a save leads: to the table that was filled, to what must be explained, to what cannot be so, or on. */
export function goingOn(page: Onwards, filling: Pick<Filling, 'check' | 'sheet'>, typed: Typed): string {
  const filled = atlasOf(filling.sheet.definition).question(String(typed['zero-fill'] ?? typed['still-correct']))
  if (filled) return `${page.action}#${filled.question.code}`
  const then = typed.then === 'next' ? 'next' : undefined
  if (unexplained(filling).length > 0) return `${page.action}?saved=1${then ? '&then=next' : ''}`
  return filling.check.progress.hard > 0 ? page.action : after(page, then)
}
