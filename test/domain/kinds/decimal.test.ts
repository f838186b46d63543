import { decimal, type DecimalBox } from '../../../server/domain/kinds/decimal'

const wte: DecimalBox = { kind: 'decimal', min: 0, max: 9999.99, places: 2, unit: 'WTE' }
const hours: DecimalBox = { kind: 'decimal', min: 30, max: 40, places: 1, unit: 'hours' }
const change: DecimalBox = { kind: 'decimal', min: -500, max: 500, places: 2, unit: 'WTE' }

const problem = (box: DecimalBox, typed: string) => {
  const found = decimal.parse(box, typed)
  return found.ok ? `was read as ${found.value}` : found.problem
}

describe('a number of whole-time equivalents', () => {
  test.each([
    ['0', 0],
    ['36.2', 36.2],
    ['36.20', 36.2],
    ['36.2000', 36.2],
    ['36.', 36],
    ['.5', 0.5],
    ['0.07', 0.07],
    ['8.29', 8.29],
    ['1,250.75', 1250.75],
    ['1 250.75', 1250.75],
    ['9999.99', 9999.99],
    ['-0.00', 0],
  ])('%s is %s', (typed, value) => {
    expect(decimal.parse(wte, typed)).toStrictEqual({ ok: true, value })
  })

  test.each(['36.205', '36.001', '0.999', '1,250.123'])('is told to two decimals, not as %s', (typed) => {
    expect(problem(wte, typed)).toBe(`must have at most 2 decimals. You gave “${typed}”`)
  })

  test.each(['', '.', '36,2', '36.2 WTE', '36..2', '1.250,75', 'half', '1e2', '7 5'])('is not %j', (typed) => {
    expect(problem(wte, typed)).toBe(`must be a number, like 36.2. You gave “${typed}”`)
  })

  test.each(['-0.01', '−5', '10000', '10,000.00'])('keeps within its bounds, as %s does not', (typed) => {
    expect(problem(wte, typed)).toBe(`must be between 0.00 and 9,999.99. You gave “${typed}”`)
  })

  test('is not delayed by very many noughts', () => {
    const before = process.cpuUsage()
    expect(problem(wte, `1.${'0'.repeat(200_000)}1`)).toBe(
      `must have at most 2 decimals. You gave “1.${'0'.repeat(38)}…”`,
    )
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })

  test('is said and put back with both its decimals', () => {
    expect(decimal.format(wte, 1250.5)).toBe('1,250.50')
    expect(decimal.typed(wte, 1250.5)).toBe('1250.50')
  })
})

describe('a number with one decimal', () => {
  test('is read to one decimal', () => {
    expect(decimal.parse(hours, '37.5')).toEqual({ ok: true, value: 37.5 })
    expect(decimal.parse(hours, '37.50')).toEqual({ ok: true, value: 37.5 })
    expect(problem(hours, '37.25')).toBe('must have at most 1 decimal. You gave “37.25”')
    expect(problem(hours, '29.9')).toBe('must be between 30.0 and 40.0. You gave “29.9”')
  })
})

describe('a change, up or down', () => {
  test.each([
    ['-12.5', -12.5],
    ['−0.25', -0.25],
    ['-.5', -0.5],
    ['-500', -500],
  ])('%s is %d', (typed, value) => {
    expect(decimal.parse(change, typed)).toEqual({ ok: true, value })
  })

  test('has a bound below', () => {
    expect(problem(change, '-500.01')).toBe('must be between -500.00 and 500.00. You gave “-500.01”')
  })
})
