import { mergeChanges } from '../../../server/domain/survey/conflicts'
import { cells } from './tiny'

const at = new Date('2020-02-01T14:02:00Z')
const [ten, twenty, thirty] = [10, 20, 30].map((value) => ({ state: 'value', value }) as const)
const theirs = { address: 'b', was: ten ?? null, by: 'A. Colleague', at }

describe('two people at one return', () => {
  test('change different cells, and both stand', () => {
    expect(mergeChanges({ c: thirty ?? null }, [theirs], cells({ b: 20 }))).toEqual({
      changes: { c: thirty },
      conflicts: [],
    })
  })

  test('change the same cell to different values, and are asked', () => {
    const { changes, conflicts } = mergeChanges({ b: thirty ?? null }, [theirs], cells({ b: 20 }))
    expect(changes).toEqual({})
    expect(conflicts).toEqual([{ address: 'b', mine: thirty, theirs: twenty, by: 'A. Colleague', at }])
  })

  test('a cell sent back as it was drawn is not a change: theirs stands', () => {
    expect(mergeChanges({ b: ten ?? null }, [theirs], cells({ b: 20 }))).toEqual({ changes: {}, conflicts: [] })
  })

  test('rubbing out what another has just changed is a conflict too', () => {
    expect(mergeChanges({ b: null }, [theirs], cells({ b: 20 })).conflicts).toHaveLength(1)
  })
})
