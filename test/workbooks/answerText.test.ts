import type { CellValue } from 'exceljs'
import { writtenWorkbook } from '../../server/workbooks/returnWorkbook'
import { found } from './cellByAddress'
import { fillable, putBack, workbookOf } from './sheets'
import type { Cells } from '../../server/domain/survey/cells'

const sections = fillable().slice(0, 2)

type Written = { readonly value: CellValue; readonly numFmt?: string }

/** What comes of one answer cell, when somebody has put this in it. */
async function taken(address: string, { value, numFmt }: Written, kept: Cells = {}) {
  const workbook = workbookOf(kept, { sections })
  const cell = found(workbook, address).at('answer')
  cell.value = value
  if (numFmt !== undefined) cell.numFmt = numFmt
  const { changes, unreadable, remarks } = await putBack(await writtenWorkbook(workbook), kept, { sections })
  const read = changes[address]
  return {
    cell: read?.state === 'value' ? read.value : read,
    unreadable: unreadable.map(({ says }) => says),
    remarks: remarks.map(({ says }) => says),
  }
}

const HC = 'sw_emp_in.hc'
const WTE = 'sw_emp_in.wte'
const NAME = 'contact_name'
const YES_NO = 'has_mhsw'

describe('an answer in a spreadsheet', () => {
  test.each<[string, string, Written, unknown]>([
    ['a number', HC, { value: 41 }, 41],
    ['nought', HC, { value: 0 }, 0],
    ['a number kept as text', HC, { value: '1,234' }, 1234],
    ['a number with spaces about it', HC, { value: ' 41 ' }, 41],
    ['a sum as a computer keeps it', WTE, { value: 0.1 + 0.2 }, 0.3],
    ['a number in a box for words', NAME, { value: 42 }, '42'],
    [
      'a date in a box for words',
      NAME,
      { value: new Date('2019-04-03T00:00:00Z'), numFmt: 'dd/mm/yyyy' },
      '3 April 2019',
    ],
    [
      'words in parts',
      NAME,
      { value: { richText: [{ text: 'Dilys ' }, { text: 'Marlow', font: { bold: true } }] } },
      'Dilys Marlow',
    ],
    [
      'a linked address',
      'contact_email',
      { value: { text: 'd@t.example', hyperlink: 'mailto:d@t.example' } },
      'd@t.example',
    ],
    ['true, for yes', YES_NO, { value: true }, 'yes'],
    ['false, for no', YES_NO, { value: false }, 'no'],
    ['a choice by its label', YES_NO, { value: 'Yes' }, 'yes'],
    ['a choice by its code', YES_NO, { value: 'no' }, 'no'],
    ['what looks like a formula', 'pop_challenge', { value: '=1+1' }, '=1+1'],
  ])('is taken: %s', async (_what, address, written, expected) => {
    expect(await taken(address, written)).toEqual({ cell: expected, unreadable: [], remarks: [] })
  })

  test.each<[string, string, Written, string]>([
    ['an error', HC, { value: { error: '#DIV/0!' } }, 'has an error (#DIV/0!). Type the answer, or empty the cell.'],
    [
      'a formula with an error',
      HC,
      { value: { formula: '1/0', result: { error: '#DIV/0!' } } },
      'has an error (#DIV/0!)',
    ],
    [
      'a formula that was never worked out',
      HC,
      { value: { formula: 'A1' } as CellValue },
      'has a formula that shows nothing, or whose value is not in the file',
    ],
    ['a date', HC, { value: new Date('2019-04-03T00:00:00Z'), numFmt: 'd-mmm' }, 'is a date (3 April 2019)'],
    ['a percentage', HC, { value: 0.25, numFmt: '0%' }, 'is a percentage (25%). Give the number itself'],
    ['not applicable', HC, { value: 'n/a' }, 'must be a whole number, like 41. You gave “n/a”.'],
    ['fewer than five', HC, { value: '<5' }, 'must be a whole number, like 41. You gave “<5”.'],
    ['too large a number', HC, { value: 1e12 }, 'must be between 0 and 9,999. You gave “1000000000000”.'],
    ['a number without end', HC, { value: 1e300 }, 'must be a whole number'],
    ['half a person', HC, { value: 41.5 }, 'must be a whole number, without decimals.'],
    ['too many decimals', WTE, { value: 36.255 }, 'must have at most 2 decimals. You gave “36.255”.'],
    ['true, for a number', HC, { value: true }, 'must be a whole number, like 41. You gave “TRUE”.'],
    ['not collected without a reason', 'sw_generic_posts.hc', { value: 'NC' }, 'say why it is not collected'],
    ['not collected where it must be given', HC, { value: 'NC' }, 'must be a whole number'],
  ])('is told of: %s', async (_what, address, written, says) => {
    const found = await taken(address, written)
    expect(found.cell).toBeUndefined()
    expect(found.unreadable).toHaveLength(1)
    expect(found.unreadable[0]).toContain(says)
  })

  test('may be a formula: its value is used, and that is said', async () => {
    expect(await taken(HC, { value: { formula: '40+1', result: 41 } })).toEqual({
      cell: 41,
      unreadable: [],
      remarks: ['is a formula: the value it had when the file was saved is used.'],
    })
  })

  test('may be a formula that comes to more decimals than are asked: what it shows is used, and that is said', async () => {
    expect(await taken(WTE, { value: { formula: '7/3', result: 7 / 3 } })).toEqual({
      cell: 2.33,
      unreadable: [],
      remarks: ['is a formula: 2.33333333333333, the value it had when the file was saved, is used as 2.33.'],
    })
  })

  test('may be emptied, which takes it away', async () => {
    const kept: Cells = { [NAME]: { state: 'value', value: 'Dilys Marlow' } }
    expect((await taken(NAME, { value: null }, kept)).cell).toBeNull()
  })

  test('cannot be given for what we fill in', async () => {
    const { unreadable } = await taken('org_name', { value: 'Another Trust' })
    expect(unreadable).toEqual(['is filled in by us and cannot be changed here.'])
  })

  test('is told of twice over where its line has been copied', async () => {
    const workbook = workbookOf({}, { sections })
    const { sheet, row, at } = found(workbook, NAME)
    const line = sheet.getRow(row).values as CellValue[]
    line[Number(at('answer').col)] = 'Tomos Hale'
    sheet.addRow(line)
    const { changes, unreadable } = await putBack(await writtenWorkbook(workbook), {}, { sections })
    expect(changes).toEqual({})
    expect(unreadable).toHaveLength(2)
    expect(unreadable[0]?.says).toContain('more than once with different answers')
  })
})
