import { recovered } from './elimination'

const values = (...all: readonly number[]) => new Set(all.map((each) => `o${each}`))
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const own = numbers(0, 20).map((each) => [`o${each}`])

describe('exact elimination on groups that are published without a thought', () => {
  test('finds the one that is in the larger group and not in the smaller', () => {
    const sums = [values(...numbers(0, 9)), values(...numbers(0, 8))]
    expect(recovered({ sums, own })).toContainEqual({ of: ['o9'], by: 'anybody' })
  })

  test('finds what two regions of four leave of their type', () => {
    const sums = [values(...numbers(0, 13)), values(...numbers(0, 4)), values(...numbers(5, 9))]
    expect(recovered({ sums, own })).toEqual([{ of: ['o10', 'o11', 'o12', 'o13'], by: 'anybody' }])
  })

  test('finds four that are in four different sums', () => {
    const [a, b] = [numbers(4, 9), numbers(10, 15)]
    const sums = [values(0, 1, ...a), values(2, 3, ...b), values(...a), values(...b), values(0, 2, ...a, ...b)]
    const found = recovered({ sums, own }).map(({ of }) => [...of].sort().join())
    expect(found).toEqual(expect.arrayContaining(['o0,o1', 'o2,o3', 'o0,o2', 'o0,o1,o2,o3']))
  })

  test('finds what one insider works out by adding its own value', () => {
    const sums = [values(...numbers(0, 5)), values(...numbers(0, 4), 6)]
    expect(recovered({ sums, own })).toEqual(
      expect.arrayContaining([
        { of: ['o6'], by: 'o5' },
        { of: ['o5'], by: 'o6' },
      ]),
    )
    expect(recovered({ sums, own: [['o0']] })).toEqual([])
  })

  test('finds what changed between two releases', () => {
    const before = values(...numbers(0, 8))
    const after = new Set([...values(...numbers(1, 8)), 'o0 again'])
    const all = [['o0', 'o0 again'], ['o1']]
    expect(recovered({ sums: [before, after], own: all })).toEqual([{ of: ['o0 to o0 again'], by: 'anybody' }])
    expect(recovered({ sums: [before, after, values(...numbers(1, 8))], own: all })).toContainEqual({
      of: ['o0'],
      by: 'anybody',
    })
  })

  test('finds nothing where nothing is to be found', () => {
    const sums = [values(...numbers(0, 10)), values(...numbers(0, 4)), values(...numbers(5, 10))]
    expect(recovered({ sums, own })).toEqual([])
  })
})
