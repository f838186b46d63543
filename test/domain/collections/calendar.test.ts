import {
  cutoffInWords,
  daysLater,
  endOfDay,
  lastDay,
  londonDay,
  londonInstant,
  momentInWords,
  timeLeft,
} from '../../../server/domain/collections/calendar'

describe('London time', () => {
  test.each([
    ['2020-02-10', '2020-02-11T00:00:00.000Z'],
    ['2020-06-30', '2020-06-30T23:00:00.000Z'],
    ['2020-03-28', '2020-03-29T00:00:00.000Z'],
    ['2020-03-29', '2020-03-29T23:00:00.000Z'],
    ['2020-10-24', '2020-10-24T23:00:00.000Z'],
    ['2020-10-25', '2020-10-26T00:00:00.000Z'],
    ['2020-02-29', '2020-03-01T00:00:00.000Z'],
    ['2019-12-31', '2020-01-01T00:00:00.000Z'],
  ])('the whole of %s counts, until %s', (day, instant) => {
    expect(endOfDay(day).toISOString()).toBe(instant)
    expect(lastDay(endOfDay(day))).toBe(day)
  })

  test.each([
    ['2020-01-27', '2020-01-27T09:00:00.000Z'],
    ['2020-03-30', '2020-03-30T08:00:00.000Z'],
    ['2020-10-26', '2020-10-26T09:00:00.000Z'],
  ])('nine o’clock on %s is %s', (day, instant) => {
    expect(londonInstant(day, 9).toISOString()).toBe(instant)
  })

  test('a date is London’s, not UTC’s', () => {
    expect(londonDay(new Date('2020-06-30T23:00:00Z'))).toBe('2020-07-01')
  })

  test('days are counted over the end of a leap February', () => {
    expect(daysLater('2020-02-28', 2)).toBe('2020-03-01')
    expect(daysLater('2020-03-01', -28)).toBe('2020-02-02')
  })

  test('says when', () => {
    expect(cutoffInWords(new Date('2020-02-11T00:00:00Z'))).toBe('11:59pm on Monday 10 February 2020')
    expect(cutoffInWords(new Date('2020-06-30T23:00:00Z'))).toBe('11:59pm on Tuesday 30 June 2020')
    expect(momentInWords(new Date('2020-01-27T09:05:00Z'))).toBe('9:05am on Monday 27 January 2020')
    expect(momentInWords(new Date('2020-02-11T00:00:00Z'))).toBe('12:00am on Tuesday 11 February 2020')
    expect(momentInWords(new Date('2020-02-10T12:00:00Z'))).toBe('12:00pm on Monday 10 February 2020')
  })

  test.each([
    ['2020-01-27T09:05:00Z', 'in 14 days'],
    ['2020-02-09T23:59:59Z', 'tomorrow'],
    ['2020-02-10T23:59:59Z', 'today'],
    ['2020-02-11T00:00:00Z', undefined],
  ])('at %s the close is %s', (now, left) => {
    expect(timeLeft(new Date('2020-02-11T00:00:00Z'), new Date(now))).toBe(left)
  })
})
