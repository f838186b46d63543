import { askedWhen } from '../../domain/reading/askedWhen'
import type { Condition } from '../../domain/survey/expression'
import type { Sheet } from '../../domain/survey/sheet'

/** When something is asked, where that is not always: "Only if “Did you employ any AMHPs?” is “Yes”." */
export function askedWords(when: Condition | undefined, { definition }: Sheet): string | undefined {
  if (!when) return undefined
  const words = askedWhen(when, definition)
  return words === undefined ? 'Only if your other answers lead to it.' : `Only if ${words}.`
}
