import { date } from '../../../server/domain/kinds/date'

const read = (typed: string) => date.parse({ kind: 'date' }, typed)

describe('a date', () => {
  test.each(['2020-02-10', '2020-02-29', '2000-02-29', '2019-12-31'])('may be %s', (typed) => {
    expect(read(typed)).toEqual({ ok: true, value: typed })
  })

  test.each([
    ['30 February', '2020-02-30'],
    ['29 February in a common year', '2019-02-29'],
    ['29 February 1900', '1900-02-29'],
    ['31 September', '2019-09-31'],
    ['a thirteenth month', '2020-13-01'],
    ['no day', '2020-02-00'],
    ['a year alone', '2020'],
    ['the English order', '10/02/2020'],
    ['words', '10 February 2020'],
    ['a time', '2020-02-10T00:00:00Z'],
    ['one digit', '2020-2-9'],
    ['a year beyond 9999', '+012020-02-10'],
    ['nothing', ''],
  ])('is not %s', (_what, typed) => {
    expect(read(typed)).toEqual({ ok: false, problem: `must be a date, like 2020-02-10. You gave “${typed}”` })
  })

  test.each(['2019-10-01', '2020-06-30', '2022-03-31'])('may be %s where it must be from then to then', (typed) => {
    expect(date.parse({ kind: 'date', between: ['2019-10-01', '2022-03-31'] }, typed)).toEqual({
      ok: true,
      value: typed,
    })
  })

  test.each([
    ['2019-09-30', '30 September 2019'],
    ['2022-04-01', '1 April 2022'],
  ])('may not be %s there', (typed, words) => {
    expect(date.parse({ kind: 'date', between: ['2019-10-01', '2022-03-31'] }, typed)).toEqual({
      ok: false,
      problem: `must be from 1 October 2019 to 31 March 2022. You gave ${words}`,
    })
  })

  test('is the same day wherever it is read', () => {
    expect(date.format({ kind: 'date' }, '2020-02-10')).toBe('10 February 2020')
    expect(date.format({ kind: 'date' }, '2020-06-30')).toBe('30 June 2020')
  })
})
