import type { OwnReturn } from '../../db/foundReturn'
import { hasEssentials } from '../../domain/survey/essential'
import type { Sheet } from '../../domain/survey/sheet'
import { mayDo } from './nextStep'
import { onlyOpen } from './openWords'

/** The press by which a preparer chooses how much to answer. */
export interface Essentials {
  readonly action: string
  /** What is sent: 'yes' for the essential questions only. */
  readonly only: 'yes' | 'no'
  readonly says: string
  readonly button: string
}

/** Where the survey says which of its questions are essential, and this person may choose now. */
export function essentialsOf(found: OwnReturn, sheet: Sheet): Essentials | undefined {
  if (!hasEssentials(sheet.definition) || !mayDo('choose_questions', found, sheet)) return undefined
  // Who was given a few sections back has no choice left about the others.
  if (onlyOpen(found, sheet.definition)) return undefined
  const action = `/returns/${found.id}/essential-only`
  return found.essentialOnly
    ? {
        action,
        only: 'no',
        says: 'You have chosen to answer the essential questions only. What you answer beyond them counts too.',
        button: 'Answer every question after all',
      }
    : {
        action,
        only: 'yes',
        says: 'Short of time? You can answer the essential questions only, which takes about 20 minutes. All others become optional. You can change your mind until the return is submitted.',
        button: 'Answer the essential questions only',
      }
}
