import fc from 'fast-check'
import type { RatioIndicator } from '../../../server/domain/benchmarks/indicator'
import { figuresOf } from '../../../server/domain/disclosure/figuresOf'
import { collections } from './attack/collection'
import { fewSolved, freedoms, othersSolved } from './attack/solve'
import { contributor, several, share } from './invented'

const named = { named: true }
const others = (count: number) => several(count, 'o', (name) => contributor(name, 20, 40))
const marked = (...given: Parameters<typeof figuresOf>) =>
  figuresOf(...given).marks.map(({ organisation }) => organisation)

describe('an organisation that agreed to be named', () => {
  test('is shown at its value, in whole per cent', () => {
    const { marks, named: isNamed } = figuresOf(share, [contributor('open', 10, 80, named), ...others(6)], [])
    expect(isNamed).toBe(true)
    expect(marks).toEqual([{ indicator: 'ind_part_time', organisation: 'open', value: 13 }])
  })

  test.each([
    ['few people who are', 7, 40],
    ['few people who are not', 38, 40],
    ['few people altogether', 8, 16],
  ])('is not shown where there are %s', (_what, people, below) => {
    expect(marked(share, [contributor('open', people, below, named), ...others(6)], [])).toEqual([])
  })

  test('is not shown where it would leave fewer than five others, unless it leaves none', () => {
    expect(marked(share, [contributor('open', 20, 40, named), ...others(4)], [])).toEqual([])
    const all = others(6).map((member) => ({ ...member, named: true }))
    expect(marked(share, all, [])).toHaveLength(6)
  })

  test('is never shown by what its people are', () => {
    const protectedShare = { ...share, subject: 'protected' } as const satisfies RatioIndicator
    expect(marked(protectedShare, [contributor('open', 20, 40, named), ...others(6)], [])).toEqual([])
  })
})

test('in hundreds of random collections nobody can be solved for by who knows the marks too', () => {
  let shown = 0
  fc.assert(
    fc.property(collections, (releases) => {
      const members = (releases[0] ?? []).map((member) =>
        contributor(member.submission, 20, 40, { named: member.named, groups: member.groups }),
      )
      const { accepted, marks } = figuresOf(share, members, [])
      if (marks.length === 0) return
      shown++
      const known = new Set(marks.map(({ organisation }) => organisation))
      const sums = accepted.map((group) =>
        members.flatMap(({ groups, organisation }, at) =>
          groups.includes(group) && !known.has(organisation) ? [at] : [],
        ),
      )
      const free = freedoms(sums, members.length)
      const unnamed = members.flatMap(({ organisation }, at) => (known.has(organisation) ? [] : [at]))
      expect(fewSolved(free)).toEqual([])
      for (const own of unnamed) expect(othersSolved(free, [own])).toEqual([])
    }),
    { numRuns: 300, seed: 20190930 },
  )
  expect(shown).toBeGreaterThan(10)
})
