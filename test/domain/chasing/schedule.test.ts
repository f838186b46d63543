import { usualSchedule } from '../../../server/domain/chasing/reminders'
import { readSchedule, scheduleAfter, scheduleInWords, windowInWords } from '../../../server/domain/chasing/schedule'
import { endOfDay } from '../../../server/domain/collections/calendar'

const dates = { opensAt: new Date('2020-01-06T00:00:00Z'), cutoffAt: endOfDay('2020-02-10') }
const now = new Date('2020-01-27T09:05:00Z')
const read = (typed: string) => readSchedule(typed, dates, usualSchedule, now)

describe('the days of a schedule', () => {
  it.each([
    ['28, 14, 7, 3, 1', [28, 14, 7, 3, 1]],
    ['1 3;7  10', [10, 7, 3, 1]],
    ['7, 7', [7]],
    ['0', [0]],
    ['', []],
  ])('are read as they are typed: %j', (typed, days) => {
    expect(read(typed)).toEqual({ ok: true, days })
  })

  it.each([
    ['7, -3', '“-3” is no whole number of days.'],
    ['7, 3.5', '“3.5” is no whole number of days.'],
    ['40, 7', '40 days before the last day, the collection is not open yet. Choose 35 or fewer.'],
    ['7, 6', 'Days must be at least 2 apart: 7 and 6 are not, and the later reminder would not go.'],
    ['20', '20 days before the last day was Tuesday 21 January 2020, and 9:00am on that day is over.'],
    ['14, 12, 10, 8, 6, 4, 2, 0, 13', 'Choose at most 8 days.'],
  ])('are refused in a sentence: %j', (typed, says) => {
    expect(read(typed)).toEqual({ ok: false, says })
  })

  it('count from when they were put in; those that stay, as before', () => {
    expect(scheduleAfter([14, 5], usualSchedule, now)).toEqual([
      { daysBefore: 14, since: null },
      { daysBefore: 5, since: now.toISOString() },
    ])
  })

  it('are said in words, with the window they must lie in', () => {
    expect(scheduleInWords(usualSchedule)).toBe('28, 14, 7, 3 and 1 days before the last day')
    expect(scheduleInWords([])).toBe('on no day')
    expect(windowInWords(dates)).toContain(
      'from 0 (the last day itself) to 35, because it opens on Monday 6 January 2020 and closes 11:59pm on Monday 10 February 2020.',
    )
  })
})
