import { promiseInWords } from '../../../server/domain/chasing/promiseInWords'

const now = new Date('2020-01-27T09:05:00Z')
const promised = (promisedOn: string | null, status: 'in_progress' | 'submitted' = 'in_progress') =>
  promiseInWords({ promisedOn, status }, now)

test.each([
  ['2020-02-05', 'Promised for 5 February.'],
  ['2020-01-27', 'Promised for 27 January, which is today.'],
  ['2020-01-26', 'Promised for 26 January: that passed yesterday, and it is not in.'],
  ['2020-01-23', 'Promised for 23 January: that passed 4 days ago, and it is not in.'],
])('what was promised for %s: “%s”', (day, says) => {
  expect(promised(day)).toBe(says)
})

test('a promise that was kept has not passed, and where there is none nothing is said', () => {
  expect(promised('2020-01-23', 'submitted')).toBe('Promised for 23 January.')
  expect(promised(null)).toBeUndefined()
})
