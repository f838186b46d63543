import { correctableUntil } from '../../../server/domain/queries/correcting'
import { comparedIn, hasMoved, mayDo } from '../../../server/domain/queries/query'
import { valueCell } from '../../../server/domain/survey/cells'

const figures = { 'sw_emp_in.hc': valueCell(41), est_wte: valueCell(36.2) }

describe('a question about figures', () => {
  it('has moved once one of them stands differently, and not for any other', () => {
    expect(hasMoved(figures, { ...figures, vac_wte: valueCell(3) })).toBe(false)
    expect(hasMoved(figures, { ...figures, est_wte: valueCell(36.21) })).toBe(true)
    expect(hasMoved(figures, { ...figures, est_wte: { state: 'not_collected', reason: 'not_recorded' } })).toBe(true)
    expect(hasMoved(figures, { est_wte: valueCell(36.2) })).toBe(true)
  })

  it('is the same question only for the same figures compared with the same', () => {
    expect(comparedIn(figures)).toBe(comparedIn({ est_wte: valueCell(36.2), 'sw_emp_in.hc': valueCell(41) }))
    expect(comparedIn(figures, ['E069=12'])).not.toBe(comparedIn(figures, ['E069=13']))
  })

  it('is answered once, and may be asked again only when it has been', () => {
    expect([mayDo('answer', 'asked'), mayDo('answer', 'answered'), mayDo('answer', 'settled')]).toEqual([
      true,
      false,
      false,
    ])
    expect([mayDo('ask_again', 'asked'), mayDo('ask_again', 'answered')]).toEqual([false, true])
    expect([mayDo('correct', 'answered'), mayDo('correct', 'dismissed')]).toEqual([true, false])
  })
})

describe('a correction', () => {
  const permit = { days: 5, lastDay: '2020-03-31', grantedBy: 'an administrator' }

  it('is open for the days that were allowed after the London day on which it begins', () => {
    expect(correctableUntil(permit, new Date('2020-02-17T23:59:59Z'))).toBe('2020-02-22')
    expect(correctableUntil(permit, new Date('2020-02-18T00:00:00Z'))).toBe('2020-02-23')
  })

  it('never goes beyond the last day, which counts whole, in summer time too', () => {
    expect(correctableUntil(permit, new Date('2020-03-29T12:00:00Z'))).toBe('2020-03-31')
    expect(correctableUntil(permit, new Date('2020-03-31T22:59:59Z'))).toBe('2020-03-31')
    expect(correctableUntil(permit, new Date('2020-03-31T23:00:00Z'))).toBeUndefined()
  })

  it('cannot begin where nobody has allowed it', () => {
    expect(correctableUntil(undefined, new Date('2020-02-17T12:00:00Z'))).toBeUndefined()
  })
})
