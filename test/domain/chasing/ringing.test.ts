import { ringing, type RingFacts } from '../../../server/domain/chasing/ringing'

const now = new Date('2020-02-04T10:00:00Z')

/** A council of average size that has begun, saved something yesterday, and has been told nothing. */
const council = (given: Partial<RingFacts> = {}): RingFacts => ({
  status: 'in_progress',
  firstOpenedAt: new Date('2020-01-08T10:00:00Z'),
  lastActiveAt: new Date('2020-02-03T10:00:00Z'),
  requestedAt: null,
  finished: 2,
  of: 14,
  letters: 0,
  promisedOn: null,
  lastContactAt: null,
  population: 200_000,
  averagePopulation: 200_000,
  bouncing: false,
  questions: null,
  ...given,
})

const unopened = { status: 'not_started', firstOpenedAt: null, lastActiveAt: null, finished: 0 } as const
const why = (given: Partial<RingFacts>, at = now) => ringing(council(given), at).reasons.join(', ')
const score = (given: Partial<RingFacts>, at = now) => ringing(council(given), at).score

describe('why to ring an employer', () => {
  test.each<[string, Partial<RingFacts>]>([
    ['never opened, population (200,000)', unopened],
    [
      'large population (612,000), never opened, no reply to 2 letters',
      { ...unopened, letters: 2, population: 612_000 },
    ],
    ['opened, nothing saved, population (200,000)', { status: 'not_started' }],
    ['no reply to 1 letter, population (200,000)', { letters: 1, population: 200_000, averagePopulation: 300_000 }],
    ['nothing saved for 9 days', { lastActiveAt: new Date('2020-01-26T09:00:00Z'), population: null }],
    ['12 of 14 sections done', { finished: 12, population: null }],
    [
      'waiting for signature for 5 days',
      { status: 'awaiting_signature', requestedAt: new Date('2020-01-30T09:00:00Z'), population: null },
    ],
    ['letters come back', { bouncing: true, population: null }],
    ['promised 3 February and not in', { promisedOn: '2020-02-03', population: null }],
    ['promised for today', { ...unopened, promisedOn: '2020-02-04', letters: 3 }],
    ['promised for 7 February', { ...unopened, promisedOn: '2020-02-07', letters: 3 }],
    ['in touch on 3 February', { ...unopened, lastContactAt: new Date('2020-02-03T15:00:00Z'), letters: 3 }],
  ])('is told as “%s”', (says, given) => {
    expect(why(given)).toBe(says)
  })

  test.each(['submitted', 'nil', 'covered', 'declined', 'no_longer_required'] as const)(
    'is nothing when it is %s',
    (status) => {
      expect(ringing(council({ ...unopened, status, letters: 4 }), now)).toEqual({ score: 0, reasons: [] })
    },
  )

  test('says the weightiest reason first', () => {
    const given = { ...unopened, letters: 4, bouncing: true, population: 1_000_000 }
    expect(ringing(council(given), now).reasons).toEqual([
      'large population (1,000,000)',
      'no reply to 4 letters',
      'letters come back',
      'never opened',
    ])
  })
})

describe('whom to ring first', () => {
  test('is whoever broke a promise, before everybody else together', () => {
    const everything = { ...unopened, letters: 9, bouncing: true, population: 9_000_000 }
    expect(score({ promisedOn: '2020-02-03', population: null })).toBeGreaterThan(score(everything))
  })

  test('is the larger of two that are otherwise alike', () => {
    expect(score({ ...unopened, population: 400_000 })).toBeGreaterThan(score({ ...unopened, population: 100_000 }))
  })

  test('is whoever has been written to more often', () => {
    expect(score({ ...unopened, letters: 3 })).toBeGreaterThan(score({ ...unopened, letters: 2 }))
  })

  test('is not whoever has promised a day that has not passed, nor whoever was rung in the last two days', () => {
    expect(score({ ...unopened, letters: 4, promisedOn: '2020-02-04' })).toBe(0)
    expect(score({ ...unopened, letters: 4, lastContactAt: new Date('2020-02-02T10:00:00Z') })).toBe(0)
    expect(score({ ...unopened, letters: 4, lastContactAt: new Date('2020-02-02T09:59:59Z') })).toBeGreaterThan(0)
  })

  test('is whoever promised yesterday for yesterday, though they were rung then', () => {
    const given = { promisedOn: '2020-02-03', lastContactAt: new Date('2020-02-03T11:00:00Z') }
    expect(score(given)).toBeGreaterThan(999)
  })

  test('is not whoever broke a promise and has been rung about it since', () => {
    const given = { promisedOn: '2020-02-02', lastContactAt: new Date('2020-02-03T11:00:00Z') }
    expect(score(given)).toBe(0)
  })
})

describe('a promised day', () => {
  test.each([
    ['in February', '2020-02-07', '2020-02-07T23:59:59.999Z', '2020-02-08T00:00:00Z'],
    ['in June, when London is an hour ahead', '2020-06-12', '2020-06-12T22:59:59.999Z', '2020-06-12T23:00:00Z'],
    ['of the spring change', '2020-03-29', '2020-03-29T22:59:59.999Z', '2020-03-29T23:00:00Z'],
    ['of the autumn change', '2020-10-25', '2020-10-25T23:59:59.999Z', '2020-10-26T00:00:00Z'],
  ])('%s is over with its London day', (_when, promisedOn, last, over) => {
    expect(why({ promisedOn }, new Date(last))).toBe('promised for today')
    expect(why({ promisedOn, population: null }, new Date(over))).toMatch(/^promised \d+ \w+ and not in/)
  })
})

test('a week of quiet is 168 hours, across the change of the clocks as well', () => {
  const saved = { lastActiveAt: new Date('2020-03-25T10:00:00Z'), population: null }
  expect(why(saved, new Date('2020-04-01T10:00:00Z'))).toBe('')
  expect(why(saved, new Date('2020-04-01T10:00:01Z'))).toBe('nothing saved for 7 days')
})
