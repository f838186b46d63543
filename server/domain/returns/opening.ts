import { cutoffInWords, dayInWords, endOfDay, londonInstant } from '../collections/calendar'
import type { Openness, OpeningKind } from '../collections/opening'
import type { StaffRole } from '../people/roles'
import type { SurveyDefinition } from '../survey/definition'
import { rule, statuses, type Refusal, type ReturnStatus } from './lifecycle'
import { standingOfReturn } from './standing'

interface Judged {
  readonly status: ReturnStatus
  readonly openness: Openness
  readonly now: Date
}

interface Wanted {
  readonly kind: OpeningKind
  /** London date, YYYY-MM-DD: that whole day counts. */
  readonly untilDay: string
  readonly by: StaffRole
}

export type OpeningRuling =
  { readonly ok: true; readonly to: ReturnStatus } | { readonly ok: false; readonly because: Refusal | 'too_early' }

/** May a return be opened until the end of a day, and what is it then? More time must be more than everybody has. */
export function judgeOpening(
  { kind, untilDay, by }: Wanted,
  found: Judged,
  definition: SurveyDefinition,
): OpeningRuling {
  const deed = kind === 'extension' ? 'extend' : 'reopen'
  const ruling = rule(deed, standingOfReturn(found, definition), by)
  if (!ruling.ok) return ruling
  const untilAt = endOfDay(untilDay)
  const isTooEarly = untilAt <= found.now || (kind === 'extension' && untilAt <= found.openness.cutoffAt)
  if (isTooEarly) return { ok: false, because: 'too_early' }
  return { ok: true, to: kind === 'reopening' ? ruling.to : found.status }
}

/** Which kind of opening gives an employer what it asks for: where a submission stands, only a reopening does. */
export const openingKindFor = ({ openness, status }: Pick<Judged, 'openness' | 'status'>): OpeningKind =>
  openness.standingSince !== null || status === 'submitted' || status === 'nil' ? 'reopening' : 'extension'

/** Why a day will not do. */
export const tooEarlyWords = (untilDay: string, { openness, now }: Judged): string =>
  endOfDay(untilDay) > now
    ? `Everybody has until ${cutoffInWords(openness.cutoffAt)} already. Choose a later day.`
    : `${dayInWords(londonInstant(untilDay))} is over. Choose today or a later day.`

/** Why a return cannot be opened. */
export function notOpenedWords(kind: OpeningKind, { status, openness }: Judged, because: Refusal): string {
  if (because === 'not_yet_open') return 'Its collection has not opened yet.'
  if (because === 'not_yours_to_do') return 'Only an administrator can do this.'
  const state = `Its state is “${statuses[status]}”.`
  return kind === 'extension' && openness.standingSince !== null ? `${state} Reopen it instead.` : state
}
