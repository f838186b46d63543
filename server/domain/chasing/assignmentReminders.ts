import { daysLater, londonInstant } from '../collections/calendar'
import { sectionPhase, type Openness } from '../collections/opening'
import { isOutstanding, type ReturnStatus } from '../returns/lifecycle'
import type { SectionStatus } from '../survey/progress'

/** How many days before the day a colleague was given they are reminded: three days before, and on the day. */
const DAYS_BEFORE = [3, 0] as const

/** The hour in London at which reminders are due. */
const HOUR = 9

/** A section given to somebody, with all that decides whether they are reminded of it. */
export interface ChasedAssignment {
  readonly returnId: string
  readonly personId: string
  readonly section: string
  /** A London date, YYYY-MM-DD. */
  readonly dueOn: string
  readonly assignedAt: Date
  /** How far the section has got; undefined while nobody has saved it. */
  readonly progress: SectionStatus | undefined
  readonly status: ReturnStatus
  readonly openness: Openness
}

export interface DueAssignmentReminder {
  readonly returnId: string
  readonly personId: string
  /** One for each return, day given and reminder; its reader is added. */
  readonly key: string
  readonly dueOn: string
  readonly sections: readonly string[]
}

const isDone = ({ progress }: ChasedAssignment): boolean =>
  progress === 'complete' || progress === 'complete_with_warnings' || progress === 'not_applicable'

/**
 * What should have gone by now to those who were given sections: one letter for all of a person's sections of a return
 * that are wanted on the same day. Never for a moment before the section was given, and only the latest reminder of the
 * two, up to the end of the day after: later it helps nobody.
 */
export function assignmentRemindersDue(assignments: readonly ChasedAssignment[], now: Date): DueAssignmentReminder[] {
  const due = new Map<string, DueAssignmentReminder>()
  for (const assignment of assignments) {
    const daysBefore = reminderNow(assignment, now)
    if (daysBefore === undefined) continue
    const { returnId, personId, dueOn, section } = assignment
    const key = `assignment:${returnId}:${dueOn}:${daysBefore}`
    const before = due.get(`${key}:${personId}`)
    due.set(`${key}:${personId}`, { returnId, personId, key, dueOn, sections: [...(before?.sections ?? []), section] })
  }
  return [...due.values()]
}

function reminderNow(assignment: ChasedAssignment, now: Date): number | undefined {
  const { status, openness, section, dueOn, assignedAt } = assignment
  if (isDone(assignment) || !isOutstanding(status) || status === 'awaiting_signature') return undefined
  if (sectionPhase(openness, section, now) !== 'open' || now >= londonInstant(daysLater(dueOn, 2))) return undefined
  return DAYS_BEFORE.findLast((daysBefore) => {
    const at = londonInstant(daysLater(dueOn, -daysBefore), HOUR)
    return at > assignedAt && at <= now
  })
}
