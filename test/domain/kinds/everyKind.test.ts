import fc from 'fast-check'
import { format, parse, typedAs, type Box, type Value } from '../../../server/domain/kinds'

interface Specimen {
  readonly box: Box
  /** Values the box may hold. */
  readonly values: fc.Arbitrary<Value>
}

const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known' },
]
const days = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-30'), noInvalidDate: true })
const codes = ['T8A', 'T9Q', 'E06900001', 'E10900003']

/** One of each kind, so that a new kind cannot be forgotten. */
const specimens: Readonly<Record<Box['kind'], Specimen>> = {
  checkbox: { box: { kind: 'checkbox' }, values: fc.constant(true) },
  choice: { box: { kind: 'choice', options }, values: fc.constantFrom('yes', 'no', 'not_known') },
  choices: { box: { kind: 'choices', options }, values: fc.subarray(['yes', 'no', 'not_known']) },
  date: { box: { kind: 'date' }, values: days.map((day) => day.toISOString().slice(0, 10)) },
  decimal: {
    box: { kind: 'decimal', min: -500, max: 9999.99, places: 2 },
    values: fc.integer({ min: -50_000, max: 999_999 }).map((hundredths) => hundredths / 100),
  },
  email: { box: { kind: 'email' }, values: fc.emailAddress().filter(({ length }) => length <= 254) },
  integer: { box: { kind: 'integer', min: 0, max: 5_000_000 }, values: fc.integer({ min: 0, max: 5_000_000 }) },
  moment: { box: { kind: 'moment' }, values: days.map((instant) => instant.toISOString()) },
  organisation: { box: { kind: 'organisation', most: 3 }, values: fc.subarray(codes, { minLength: 1, maxLength: 3 }) },
  telephone: { box: { kind: 'telephone' }, values: fc.constantFrom('01632 960 001', '+44 (0)1632 960001') },
  text: {
    box: { kind: 'text', min: 0, max: 2000, long: true, like: { pattern: '^(?!Banana)', says: 'must not be a fruit' } },
    values: fc.string({ unit: 'grapheme' }).map((words) => words.normalize('NFC')),
  },
}

const everyKind = Object.entries(specimens).map(([kind, specimen]) => ({ kind, ...specimen }))

/** What a person, a paste from a spreadsheet or an attacker might send. */
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,-− |()@:TZ+ABCxyzé\u00A0\r\n\0') }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '__proto__', 'constructor', 'NaN', 'Infinity', '1e9', '9'.repeat(400), '0'.repeat(50_000)),
)

describe.each(everyKind)('a box of the kind $kind', ({ box, values }) => {
  const problemWith = (typed: string) => {
    const read = parse(box, typed)
    return read.ok ? 'none' : read.problem
  }

  test('puts a value back so that it is read as the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(parse(box, typedAs(box, value))).toEqual({ ok: true, value })
      }),
    )
  })

  test('reads the same again of whatever it could read', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const first = parse(box, typed)
        if (first.ok) expect(parse(box, typedAs(box, first.value))).toEqual(first)
      }),
    )
  })

  test('answers anything with a value or a problem, and never throws', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const read = parse(box, typed)
        expect(read.ok ? typeof format(box, read.value) : read.problem).toMatch(/^(string$|must |can |has )/)
      }),
    )
  })

  test('quotes what was given', () => {
    expect(problemWith('Banana')).toContain('“Banana”')
  })

  test('does not repeat a very long text at length', () => {
    const problem = problemWith(`Banana ${'🍌'.repeat(5000)}`)
    expect(problem).not.toBe('none')
    expect(problem.length).toBeLessThan(200)
  })
})
