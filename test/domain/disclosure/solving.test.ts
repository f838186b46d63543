import fc from 'fast-check'
import { givesAway } from '../../../server/domain/disclosure/solving'
import { knowing, nothingKnown } from '../../../server/domain/disclosure/sums'
import { fewSolved, freedoms, othersSolved } from './attack/solve'

/** Sets of any kind over a few submissions: what no collection would look like. */
const sets = (submissions: number) =>
  fc.array(fc.uniqueArray(fc.nat(submissions - 1), { minLength: 5, maxLength: submissions }), {
    minLength: 1,
    maxLength: 8,
  })

const isGivenAway = (all: readonly (readonly number[])[], submissions: number, past: readonly number[] = []) =>
  givesAway(all.reduce(knowing, nothingKnown(submissions)), new Set(past))

describe('of sums over any sets', () => {
  test('it is noticed whenever a few, or another, can be solved for', () => {
    fc.assert(
      fc.property(sets(14), (all) => {
        const free = freedoms(all, 14)
        const few = fewSolved(free).length > 0
        const byInsiders = free.some((_, own) => othersSolved(free, [own]).length > 0)
        if (few || byInsiders) expect(isGivenAway(all, 14)).toBe(true)
      }),
      { numRuns: 1000, seed: 20190930 },
    )
  })

  test('it is noticed whenever another can be solved for by who sent in twice', () => {
    fc.assert(
      fc.property(sets(16), (all) => {
        const free = freedoms(all, 16)
        const past = [12, 13, 14, 15]
        const byInsiders = past.some((before, own) => othersSolved(free, [own, before]).length > 0)
        if (byInsiders) expect(isGivenAway(all, 16, past)).toBe(true)
      }),
      { numRuns: 1000, seed: 20190930 },
    )
  })

  test('nothing is withheld for nothing: most that give nobody away are let through', () => {
    const sample = fc.sample(sets(14), { numRuns: 1000, seed: 20190930 })
    const safe = sample.filter((all) => {
      const free = freedoms(all, 14)
      return fewSolved(free).length === 0 && !free.some((_, own) => othersSolved(free, [own]).length > 0)
    })
    const passed = safe.filter((all) => !isGivenAway(all, 14))
    expect(safe.length).toBeGreaterThan(100)
    expect(passed.length / safe.length).toBeGreaterThan(0.9)
  })
})
