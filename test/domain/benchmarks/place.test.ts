import { placeInWords, placeOf } from '../../../server/domain/benchmarks/place'

const group = { lowerQuartile: 3, median: 4, upperQuartile: 5 }

test.each([
  [6, 'Higher than three quarters of NHS trusts'],
  [5, 'In the middle half, above the median of NHS trusts'],
  [4, 'In the middle half, at the median of NHS trusts'],
  [3, 'In the middle half, below the median of NHS trusts'],
  [2, 'Lower than three quarters of NHS trusts'],
])('%d among 3, 4 and 5: %s', (rounded, expected) => {
  expect(placeInWords(placeOf(rounded, group), 'NHS trusts', true)).toBe(expected)
})

test('without quartiles, it is above or below the median', () => {
  const small = { lowerQuartile: undefined, median: 4, upperQuartile: undefined }
  expect(placeInWords(placeOf(6, small), 'councils', false)).toBe('Above the median of councils')
  expect(placeInWords(placeOf(4, small), 'councils', false)).toBe('At the median of councils')
})

test('where nothing is told, nothing is said', () => {
  const nothing = { lowerQuartile: undefined, median: undefined, upperQuartile: undefined }
  expect(placeInWords(placeOf(6, nothing), 'councils', false)).toBe('')
})
