import { curveOf, dayOfRun, daysOfRun, standingOn } from '../../../server/domain/chasing/curve'
import { earlierOf } from '../../../server/domain/collections/series'

const run = (now: string, asked = 4) => ({
  opensAt: new Date('2020-01-06T00:00:00Z'),
  cutoffAt: new Date('2020-02-11T00:00:00Z'),
  now: new Date(now),
  asked,
})

const days = [
  { day: '2020-01-07', count: 1 },
  { day: '2020-01-09', count: 2 },
]

describe('the curve of responses', () => {
  test('adds them up day by day, in per cent of those asked, up to today', () => {
    expect(curveOf(run('2020-01-09T12:00:00Z'), days)).toEqual([
      { number: 1, day: '2020-01-06', responses: 0, percent: 0 },
      { number: 2, day: '2020-01-07', responses: 1, percent: 25 },
      { number: 3, day: '2020-01-08', responses: 1, percent: 25 },
      { number: 4, day: '2020-01-09', responses: 3, percent: 75 },
    ])
  })

  test('is nothing before the collection opens', () => {
    expect(curveOf(run('2020-01-05T23:59:59Z'), [])).toEqual([])
  })

  test('ends with the last day, or with what came later still', () => {
    const later = new Date('2020-03-01T12:00:00Z').toISOString()
    expect(curveOf(run(later), days).at(-1)?.day).toBe('2020-02-10')
    expect(curveOf(run(later), [...days, { day: '2020-02-14', count: 1 }]).at(-1)).toMatchObject({
      day: '2020-02-14',
      percent: 100,
    })
  })

  test('says of nobody asked that nobody answered', () => {
    expect(curveOf(run('2020-01-06T12:00:00Z', 0), [])).toEqual([
      { number: 1, day: '2020-01-06', responses: 0, percent: 0 },
    ])
  })

  test('counts London days, in summer as in winter', () => {
    const summer = { opensAt: new Date('2020-05-31T23:00:00Z'), cutoffAt: new Date('2020-06-30T23:00:00Z') }
    expect(daysOfRun(summer)).toBe(30)
    expect(dayOfRun(summer, '2020-06-01')).toBe(1)
    expect(curveOf({ ...summer, asked: 1, now: new Date('2020-06-02T22:59:59Z') }, [])).toHaveLength(2)
    expect(curveOf({ ...summer, asked: 1, now: new Date('2020-06-02T23:00:00Z') }, [])).toHaveLength(3)
  })
})

test('where it stood on a day is how it ended, after its last', () => {
  const curve = curveOf(run('2020-03-01T12:00:00Z'), days)
  expect(standingOn(curve, 2)?.responses).toBe(1)
  expect(standingOn(curve, 90)?.day).toBe('2020-02-10')
  expect(standingOn([], 2)).toBeUndefined()
})

describe('the collection before', () => {
  const of = (code: string, opens: string) => ({ code, opensAt: new Date(`${opens}T00:00:00Z`) })
  const all = [of('mhsw-2019', '2020-01-06'), of('psw-2019', '2020-01-06'), of('mhsw-2022', '2023-01-09')]

  test('is the last of the same survey that opened earlier', () => {
    expect(earlierOf(of('mhsw-2022', '2023-01-09'), all)?.code).toBe('mhsw-2019')
    expect(earlierOf(of('mhsw-2025', '2026-01-09'), all)?.code).toBe('mhsw-2022')
  })

  test('is none for the first', () => {
    expect(earlierOf(of('mhsw-2019', '2020-01-06'), all)).toBeUndefined()
    expect(earlierOf(of('psw-2019', '2020-01-06'), all)).toBeUndefined()
  })
})
