import { fewSolved, freedoms, othersSolved } from './solve'

describe('the attack itself', () => {
  test('finds who is left when a smaller group is taken from a larger', () => {
    const free = freedoms(
      [
        [0, 1, 2, 3, 4, 5],
        [0, 1, 2, 3, 4],
      ],
      6,
    )
    expect(fewSolved(free)).toEqual([[5]])
  })

  test('finds a pair', () => {
    const free = freedoms(
      [
        [0, 1, 2, 3, 4, 5, 6],
        [0, 1, 2, 3, 4],
      ],
      7,
    )
    expect(fewSolved(free)).toEqual([[5, 6]])
    expect(othersSolved(free, [5])).toEqual([6])
  })

  test('finds what only an insider can work out', () => {
    const free = freedoms(
      [
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3, 5],
      ],
      6,
    )
    expect(fewSolved(free)).toEqual([])
    expect(othersSolved(free, [4])).toEqual([5])
    expect(othersSolved(free, [0])).toEqual([])
  })

  test('finds what takes more than two groups', () => {
    const half = [0, 1, 2, 3, 4]
    const rest = [5, 6, 7, 8, 9]
    const free = freedoms([half, rest, [...half, ...rest, 10]], 11)
    expect(fewSolved(free)).toEqual([[10]])
  })

  test('finds nothing where nothing is to be found', () => {
    const free = freedoms(
      [
        [0, 1, 2, 3, 4],
        [5, 6, 7, 8, 9],
      ],
      10,
    )
    expect(fewSolved(free)).toEqual([])
    expect(othersSolved(free, [0])).toEqual([])
  })
})
