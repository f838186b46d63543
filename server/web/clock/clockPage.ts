import {
  cutoffInWords,
  daysLater,
  hourAndMinute,
  lastDay,
  londonDay,
  momentInWords,
  shortDayInWords,
} from '../../domain/collections/calendar'
import type { Page } from '../chrome'
import { problemAt, summaryOf, type Typed } from '../forms'
import type { Problem } from '../../domain/survey/readSection'

export interface ClockPage extends Page {
  readonly now: string
  readonly to: string
  readonly toProblem: { readonly text: string } | undefined
  readonly presets: readonly { readonly value: string; readonly text: string; readonly about: string }[]
}

interface Preset {
  readonly text: string
  /** Days from the last day of the collection. */
  readonly days: number
  readonly time: string
}

const presets: readonly Preset[] = [
  { text: 'Two weeks before the close', days: -14, time: '09:05' },
  { text: 'A week before', days: -7, time: '09:05' },
  { text: 'The day before, at 9am', days: -1, time: '09:00' },
  { text: 'Two minutes before the close', days: 0, time: '23:58' },
  { text: 'The moment it has closed', days: 1, time: '00:00' },
  { text: 'The morning after', days: 1, time: '09:00' },
  { text: 'Two weeks after', days: 14, time: '09:05' },
]

/** Where the clock of the demonstration stands, and where to move it. */
export function clockPage(
  now: Date,
  collection: { readonly title: string; readonly cutoffAt: Date } | undefined,
  { typed, problems }: { readonly typed: Typed; readonly problems: readonly Problem[] },
): ClockPage {
  return {
    title: 'The clock of this demonstration',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'Clock' }],
    problems: summaryOf(problems),
    now: `It is ${momentInWords(now)} here. It goes on from where you move it, for everybody.${closesWords(collection)}`,
    to: typed.to ?? `${londonDay(now)}T${hourAndMinute(now)}`,
    toProblem: problemAt(problems, 'to'),
    presets: collection ? presets.map((preset) => presetOf(preset, lastDay(collection.cutoffAt))) : [],
  }
}

const closesWords = (collection: { readonly title: string; readonly cutoffAt: Date } | undefined): string =>
  collection ? ` ${collection.title} closes ${cutoffInWords(collection.cutoffAt)}.` : ''

function presetOf({ text, days, time }: Preset, last: string) {
  const day = daysLater(last, days)
  return { value: `${day}T${time}`, text, about: `${shortDayInWords(new Date(`${day}T12:00:00Z`))}, ${time}` }
}
