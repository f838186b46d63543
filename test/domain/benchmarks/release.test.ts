import { canonical } from '../../../server/domain/benchmarks/canonical'
import { changedSince, finalFrom, releaseKindAt } from '../../../server/domain/benchmarks/release'
import { endOfDay } from '../../../server/domain/collections/calendar'

describe.each([
  ['in February', '2020-02-10', '2020-02-11T00:00:00.000Z'],
  ['in June', '2022-06-30', '2022-06-30T23:00:00.000Z'],
])('a release made around a cutoff %s', (_when, lastDay, cutoff) => {
  const cutoffAt = endOfDay(lastDay)
  const after = (milliseconds: number) => new Date(cutoffAt.getTime() + milliseconds)

  test('is cut off as the last day ends in London', () => {
    expect(cutoffAt.toISOString()).toBe(cutoff)
  })

  test.each([
    [-1, 'provisional'],
    [0, 'too_early'],
    [59_999, 'too_early'],
    [60_000, 'too_early'],
    [60_001, 'final'],
  ] as const)('%d ms after it is %s', (milliseconds, kind) => {
    expect(releaseKindAt(cutoffAt, after(milliseconds))).toBe(kind)
  })

  test('can be final a minute later', () => {
    expect(finalFrom(cutoffAt)).toEqual(after(60_000))
  })
})

describe('what has changed', () => {
  const submissions = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given))
  const before = { number: 2, submissions: submissions({ a: '1', b: '2', c: '3' }) }

  test('is counted, and said', () => {
    expect(changedSince(before, submissions({ a: '1', b: '9', d: '4', e: '5' }), 3)).toEqual({
      since: 2,
      added: 2,
      replaced: 1,
      gone: 1,
      same: 1,
      keptBack: 3,
      says: [
        '2 returns are new since release 2.',
        '1 return has been submitted again.',
        '1 return has been taken out.',
        '1 return is the same.',
        'For 3 groups an indicator is not told anew: beside an earlier release it would say too much of the few organisations that have changed. What the earlier release says still stands.',
      ],
    })
  })

  test('may be nothing', () => {
    expect(changedSince(before, before.submissions, 0).says).toEqual(['The returns are the same as in release 2.'])
  })

  test('is everything the first time', () => {
    expect(changedSince(undefined, before.submissions, 0)).toMatchObject({
      since: null,
      added: 3,
      says: ['This is the first release.'],
    })
  })
})

test('what is the same is written the same, whatever the order of its keys', () => {
  const one = canonical({ b: [1, { d: null, c: 'x' }], a: 0.1, at: new Date('2020-02-11T00:00:00Z') })
  const other = canonical({
    at: new Date('2020-02-11T00:00:00Z'),
    a: 0.1,
    nothing: undefined,
    b: [1, { c: 'x', d: null }],
  })
  expect(one).toBe(other)
  expect(one).toBe('{"a":0.1,"at":"2020-02-11T00:00:00.000Z","b":[1,{"c":"x","d":null}]}')
})
