import { isOptionalSection } from '../../domain/survey/essential'
import type { SectionCheck } from '../../domain/survey/progress'
import type { Sheet } from '../../domain/survey/sheet'
import { counted } from '../../domain/reading/counted'
import { remainingWords, totalsOf } from './section/totals'
import type { StateLine } from './stateWords'

/** How far a section has got, in words, and which of the marks of the task list goes with them. */
export interface SectionWords {
  readonly mark: 'complete' | 'progress' | 'start' | 'missing' | 'explain' | 'cannot' | 'none'
  readonly text: string
}

/** Whether nobody has begun a section in which nothing has to be answered. */
export const isLeftEmpty = ({ section, progress }: SectionCheck, { register }: Sheet): boolean =>
  progress.status === 'not_started' && isOptionalSection(section, register)

/** How a section stands in the list of sections, in words. */
export function sectionWords(check: SectionCheck, sheet: Sheet): SectionWords {
  const { status, required, answered, hard, soft, explained } = check.progress
  const left = required - answered
  switch (status) {
    case 'not_applicable':
      return { mark: 'none', text: 'Not asked' }
    case 'not_started':
      return { mark: 'start', text: isLeftEmpty(check, sheet) ? 'Optional, nothing given' : 'Not started' }
    case 'complete':
      return { mark: 'complete', text: 'Complete' }
    case 'complete_with_warnings':
      return explained === soft
        ? { mark: 'complete', text: `Complete, ${explained} explained` }
        : { mark: 'explain', text: `${counted(soft - explained, 'figure')} to explain` }
    case 'in_progress':
      return left > 0 ? { mark: 'progress', text: leftWords(left, hard) } : wrongWords(check, sheet)
  }
}

const leftWords = (left: number, hard: number): string =>
  hard > 0 ? `In progress, ${left} left, ${hard} to put right` : `In progress, ${left} left`

/** Where the difference of one total is all that is wrong, the difference itself. */
function wrongWords({ section, broken, progress }: SectionCheck, sheet: Sheet): SectionWords {
  const totals = section.questions.map((question) => totalsOf(question, section, sheet))
  const adding = new Set(totals.flat().flatMap((total) => total.adding?.rule ?? []))
  const hard = broken.filter(({ rule }) => rule.level === 'hard')
  const remaining = totals.map(remainingWords).filter((each) => each && !each.isNothing)
  const [only] = remaining
  const isAllThereIs = hard.length === progress.hard && hard.every(({ rule }) => adding.has(rule.code))
  return isAllThereIs && only && remaining.length === 1
    ? { mark: 'missing', text: only.says }
    : { mark: 'cannot', text: `${counted(progress.hard, 'figure')} to put right` }
}

/** What is left to do in a section, for the top right of its page. */
export function leftToDo({ progress }: SectionCheck): StateLine[] {
  const { required, answered, hard, soft, explained } = progress
  return [
    ...(required > answered ? [{ kind: 'missing', text: `${required - answered} left` } as const] : []),
    ...(hard > 0 ? [{ kind: 'cannot', text: `${hard} to put right` } as const] : []),
    ...(soft > explained ? [{ kind: 'explain', text: `${soft - explained} to explain` } as const] : []),
  ]
}
