import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { csvOf, csvRows } from '../../server/workbooks/csv'
import { harmless } from '../../server/workbooks/harmless'

describe('a text that could be taken for a formula', () => {
  test.each([
    '=1+1',
    '+441632960123',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '  =1+1',
    '"=1+1"',
    "'=1+1",
    '\u200B=1',
    '\uFEFF=1',
  ])('%j is made text', (typed) => {
    expect(harmless(typed)).toBe(`'${typed}`)
  })

  test.each(['41', '-', 'a=b', 'We counted 3-4', 'Eastvale Council', '', '(=1)'])('%j is left alone', (typed) => {
    expect(harmless(typed)).toBe(typed)
  })

  test('does not make text of a number', () => {
    expect(csvRows([[-12, 0, 36.2, '-12']])).toBe("-12,0,36.2,'-12\r\n")
  })
})

test('what is written is read back, line ends, quotation marks, commas and all', async () => {
  const rows = [
    ['one\ntwo', 'say "no", she said'],
    ['a\rb', 'c\r\nd'],
    ['ŷ 🙂', ''],
  ]
  const text = await csvOf(['first', 'second'], rows, (row) => row)
  expect(text.startsWith('\uFEFFfirst,second\r\n')).toBe(true)
  expect(parse(text, { bom: true })).toEqual([['first', 'second'], ...rows])
})

test('any table is written as others write it', () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'ŷ') }), fc.integer())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const safe = rows.map((row) => row.map((each) => (typeof each === 'string' ? harmless(each) : each)))
      const theirs = stringify(safe, { record_delimiter: 'windows', quoted_match: /[\r\n]/ })
      expect(csvRows(rows)).toBe(theirs)
    }),
  )
})
