import { organisation } from '../../../server/domain/kinds/organisation'

const one = { kind: 'organisation' } as const
const several = { kind: 'organisation', most: 3 } as const

describe('an organisation', () => {
  test.each([
    ['E06900001', 'E06900001'],
    ['T8A', 'T8A'],
    ['Harrowmere Council (E06900001)', 'E06900001'],
    ['Harrowmere Trust (North) (T8A)', 'T8A'],
    ['  T8A ', 'T8A'],
  ])('is known by its code in %j', (typed, value) => {
    expect(organisation.parse(one, typed)).toEqual({ ok: true, value })
  })

  test.each(['', 'Harrowmere Council', 'Harrowmere Trust (North)', 'T8', 'E069000012', 't8a', 'T8-A', "T8A'--"])(
    'is not %j',
    (typed) => {
      expect(organisation.parse(one, typed)).toEqual({
        ok: false,
        problem: `must be an organisation from the list. You gave “${typed}”`,
      })
    },
  )

  test('is one: of two, neither is dropped without a word', () => {
    expect(organisation.parse(one, 'T8A|T9B')).toEqual({
      ok: false,
      problem: 'can name only one organisation. You gave 2',
    })
  })
})

describe('several organisations', () => {
  test('are kept in the order they were named, each once', () => {
    expect(organisation.parse(several, 'T9B|Harrowmere Council (E06900001)|T9B')).toEqual({
      ok: true,
      value: ['T9B', 'E06900001'],
    })
  })

  test('may be one, and are still a list', () => {
    expect(organisation.parse(several, 'T9B')).toEqual({ ok: true, value: ['T9B'] })
  })

  test('are counted without those named twice', () => {
    expect(organisation.parse(several, 'T9B|T9C|T9D|T9B').ok).toBe(true)
    expect(organisation.parse(several, 'T9B|T9C|T9D|T9E')).toEqual({
      ok: false,
      problem: 'can name at most 3 organisations. You gave 4',
    })
  })

  test('are refused for the one that is not a code', () => {
    expect(organisation.parse(several, 'T9B|Harrowmere Council')).toEqual({
      ok: false,
      problem: 'must be an organisation from the list. You gave “Harrowmere Council”',
    })
  })
})
