import {
  countWritten,
  ownWritten,
  plain,
  shown,
  written,
  type Statistic,
} from '../../../server/domain/benchmarks/written'
import type { Scale } from '../../../server/domain/benchmarks/indicator'

const scaled = (scale: Scale, decimals: 0 | 1 | 2 = 1) => ({ scale, decimals })

describe('a published figure is written', () => {
  test.each<[Scale, Statistic, number, string]>([
    ['percent', 'median', 5, '5%'],
    ['percent', 'pooled', 23.6005, '24%'],
    ['percent', 'pooled', 12.5, '13%'],
    ['percent', 'pooled', 0, '0%'],
    ['per_100k', 'median', 4, '4.0'],
    ['per_100k', 'mean', 0.18, '0.18'],
    ['per_100k', 'mean', 0, '0'],
    ['per_100k', 'lowerQuartile', 270, '270'],
    ['per_100k', 'upperQuartile', 1200, '1,200'],
    ['per_100k', 'pooled', 3.6389, '3.6'],
    ['per_100k', 'pooled', 268.25, '268.3'],
    ['each', 'pooled', 9.96, '10.0'],
    ['each', 'pooled', 22.5, '23'],
    ['pounds', 'median', 31000, '£31,000'],
    ['per_100k', 'greatest', 17, '17'],
    ['percent', 'numerator', 257.52, '257.52'],
    ['per_100k', 'denominator', 53353510, '53,353,510'],
    // What floating point holds as 1.00499999999999989 is the half it was meant to be.
    ['percent', 'numerator', 1.005, '1.01'],
  ])('%s, %s: %d as %s', (scale, statistic, value, expected) => {
    expect(written(scaled(scale), statistic, value)).toBe(expected)
  })

  test('as hidden where it is withheld, and as a dash where such figures are never told', () => {
    expect(shown(scaled('percent'), 'median', { withheld: 'dominated' })).toBe('[c]')
    expect(shown(scaled('percent'), 'mean', { withheld: 'not_told' })).toBe('-')
    expect(countWritten({ withheld: 'small_number' })).toBe('[c]')
    expect(countWritten({ value: 0 })).toBe('0')
  })
})

test('an owner is shown the decimals of the indicator', () => {
  expect(ownWritten(scaled('percent'), 13.84)).toBe('13.8%')
  expect(ownWritten(scaled('each', 2), 0.875)).toBe('0.88')
  expect(ownWritten(scaled('pounds', 0), 24214)).toBe('£24,214')
})

test('files hold the same figure without its unit and its commas', () => {
  expect(['£31,000', '5%', '1,200', '[c]', '-'].map(plain)).toEqual(['31000', '5', '1200', '[c]', '-'])
})
