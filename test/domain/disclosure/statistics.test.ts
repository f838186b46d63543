import { lowerQuartile, mean, median, ranked, upperQuartile } from '../../../server/domain/disclosure/statistics'

describe('the middle of organisations', () => {
  test('lies between the two in the middle', () => {
    expect(median([1, 2, 6, 9])).toBe(4)
  })

  test('of an odd number is not the value of the one in the middle', () => {
    expect(median([1, 2, 5, 9, 20])).toBe(5.5)
  })

  test('does not depend on the order they came in', () => {
    expect(median(ranked([9, 1, 6, 2]))).toBe(4)
  })
})

describe('a quartile', () => {
  test('lies between two organisations, in proportion', () => {
    expect(lowerQuartile([0, 4, 8, 12, 16, 20, 24, 28])).toBe(7)
    expect(upperQuartile([0, 4, 8, 12, 16, 20, 24, 28])).toBe(21)
  })

  test('that falls on one organisation is the mean of its neighbours', () => {
    expect(lowerQuartile([0, 1, 2, 9, 9, 9, 9, 9, 9])).toBe(5)
    expect(upperQuartile([0, 1, 2, 3, 4, 5, 6, 7, 20])).toBe(6)
  })
})

test('the mean counts each organisation once, however large', () => {
  expect(mean([0, 4, 8])).toBe(4)
})
