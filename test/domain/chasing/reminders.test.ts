import {
  reminderMoments,
  remindersDue,
  usualSchedule,
  type ChasedReturn,
} from '../../../server/domain/chasing/reminders'
import { endOfDay } from '../../../server/domain/collections/calendar'
import type { Opening } from '../../../server/domain/collections/opening'
import type { ReturnStatus } from '../../../server/domain/returns/lifecycle'

const at = (text: string) => new Date(text)

const february = { opensAt: at('2020-01-06T09:00:00Z'), cutoffAt: endOfDay('2020-02-10') }

interface Differing {
  readonly status?: ReturnStatus
  readonly collection?: { readonly opensAt: Date; readonly cutoffAt: Date }
  readonly openings?: readonly Opening[]
  readonly standingSince?: Date
  readonly firstOpenedAt?: Date
  readonly takenBackAt?: Date
}

const chased = (differing: Differing = {}): ChasedReturn => ({
  id: 'r1',
  status: differing.status ?? 'not_started',
  openness: {
    ...(differing.collection ?? february),
    openings: differing.openings ?? [],
    standingSince: differing.standingSince ?? null,
  },
  schedule: usualSchedule,
  sections: ['a', 'b'],
  firstOpenedAt: differing.firstOpenedAt ?? null,
  takenBackAt: differing.takenBackAt ?? null,
})

const opening = (
  kind: Opening['kind'],
  until: string,
  decidedAt: string,
  sections: string[] | null = null,
): Opening => ({
  kind,
  untilAt: endOfDay(until),
  decidedAt: at(decidedAt),
  reason: 'Asked for',
  sections,
})

const dueAt = (now: string, differing: Differing = {}) =>
  remindersDue([chased(differing)], at(now)).map((due) => due.dueAt.toISOString())

describe('the moments of reminders', () => {
  const moments = (lastDay: string) => reminderMoments(endOfDay(lastDay)).map((each) => each.at.toISOString())

  it('are 9am 28, 14, 7, 3 and 1 days before the last day', () => {
    expect(moments('2020-02-10')).toEqual([
      '2020-01-13T09:00:00.000Z',
      '2020-01-27T09:00:00.000Z',
      '2020-02-03T09:00:00.000Z',
      '2020-02-07T09:00:00.000Z',
      '2020-02-09T09:00:00.000Z',
    ])
  })

  it('are 9am in London in summer too', () => {
    expect(moments('2020-06-30')).toEqual([
      '2020-06-02T08:00:00.000Z',
      '2020-06-16T08:00:00.000Z',
      '2020-06-23T08:00:00.000Z',
      '2020-06-27T08:00:00.000Z',
      '2020-06-29T08:00:00.000Z',
    ])
  })

  it('stay at 9am when the clocks go forward on 28 March 2027', () => {
    expect(moments('2027-03-31')).toEqual([
      '2027-03-03T09:00:00.000Z',
      '2027-03-17T09:00:00.000Z',
      '2027-03-24T09:00:00.000Z',
      '2027-03-28T08:00:00.000Z',
      '2027-03-30T08:00:00.000Z',
    ])
  })

  it('stay at 9am when the clocks go back on 31 October 2027', () => {
    expect(moments('2027-11-01').slice(-3)).toEqual([
      '2027-10-25T08:00:00.000Z',
      '2027-10-29T08:00:00.000Z',
      '2027-10-31T09:00:00.000Z',
    ])
  })

  it('know 29 February', () => {
    expect(moments('2028-03-01').at(-1)).toBe('2028-02-29T09:00:00.000Z')
    expect(moments('2027-03-01').at(-1)).toBe('2027-02-28T09:00:00.000Z')
  })

  it('cross the end of the year', () => {
    expect(moments('2028-01-02').slice(-2)).toEqual(['2027-12-30T09:00:00.000Z', '2028-01-01T09:00:00.000Z'])
  })
})

