import type { FoundReturn } from '../../db/foundReturn'
import { hourAndMinute, londonDay, shortDayInWords } from '../../domain/collections/calendar'

/** How things stand, for the top right of a page. */
export interface StateLine {
  readonly kind: 'saved' | 'explain' | 'cannot' | 'missing' | 'locked' | 'plain'
  readonly text: string
}

/** "14:02" today, "24 Jan 2020, 14:02" on another day. */
export const whenSaved = (at: Date, now: Date): string =>
  londonDay(at) === londonDay(now) ? hourAndMinute(at) : `${shortDayInWords(at)}, ${hourAndMinute(at)}`

/** When a return was last saved, for the corner of its pages. */
export const savedState = ({ lastSavedAt, now }: Pick<FoundReturn, 'lastSavedAt' | 'now'>): StateLine =>
  lastSavedAt
    ? { kind: 'saved', text: `Saved ${whenSaved(lastSavedAt, now)}` }
    : { kind: 'plain', text: 'Nothing saved yet' }
