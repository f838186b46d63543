import { halfAwayFromZero, nearestFive, told, twoFigures } from '../../../server/domain/disclosure/rounding'

describe('a figure is rounded', () => {
  test('a half away from zero', () => {
    expect([2.5, -2.5, 3.5, 0.4, -0.4].map((value) => halfAwayFromZero(value))).toEqual([3, -3, 4, 0, 0])
  })

  test('as written, not as a computer holds it', () => {
    expect(halfAwayFromZero(1.005, 2)).toBe(1.01)
    expect(halfAwayFromZero(2.675, 2)).toBe(2.68)
    expect(halfAwayFromZero(37.5)).toBe(38)
  })

  test('to the nearest five below the national level', () => {
    expect([8, 12, 12.5, 13, 17.4, 0].map(nearestFive)).toEqual([10, 10, 15, 15, 15, 0])
  })

  test('to two significant figures, at any size', () => {
    expect([4.0123, 0.0456, 268, 1000, 99.5, 0].map(twoFigures)).toEqual([4, 0.046, 270, 1000, 100, 0])
  })

  test('to whole per cent, and to two figures where it is anything else', () => {
    expect([told(12.5, 'percent'), told(0.5, 'percent'), told(12.51, 'per_100k')]).toEqual([13, 1, 13])
  })
})
