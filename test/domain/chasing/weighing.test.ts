import { averagePopulations, weighedRate, type Weighed } from '../../../server/domain/chasing/weighing'

const of = (given: Partial<Weighed>): Weighed => ({
  type: 'local_authority',
  status: 'not_started',
  stands: false,
  count: 1,
  population: 100_000,
  weighed: 1,
  ...given,
})

describe('a response rate by population', () => {
  test('is the part of the people who are served by those who have answered', () => {
    const counted = [of({ status: 'submitted', population: 900_000 }), of({}), of({})]
    expect(weighedRate(counted, 'local_authority')).toBe(82)
  })

  test('counts nil and covered as answers, declined as asked, and no longer required not at all', () => {
    const counted = [
      of({ status: 'nil' }),
      of({ status: 'covered' }),
      of({ status: 'declined' }),
      of({ status: 'no_longer_required' }),
    ]
    expect(weighedRate(counted, 'local_authority')).toBe(67)
  })

  test('keeps a reopened return whose submission stands', () => {
    expect(weighedRate([of({ status: 'reopened', stands: true }), of({})], 'local_authority')).toBe(50)
  })

  test('never adds registered and resident people', () => {
    expect(weighedRate([of({ status: 'submitted' }), of({ type: 'nhs_trust' })], 'local_authority')).toBe(100)
  })

  test('is not there where nobody asked has a population', () => {
    expect(weighedRate([of({ population: 0, weighed: 0 })], 'local_authority')).toBeUndefined()
    expect(weighedRate([], 'nhs_trust')).toBeUndefined()
  })
})

test('the average organisation of a type has so many people, of those known', () => {
  const counted = [
    of({ count: 3, weighed: 2, population: 500_001 }),
    of({ status: 'no_longer_required', population: 9 }),
    of({ type: 'independent', population: 0, weighed: 0 }),
  ]
  expect(averagePopulations(counted)).toEqual({ local_authority: 250_001 })
})
