import fc from 'fast-check'
import { extreme } from '../../../server/domain/disclosure/extremes'
import type { Bounds, Knowledge } from '../../../server/domain/disclosure/tableau'
import { openSolver } from './attack/tables'

const bounds: fc.Arbitrary<Bounds> = fc
  .tuple(fc.nat(6), fc.nat(6))
  .map(([least, greatest]) => ({ least: 0 - least, greatest }))

/** Knowledge with many bounds of 0, where a search may turn in circles. */
const cases = fc
  .record({
    unknowns: fc.array(bounds, { minLength: 10, maxLength: 10 }),
    sums: fc.array(fc.tuple(bounds, fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 8 })), { maxLength: 12 }),
    sum: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }),
  })
  .map(({ unknowns, sums, sum }) => ({
    knowledge: { unknowns, sums: sums.map(([within, parts]) => ({ ...within, parts })) } satisfies Knowledge,
    sum,
  }))

const added = (parts: readonly number[]) => parts.map((part) => `x${part}`).join(' + ')

const programme = (way: 1 | -1, { unknowns, sums }: Knowledge, sum: readonly number[]) =>
  [
    way > 0 ? 'Maximize' : 'Minimize',
    `sum: ${added(sum)}`,
    'Subject To',
    ...sums.flatMap(({ parts, least, greatest }, at) => [
      `a${at}: ${added(parts)} >= ${least}`,
      `b${at}: ${added(parts)} <= ${greatest}`,
    ]),
    `z: ${added(sum)} <= 1000000`,
    'Bounds',
    ...unknowns.map(({ least, greatest }, at) => `${least} <= x${at} <= ${greatest}`),
    'End',
  ].join('\n')

test('how far a sum may be from the truth is what another solver says, up and down', async () => {
  const solver = await openSolver()
  fc.assert(
    fc.property(cases, ({ knowledge, sum }) => {
      for (const way of [1, -1] as const) {
        const { reached } = extreme(knowledge, sum, way, Infinity)
        const { ObjectiveValue } = solver.solve(programme(way, knowledge, sum))
        expect(way * reached).toBeCloseTo(ObjectiveValue, 6)
      }
    }),
    { numRuns: 300, seed: 20190930 },
  )
})

test('what holds a sum is named: another, or an unknown that may go no further', () => {
  const free = { least: -10, greatest: 10 }
  const knowledge = { unknowns: [free, { least: 0, greatest: 0 }], sums: [{ parts: [0, 1], least: -2, greatest: 3 }] }
  const { reached, heldBy } = extreme(knowledge, [0], 1, Infinity)
  expect(reached).toBe(3)
  expect(heldBy).toEqual(
    expect.arrayContaining([
      { sum: 0, way: 1 },
      { unknown: 1, way: -1 },
    ]),
  )
})

test('it looks no further than is enough', () => {
  const free = { least: 0, greatest: 1 }
  const knowledge = { unknowns: [free, free, free, free], sums: [] }
  expect(extreme(knowledge, [0, 1, 2, 3], 1, 2).reached).toBe(2)
})
