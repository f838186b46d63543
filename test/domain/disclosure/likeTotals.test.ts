import { totalName, totalsTooLike, type ExactTotal } from '../../../server/domain/disclosure/likeTotals'

const everybody = [...Array.from({ length: 20 }).keys()]
const groups = new Map([['type:nhs_trust', everybody]])

/** What twenty trusts bring, all but these. */
const total = (of: string, but: readonly number[] = [], people = (at: number) => 20 + at * 3): ExactTotal => ({
  of,
  groups: ['type:nhs_trust'],
  amounts: Float64Array.from(everybody, (at) => (but.includes(at) ? NaN : people(at))),
})

const withheldOf = (...totals: ExactTotal[]) => [...totalsTooLike(totals, groups)]

test('two totals of the same people tell who is missing from one of them: the smaller is withheld', () => {
  expect(withheldOf(total('ind_bia denominator', [7]), total('ind_amhp denominator'))).toEqual([
    totalName('ind_bia denominator', 'type:nhs_trust'),
  ])
})

test('four who differ are too few, five are enough', () => {
  expect(withheldOf(total('a'), total('b', [1, 2, 3, 4]))).toHaveLength(1)
  expect(withheldOf(total('a'), total('b', [1, 2, 3, 4, 5]))).toEqual([])
})

test('who differ are counted on both sides', () => {
  expect(withheldOf(total('a', [1, 2]), total('b', [3, 4]))).toHaveLength(1)
  expect(withheldOf(total('a', [1, 2, 3]), total('b', [4, 5]))).toEqual([])
})

test('the same organisations may be told as often as anybody likes', () => {
  expect(withheldOf(total('a', [3]), total('b', [3]), total('c', [3]))).toEqual([])
})

test('totals of other things are not compared', () => {
  expect(
    withheldOf(
      total('people'),
      total('whole time equivalents', [7], (at) => 15 + at * 2.5),
    ),
  ).toEqual([])
})

test('a withheld total withholds no other', () => {
  // b is too like a, and c is like b alone.
  expect(withheldOf(total('a'), total('b', [1, 2, 3]), total('c', [1, 2, 3, 4, 5, 6]))).toEqual([
    totalName('b', 'type:nhs_trust'),
  ])
})

test('all totals of a table are withheld with one of them', () => {
  const row = (at: number) => at
  expect(withheldOf(total('ages', [5]), total('ages', [5], row), total('employed'))).toEqual([
    totalName('ages', 'type:nhs_trust'),
  ])
})
