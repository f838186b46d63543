import { moment } from '../../../server/domain/kinds/moment'

const read = (typed: string) => moment.parse({ kind: 'moment' }, typed)

describe('a date and time', () => {
  test.each([
    ['2020-02-10T17:00:00Z', '2020-02-10T17:00:00.000Z'],
    ['2020-02-10T17:00Z', '2020-02-10T17:00:00.000Z'],
    ['2020-02-10T17:00:00.5Z', '2020-02-10T17:00:00.500Z'],
    ['2020-06-10T17:00:00+01:00', '2020-06-10T16:00:00.000Z'],
  ])('%s is the instant %s', (typed, value) => {
    expect(read(typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['an hour without its zone, which is another instant elsewhere', '2020-02-10T17:00:00'],
    ['30 February', '2020-02-30T10:00:00Z'],
    ['a 25th hour', '2020-02-10T25:00:00Z'],
    ['a day alone', '2020-02-10'],
    ['words', 'Monday at five'],
    ['more after it', '2020-02-10T17:00:00Z and more'],
    ['nothing', ''],
  ])('is not %s', (_what, typed) => {
    expect(read(typed)).toEqual({
      ok: false,
      problem: `must be a date and time, like 2020-02-10T17:00:00Z. You gave “${typed}”`,
    })
  })

  test.each([
    ['2020-02-10T23:59:00.000Z', '10 February 2020 at 23:59'],
    ['2020-06-30T23:30:00.000Z', '1 July 2020 at 00:30'],
  ])('%s is told in London: %s', (value, says) => {
    expect(moment.format({ kind: 'moment' }, value)).toBe(says)
  })
})
