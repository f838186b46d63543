import { questionsOf, type SurveyDefinition } from '../survey/definition'
import { entriesIn } from '../survey/places'
import { valueCell } from '../survey/cells'
import type { Changes } from '../survey/readSection'

/** The highest number each list has used after some changes: a number is never used again, even when it was cleared. */
export function entriesAfter(
  used: Readonly<Record<string, number>>,
  definition: SurveyDefinition,
  changes: Changes,
): Readonly<Record<string, number>> {
  const written = Object.fromEntries(Object.keys(changes).map((address) => [address, valueCell(true)]))
  const now = questionsOf(definition)
    .filter(({ shape }) => shape === 'list')
    .map((question) => [question.code, Math.max(used[question.code] ?? 0, ...entriesIn(question, written))] as const)
    .filter(([, highest]) => highest > 0)
  return { ...used, ...Object.fromEntries(now) }
}
