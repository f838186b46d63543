import type { AmountIndicator, RatioIndicator, ShareIndicator } from '../../../server/domain/benchmarks/indicator'
import type { Contributor } from '../../../server/domain/disclosure/contributor'
import type { Figure } from '../../../server/domain/disclosure/figure'
import { figuresOf } from '../../../server/domain/disclosure/figuresOf'
import { contributor, several, share } from './invented'

const trusts = 'type:nhs_trust'
const north = 'region:nhs_trust:Y63'

function figure(contributors: readonly Contributor[], group = trusts, indicator = share): Figure {
  const found = figuresOf(indicator, contributors, []).figures.find((each) => each.group === group)
  if (!found) throw new Error(`nothing is said of ${group}`)
  return found
}

const inNorth = { groups: [trusts, north] }
const withheld = (reason: string) => ({ withheld: reason })

describe('a group of organisations', () => {
  test('of fewer than five is told nothing of but how many they are', () => {
    const { organisations, ...rest } = figure(several(4, 'o', (name) => contributor(name, 20, 40)))
    expect(organisations).toBe(4)
    const { indicator: _indicator, group: _group, ...parts } = rest
    expect(new Set(Object.values(parts).map((part) => JSON.stringify(part)))).toEqual(
      new Set([JSON.stringify(withheld('too_few_organisations'))]),
    )
  })

  test('of five has a mean and a median, but no quartiles, and no range', () => {
    const told = figure(several(5, 'o', (name, at) => contributor(name, 10 + at, 40)))
    expect(told).toMatchObject({
      mean: { value: 30 },
      median: { value: 30 },
      lowerQuartile: withheld('too_few_for_quartiles'),
      least: withheld('too_few_for_range'),
    })
  })

  test('of eight has quartiles, of twenty a range', () => {
    expect(figure(several(8, 'o', (name, at) => contributor(name, 10 + at, 40)))).toMatchObject({
      lowerQuartile: { value: 29 },
      upperQuartile: { value: 38 },
    })
    expect(figure(several(20, 'o', (name, at) => contributor(name, 10 + at, 40)))).toMatchObject({
      least: { value: 25 },
      greatest: { value: 73 },
    })
  })

  test('has no range of what people are', () => {
    const protectedShare = { ...share, subject: 'protected' } as const satisfies RatioIndicator
    const told = figure(
      several(20, 'o', (name, at) => contributor(name, 10 + at, 40)),
      trusts,
      protectedShare,
    )
    expect(told).toMatchObject({ least: withheld('not_told'), median: { value: 49 } })
  })

  test('of those who are like one another is told how they stand, not what they make together', () => {
    const model = 'model:nhs_trust:mixed'
    const members = several(6, 'o', (name) => contributor(name, 20, 40, { groups: [trusts, model] }))
    expect(figure(members, model)).toMatchObject({
      mean: { value: 50 },
      pooled: withheld('not_told'),
      numerator: withheld('not_told'),
    })
  })
})

