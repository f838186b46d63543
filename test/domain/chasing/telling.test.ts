import { tellingLimits, toldTooMuch, type Told } from '../../../server/domain/chasing/telling'

const reminded = (day: string): Told => ({ day, occasion: 'reminders' })
const letter = (day: string, today = day) => ({ day, today, occasion: 'a campaign' })

describe('how often somebody may be told', () => {
  it.each([
    ['2020-01-27', '2020-01-27', 'too_recently'],
    ['2020-01-26', '2020-01-27', 'too_recently'],
    ['2020-01-25', '2020-01-27', undefined],
  ])('told on %s, again on %s: %s', (before, now, why) => {
    expect(toldTooMuch([reminded(before)], letter(now))).toBe(why)
  })

  it('counts letters of one occasion once: about several organisations, on one day', () => {
    expect(toldTooMuch([reminded('2020-01-27')], { ...reminded('2020-01-27'), today: '2020-01-27' })).toBeUndefined()
    expect(toldTooMuch([letter('2020-01-27')], letter('2020-01-27'))).toBeUndefined()
    expect(toldTooMuch([{ ...letter('2020-01-27'), occasion: 'another' }], letter('2020-01-27'))).toBe('too_recently')
  })

  it('is judged by the day on which it goes, where that is later than the day for which it was written', () => {
    expect(toldTooMuch([reminded('2020-02-07')], letter('2020-02-01', '2020-02-08'))).toBe('too_recently')
    expect(toldTooMuch([reminded('2020-02-07')], letter('2020-02-01', '2020-02-10'))).toBeUndefined()
  })

  it('has nothing to do with what was told on a day that has not come, after the clock went back', () => {
    expect(toldTooMuch([reminded('2020-02-03')], letter('2020-01-28'))).toBeUndefined()
  })

  it('is eight times in sixty days, which nobody can wish away', () => {
    const weekly = ['12-02', '12-09', '12-16', '12-23', '12-30'].map((day) => reminded(`2019-${day}`))
    const many = [...weekly, ...['01-06', '01-13', '01-20'].map((day) => reminded(`2020-${day}`))]
    expect(many).toHaveLength(tellingLimits.most)
    expect(toldTooMuch(many, letter('2020-01-27'), true)).toBe('too_often')
    expect(toldTooMuch(many.slice(1), letter('2020-01-27'), true)).toBeUndefined()
    // Sixty days later the first is forgotten.
    expect(toldTooMuch(many, letter('2020-01-31'), true)).toBeUndefined()
  })
})
