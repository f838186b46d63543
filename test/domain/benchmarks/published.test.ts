import { besides } from '../../../server/domain/benchmarks/published'
import type { Figure } from '../../../server/domain/disclosure/figure'
import { constantsOf, sharesOf } from '../../../server/surveys/publishedConstants'

const withheld = { withheld: 'too_few_organisations' } as const
const figure: Figure = {
  indicator: 'ind_wte_service_100k',
  group: 'type:nhs_trust',
  organisations: 55,
  mean: withheld,
  median: withheld,
  lowerQuartile: withheld,
  upperQuartile: withheld,
  least: withheld,
  greatest: withheld,
  pooled: withheld,
  numerator: { value: 2894 },
  denominator: withheld,
}

describe('social workers as a share of all staff of NHS mental health services', () => {
  test('are what the release tells over what was published, with its source (O23)', () => {
    const [beside] = besides(sharesOf('mhsw-2019'), [figure])
    expect(beside?.percent).toBeCloseTo(2.894)
    expect(beside?.of).toMatchObject({ value: 100_000, unit: 'WTE', date: '30 September 2019' })
    expect(beside?.of.source).toMatch(/8 September 2020/)
  })

  test('are not told where the figure is withheld', () => {
    expect(besides(sharesOf('mhsw-2019'), [{ ...figure, numerator: withheld }])).toEqual([])
  })

  test('are told of that collection only', () => {
    expect(sharesOf('psw-2019')).toEqual([])
  })
})

test('the adjusted base of 2019 stands beside the published one, not in its place (X-04)', () => {
  const told = (collection: string) => constantsOf(collection).map(({ code, value }) => [code, value])
  expect(told('mhsw-2019')).toContainEqual(['nhs_wte_2019', 2894])
  expect(told('mhsw-2022')).toContainEqual(['nhs_wte_2019_comparable', 2980])
  expect(told('mhsw-2022')).not.toContainEqual(['nhs_wte_2019', 2894])
})

test.each(['mhsw-2019', 'mhsw-2022'])('every constant of %s has a source and a date', (collection) => {
  expect(constantsOf(collection).length).toBeGreaterThan(4)
  for (const { source, date } of constantsOf(collection)) {
    expect(source).toMatch(/Community Care|Health Education England/)
    expect(date).toMatch(/20\d\d/)
  }
})