describe('what organisations make together', () => {
  test('is told of England as it is', () => {
    const members = several(7, 'o', (name) => contributor(name, 3, 41))
    expect(figure(members)).toMatchObject({
      numerator: { value: 21 },
      denominator: { value: 287 },
      pooled: { value: (21 / 287) * 100 },
    })
  })

  test('is rounded below England, and its share reckoned from what is shown', () => {
    const members = several(7, 'o', (name) => contributor(name, 3, 41, inNorth))
    // 21 is told as 20 and 287 as 285.
    expect(figure(members, north)).toMatchObject({
      numerator: { value: 20 },
      denominator: { value: 285 },
      pooled: { value: 7 },
    })
  })

  test.each([
    ['few who are', 1, 6, 'small_number'],
    ['few who are not', 39, 40, 'small_number'],
    ['few altogether', 0, 3, 'few_people'],
  ])('is hidden below England where there are %s', (_what, people, below, reason) => {
    const members = several(5, 'o', (name) => contributor(name, people, below, inNorth))
    expect(figure(members, north).pooled).toEqual(withheld(reason))
  })

  test('shows a true nought', () => {
    const members = several(5, 'o', (name) => contributor(name, 0, 40, inNorth))
    expect(figure(members, north)).toMatchObject({ numerator: { value: 0 }, pooled: { value: 0 } })
  })

  test('hides a few people with a protected characteristic even in England', () => {
    const protectedShare = { ...share, subject: 'protected' } as const satisfies RatioIndicator
    const members = several(6, 'o', (name) => contributor(name, 1, 40))
    expect(figure(members, trusts, protectedShare)).toMatchObject({
      numerator: withheld('small_number'),
      pooled: withheld('small_number'),
      denominator: { value: 240 },
    })
    expect(figure(members)).toMatchObject({ numerator: { value: 6 } })
  })

  test('is withheld where one makes up nearly all of it, and the mean stays', () => {
    const members = [contributor('large', 2000, 2100), ...several(6, 'o', (name) => contributor(name, 20, 40))]
    expect(figure(members)).toMatchObject({ pooled: withheld('dominated'), mean: { value: 56 } })
  })

  test('is withheld of the last region that would leave one that makes up nearly all of the rest', () => {
    const region = (code: string) => ({ groups: [trusts, `region:nhs_trust:${code}`] })
    const members = [
      contributor('large', 2000, 2100, region('Y58')),
      ...several(6, 'a', (name) => contributor(name, 20, 40, region('Y58'))),
      ...several(8, 'b', (name) => contributor(name, 100, 140, region('Y56'))),
      ...several(9, 'c', (name) => contributor(name, 100, 140, region('Y63'))),
    ]
    expect(figure(members).pooled).toMatchObject({ value: expect.any(Number) as number })
    expect(figure(members, 'region:nhs_trust:Y63').pooled).toMatchObject({ value: expect.any(Number) as number })
    expect(figure(members, 'region:nhs_trust:Y56').pooled).toEqual(withheld('could_be_worked_out'))
    expect(figure(members, 'region:nhs_trust:Y58').pooled).toEqual(withheld('dominated'))
  })
})

test('no percentage of up to a hundred people, of whom it is known how many there are, is of a few or of all but a few', () => {
  for (let below = 5; below <= 100; below++) {
    for (let people = 0; people <= below; people++) {
      const part = (whole: number, at: number) => Math.floor((whole + at) / 5)
      const members = several(5, 'o', (name, at) => contributor(name, part(people, at), part(below, at), inNorth))
      const { pooled } = figure(members, north)
      const isFew = [people, below - people].some((some) => some >= 1 && some <= 7)
      if (isFew || below < 18) expect(pooled).toHaveProperty('withheld')
    }
  }
})

test('the mean of organisations is withheld where one makes up nearly all of it', () => {
  const members = [contributor('one', 40, 50), ...several(6, 'o', (name) => contributor(name, 0, 50))]
  expect(figure(members)).toMatchObject({ mean: withheld('dominated'), median: { value: 0 } })
})

test('how many organisations do something is never hidden', () => {
  const uses: ShareIndicator = {
    ...share,
    compares: 'organisations',
    subject: 'organisations',
    counted: { kind: 'all', of: [] },
    among: { kind: 'all', of: [] },
  }
  const members = several(3, 'o', (name, at) => contributor(name, at === 0 ? 1 : 0, 1))
  const { figures } = figuresOf(uses, members, [])
  expect(figures).toMatchObject([{ numerator: { value: 1 }, denominator: { value: 3 }, mean: withheld('not_told') }])
})

test('of pay only the middle and the quartiles are told', () => {
  const pay: AmountIndicator = { ...share, compares: 'amount', scale: 'pounds', amount: { kind: 'number', value: 0 } }
  const members = several(20, 'o', (name, at) => contributor(name, 1, 1, { rate: 30_000 + at * 111 }))
  const { figures } = figuresOf(pay, members, [])
  expect(figures).toMatchObject([
    {
      median: { value: 31_000 },
      lowerQuartile: { value: 31_000 },
      mean: withheld('not_told'),
      least: withheld('not_told'),
      pooled: withheld('not_told'),
    },
  ])
})
