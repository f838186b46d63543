import { withoutShares } from '../../../server/domain/disclosure/tallyTables'
import { figuresOf } from '../../../server/domain/disclosure/figuresOf'
import { contributor, several, share } from './invented'

const { figures } = figuresOf(
  share,
  several(6, 'o', (name) => contributor(name, 20, 40)),
  [],
)
const hidden = { withheld: 'small_number' }
const at = { indicator: 'ind_part_time', group: 'type:nhs_trust' }

describe('a share that would give a hidden number of a table away', () => {
  test('is taken out with its numerator; how organisations stand remains', () => {
    expect(withoutShares(figures, [{ ...at, hides: 'numerator' }])).toMatchObject([
      { pooled: hidden, numerator: hidden, denominator: { value: 240 }, mean: { value: 50 } },
    ])
  })

  test('is taken out with what it is over, where that is hidden', () => {
    expect(withoutShares(figures, [{ ...at, hides: 'denominator' }])).toMatchObject([
      { pooled: hidden, numerator: { value: 120 }, denominator: hidden },
    ])
  })

  test('is left alone in other groups and other indicators', () => {
    expect(withoutShares(figures, [{ ...at, group: 'all', hides: 'both' }])).toEqual(figures)
    expect(withoutShares(figures, [{ ...at, indicator: 'ind_other', hides: 'both' }])).toEqual(figures)
  })
})