describe('the reminder that is due', () => {
  it.each([
    ['before the first moment', '2020-01-13T08:59:59.999Z', []],
    ['at the first moment', '2020-01-13T09:00:00Z', ['2020-01-13T09:00:00.000Z']],
    ['until the next one', '2020-01-27T08:59:59.999Z', ['2020-01-13T09:00:00.000Z']],
    ['after an outage from the first to the fourth', '2020-02-07T11:00:00Z', ['2020-02-07T09:00:00.000Z']],
    ['on the last day', '2020-02-10T23:59:59.999Z', ['2020-02-09T09:00:00.000Z']],
    ['at the cutoff', '2020-02-11T00:00:00Z', []],
    ['long after it', '2020-04-01T09:00:00Z', []],
  ])('%s', (_when, now, expected) => {
    expect(dueAt(now)).toEqual(expected)
  })

  it('is none for a moment before the collection opened', () => {
    const collection = { ...february, opensAt: at('2020-01-20T09:00:00Z') }
    expect(dueAt('2020-01-26T09:00:00Z', { collection })).toEqual([])
    expect(dueAt('2020-01-27T09:00:00Z', { collection })).toEqual(['2020-01-27T09:00:00.000Z'])
  })

  it.each<[ReturnStatus, number]>([
    ['not_started', 1],
    ['in_progress', 1],
    ['awaiting_signature', 1],
    ['submitted', 0],
    ['nil', 0],
    ['covered', 0],
    ['declined', 0],
    ['no_longer_required', 0],
  ])('is for a return that is %s: %d', (status, count) => {
    expect(remindersDue([chased({ status })], at('2020-02-03T09:00:00Z'))).toHaveLength(count)
  })

  it('has the same key however often it is asked', () => {
    const keyAt = (now: string) => remindersDue([chased()], at(now))[0]?.key
    expect(keyAt('2020-02-03T09:00:00Z')).toBe('reminder:r1:7:2020-02-03')
    expect(keyAt('2020-02-05T18:00:00Z')).toBe('reminder:r1:7:2020-02-03')
  })

  it('says what the return waits for', () => {
    const wording = (differing: Differing) => remindersDue([chased(differing)], at('2020-02-03T09:00:00Z'))[0]?.wording
    expect(wording({})).toBe('not_opened')
    expect(wording({ firstOpenedAt: at('2020-01-10T09:00:00Z') })).toBe('nothing_saved')
    expect(wording({ status: 'in_progress' })).toBe('started')
    expect(wording({ status: 'awaiting_signature' })).toBe('awaiting_signature')
  })
})

describe('a return with more time', () => {
  const extension = opening('extension', '2020-02-24', '2020-02-09T12:00:00Z')

  it('is reminded before its own last day', () => {
    expect(dueAt('2020-02-10T09:00:00Z', { openings: [extension] })).toEqual(['2020-02-10T09:00:00.000Z'])
    expect(dueAt('2020-02-23T09:00:00Z', { openings: [extension] })).toEqual(['2020-02-23T09:00:00.000Z'])
  })

  it('is not reminded for a moment before more time was given', () => {
    expect(dueAt('2020-02-09T12:00:01Z', { openings: [extension] })).toEqual([])
  })

  it('is not reminded once that has passed', () => {
    expect(dueAt('2020-02-25T00:00:00Z', { openings: [extension] })).toEqual([])
  })

  it('has other keys than it had without', () => {
    const [due] = remindersDue([chased({ openings: [extension] })], at('2020-02-10T09:00:00Z'))
    expect(due?.key).toBe('reminder:r1:14:2020-02-10')
  })
})

describe('a reopened return', () => {
  const openings = [opening('reopening', '2020-03-06', '2020-03-02T12:00:00Z', ['b'])]
  const standingSince = at('2020-02-08T12:00:00Z')

  it('is reminded as one, three days and a day before it locks again', () => {
    const due = remindersDue([chased({ status: 'reopened', openings, standingSince })], at('2020-03-03T09:00:00Z'))
    expect(due).toMatchObject([{ wording: 'reopened', key: 'reminder:r1:3:2020-03-03' }])
  })

  it('is not reminded once that has lapsed: its submission still stands', () => {
    expect(dueAt('2020-03-07T00:00:00Z', { status: 'reopened', openings, standingSince })).toEqual([])
  })
})

describe('a submission that was taken back', () => {
  const takenBackAt = at('2020-02-05T10:00:00Z')

  it('is reminded at the next moment, not for one before', () => {
    expect(dueAt('2020-02-05T10:00:01Z', { status: 'in_progress', takenBackAt })).toEqual([])
    expect(dueAt('2020-02-07T09:00:00Z', { status: 'in_progress', takenBackAt })).toEqual(['2020-02-07T09:00:00.000Z'])
  })
})
