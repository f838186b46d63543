import { integer } from '../../../server/domain/kinds/integer'

const read = (typed: string) => integer.parse({ kind: 'integer', min: 0, max: 9999, unit: 'people' }, typed)
const problem = (typed: string) => {
  const found = read(typed)
  return found.ok ? `was read as ${found.value}` : found.problem
}

describe('a whole number', () => {
  test.each([
    ['0', 0],
    ['41', 41],
    [' 41 ', 41],
    ['007', 7],
    ['1,250', 1250],
    ['1 250', 1250],
    ['1\u00A0250', 1250],
    ['1\u202F250', 1250],
    ['41.', 41],
    ['41.0', 41],
    ['1,250.00', 1250],
    ['9,999', 9999],
    ['-0', 0],
  ])('is read from %j', (typed, value) => {
    expect(read(typed)).toStrictEqual({ ok: true, value })
  })

  test.each(['', '.', '-', ',', '1,25', '1,2500', ',250', '1,250,00', '0,500', '4 1', '1 25', '1,250 000'])(
    'is not guessed from %j',
    (typed) => {
      expect(problem(typed)).toBe(`must be a whole number, like 41. You gave “${typed}”`)
    },
  )

  test.each(['forty', '41 people', '4l', '1e3', '0x29', '+41', '４１', 'NaN', 'Infinity', '41%', '=6*7', '41\n42'])(
    'is not %j',
    (typed) => {
      expect(problem(typed)).toBe(`must be a whole number, like 41. You gave “${typed}”`)
    },
  )

  test.each(['41.5', '0.01', '.5', '41.0000000000000000001'])('has no decimals, as %s has', (typed) => {
    expect(problem(typed)).toBe(`must be a whole number, without decimals. You gave “${typed}”`)
  })

  test.each(['-5', '−5', '- 5', '10000', '10,000'])('keeps within its bounds, as %s does not', (typed) => {
    expect(problem(typed)).toBe(`must be between 0 and 9,999. You gave “${typed}”`)
  })

  test('may be too great for any computer', () => {
    expect(problem('9'.repeat(400))).toBe(`must be between 0 and 9,999. You gave “${'9'.repeat(40)}…”`)
  })

  test('is said with its thousands separated, and put back without', () => {
    const box = { kind: 'integer', min: 0, max: 5_000_000 } as const
    expect(integer.format(box, 1250)).toBe('1,250')
    expect(integer.typed(box, 1250)).toBe('1250')
  })
})
