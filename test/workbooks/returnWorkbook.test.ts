import ExcelJS from 'exceljs'
import { returnWorkbook, writtenWorkbook } from '../../server/workbooks/returnWorkbook'
import { valueCell, type Cells } from '../../server/domain/survey/cells'
import { placesOf } from '../../server/domain/survey/places'
import { definitions } from '../../server/surveys'
import { eachAddress, found, type Found } from './cellByAddress'
import { fillable, names, sheetWith, workbookOf } from './sheets'

const kept: Cells = {
  has_mhsw: valueCell('yes'),
  'sw_emp_in.hc': valueCell(41),
  'sw_emp_out.hc': valueCell(4),
  'sw_ext.hc': valueCell(3),
  'sw_emp_in.wte': valueCell(36.2),
  'sw_ext_partner.2.org': valueCell('E06900001'),
  'sw_career_stage.asye.hc': valueCell(6),
  'sw_career_stage.other.hc': valueCell(2),
  'demo_disability.yes.wte': { state: 'not_collected', reason: 'not_extractable' },
  amhp_emp_any: valueCell('no'),
  'amhp_emp.hc': valueCell(9),
}

/** As a spreadsheet program finds it. */
const saved = (cells: Cells = kept): Promise<ExcelJS.Workbook> => (cells === kept ? usual : reopened(cells))

const reopened = async (cells: Cells): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  const file = await writtenWorkbook(workbookOf(cells))
  await workbook.xlsx.load(Uint8Array.from(file).buffer)
  return workbook
}

const usual = reopened(kept)

const cellIn = (workbook: ExcelJS.Workbook, address: string, name: Parameters<Found['at']>[0]): ExcelJS.Cell =>
  found(workbook, address).at(name)

/** A cell that says nothing of it is locked. */
const locksOf = (workbook: ExcelJS.Workbook, address: string): boolean | undefined => {
  const { protection } = cellIn(workbook, address, 'answer') as { protection?: { locked?: boolean } }
  return protection?.locked
}

describe('the workbook of a return', () => {
  test('opens on its instructions, has a sheet for each section, and its lists out of sight at the end', async () => {
    const workbook = await saved()
    const sheets = workbook.worksheets.map(({ name }) => name)
    expect(sheets).toHaveLength(fillable().length + 2)
    expect(sheets.slice(0, 3)).toEqual(['Instructions', 'A Your organisation', 'B Social workers in post'])
    expect(sheets.at(-1)).toBe('Lists')
    expect(workbook.worksheets.map(({ state }) => state)).toEqual([...sheets.slice(1).map(() => 'visible'), 'hidden'])
    expect(workbook.views[0]).toMatchObject({ activeTab: 0, firstSheet: 0 })
  })

  test('says what it is of, to people and to programs', async () => {
    const workbook = await saved()
    const said = (name: string) => {
      const [range = ''] = workbook.definedNames.getRanges(name).ranges
      const [sheet = '', cell = ''] = range.replaceAll(/['$]/g, '').split('!')
      return workbook.getWorksheet(sheet)?.getCell(cell).value
    }
    expect(said('return_organisation')).toBe('Thornmere Partnership NHS Trust')
    expect(said('return_organisation_code')).toBe('T80')
    expect(said('return_definition')).toBe('mhsw-2019')
    expect(said('return_version')).toBe(7)
    for (const sheet of workbook.worksheets.slice(1, -1)) {
      expect(sheet.getCell('A1').text).toContain('Thornmere Partnership NHS Trust, Mental health social work')
      const top = sheet.getRow(1).values as unknown[]
      expect(top).toContain('Workforce Returns 1: collection mhsw-2019, organisation T80, version 7')
    }
    expect(workbook.creator).toBe('Workforce Returns')
  })

  test('has one row of headings that stays in sight, no merged cells, and prints across a page', async () => {
    for (const sheet of (await saved()).worksheets.slice(1, -1)) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
      expect(sheet.hasMerges).toBe(false)
      expect(sheet.pageSetup).toMatchObject({
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      })
      expect(sheet.pageSetup.printTitlesRow).toBe('2:2')
    }
  })

  test('has what is counted side by side, as the page has it, each with an address of its own', async () => {
    const sheet = (await saved()).getWorksheet('B Social workers in post')
    expect((sheet?.getRow(2).values as unknown[]).slice(1)).toEqual([
      'Question',
      'Line',
      'Answer',
      'Answer (Organisation)',
      'Answer (People)',
      'Answer (WTE)',
      'Not collected: why',
      'Not collected: why (Organisation)',
      'Not collected: why (People)',
      'Not collected: why (WTE)',
      'What to give',
      'Notes',
      'Address',
      'Address (Organisation)',
      'Address (People)',
      'Address (WTE)',
    ])
    const people = found(await saved(), 'sw_career_stage.asye.hc')
    const wte = found(await saved(), 'sw_career_stage.asye.wte')
    expect(Number(wte.at('answer').col)).toBe(Number(people.at('answer').col) + 1)
    expect(wte.row).toBe(people.row)
  })

  test('names its organisation on every printed page, in no more words than a header may have', () => {
    const told = sheetWith(kept)
    const organisation = { ...told.register.organisation, name: `Care & Partners ${'&'.repeat(200)}` }
    const { worksheets } = returnWorkbook({
      sheet: { ...told, register: { ...told.register, organisation } },
      sections: fillable().slice(0, 3),
      version: 7,
      entries: {},
      names,
      closes: '',
      now: new Date('2020-01-27T09:05:00Z'),
    })
    for (const { headerFooter } of worksheets.slice(1, -1)) {
      for (const words of [headerFooter.oddHeader ?? '', headerFooter.oddFooter ?? '']) {
        expect(words).toContain('Care && Partners &&')
        expect(words.length).toBeLessThanOrEqual(255)
        expect(words.replaceAll('&&', '').match(/&(?![LRPN])/g)).toBeNull()
      }
    }
  })

  test.each(Object.values(definitions))('has one cell for every place there is in $code', (definition) => {
    const workbook = workbookOf({}, { definition, sections: definition.sections })
    const addresses = [...eachAddress(workbook)].map(({ address }) => address)
    const places = definition.sections.flatMap((section) =>
      section.questions.flatMap((question) => placesOf({ question, section }, [1, 2]).map(({ address }) => address)),
    )
    expect(places.filter((address) => !addresses.includes(address))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
    const cells = new Set([...eachAddress(workbook)].map(({ sheet, at }) => `${sheet.name} ${at('answer').address}`))
    expect(cells.size).toBe(addresses.length)
  })

  test('has room for every name of a sheet, ended at a word', async () => {
    for (const { name } of (await saved()).worksheets) expect(name.length).toBeLessThanOrEqual(31)
    expect((await saved()).worksheets.map(({ name }) => name)).toContain('E Vacancies, starters')
  })

  test('holds numbers as numbers, choices by their labels, and organisations by name and code', async () => {
    const workbook = await saved()
    expect(cellIn(workbook, 'sw_emp_in.hc', 'answer').value).toBe(41)
    expect(cellIn(workbook, 'sw_emp_in.wte', 'answer')).toMatchObject({ value: 36.2, numFmt: '#,##0.00' })
    expect(cellIn(workbook, 'has_mhsw', 'answer').value).toBe('Yes')
    expect(cellIn(workbook, 'sw_ext_partner.2.org', 'answer').value).toBe('Harrowmere Council (E06900001)')
    expect(cellIn(workbook, 'contact_phone', 'answer').numFmt).toBe('@')
    const reason = cellIn(workbook, 'demo_disability.yes.wte', 'reason')
    expect(reason.value).toBe('We record it but cannot extract or split it')
  })

  test('offers what may be chosen, and the range of what may be given', async () => {
    const workbook = await saved()
    expect(cellIn(workbook, 'sw_emp_in.hc', 'answer').dataValidation).toMatchObject({
      type: 'whole',
      operator: 'between',
      formulae: [0, 9999],
    })
    const listOf = (cell: ExcelJS.Cell) => {
      const [, letter = '', last = ''] =
        /^Lists!\$(\w+)\$1:\$\w+\$(\d+)$/.exec(String(cell.dataValidation.formulae[0])) ?? []
      return Array.from(
        { length: Number(last) },
        (_, at) => workbook.getWorksheet('Lists')?.getCell(`${letter}${at + 1}`).value,
      )
    }
    expect(listOf(cellIn(workbook, 'has_mhsw', 'answer'))).toEqual(['Yes', 'No'])
    expect(listOf(cellIn(workbook, 'demo_disability.yes.wte', 'reason'))).toContain('We do not record it')
    expect(listOf(cellIn(workbook, 'sw_ext_partner.2.org', 'answer'))).toEqual(
      [...names].map(([code, name]) => `${name} (${code})`),
    )
  })

  test('locks what we fill in, what is added up and what is not asked, and says why', async () => {
    const workbook = await saved()
    const locked = ['org_name', 'sw_employed.hc', 'amhp_emp.hc']
    for (const address of locked) expect(locksOf(workbook, address)).not.toBe(false)
    expect(locksOf(workbook, 'sw_emp_in.hc')).toBe(false)
    expect(cellIn(workbook, 'org_name', 'Notes').text).toContain('We fill this in')
    expect(cellIn(workbook, 'amhp_emp.hc', 'Notes').text).toContain('Not asked')
    // What was answered before is kept, though it does not count.
    expect(cellIn(workbook, 'amhp_emp.hc', 'answer').value).toBe(9)
    const first = workbook.worksheets[1] as ExcelJS.Worksheet & { sheetProtection?: { sheet?: boolean } }
    expect(first.sheetProtection?.sheet).toBe(true)
  })

  test('adds up by formulas, whose values are there as well', async () => {
    const workbook = await saved()
    expect(cellIn(workbook, 'sw_employed.hc', 'answer').value).toMatchObject({ result: 45 })
    expect(cellIn(workbook, 'sw_employed.hc', 'answer').formula).toMatch(
      /^IF\(COUNT\(([A-Z])\d+,\1\d+\)=2,\(\1\d+\+\1\d+\),""\)$/,
    )
    expect(cellIn(workbook, 'sw_employed.wte', 'answer').result).toBeUndefined()
    const { sheet, row } = found(workbook, 'sw_career_stage.not_known.hc')
    const total = sheet.getRow(row + 1)
    const people = found(workbook, 'sw_career_stage.not_known.hc').at('answer').col
    expect(total.getCell(2).value).toBe('Total of these lines')
    expect(total.getCell(people).value).toMatchObject({ result: 8 })
  })

  test('gives a list room for more, under numbers it has not used', async () => {
    const workbook = await saved()
    expect(cellIn(workbook, 'sw_ext_partner.3.org', 'Line').value).toBe('Employing organisation 3')
    expect(() => cellIn(workbook, 'sw_ext_partner.1.org', 'Line')).toThrow()
  })

  test('has no formula where somebody typed one', async () => {
    const workbook = await saved({ contact_name: valueCell('=HYPERLINK("http://x.example")') })
    expect(cellIn(workbook, 'contact_name', 'answer').type).toBe(ExcelJS.ValueType.String)
  })

  test('asks for the explanations its figures need', async () => {
    const workbook = await saved({
      ...kept,
      'sw_emp_in.hc': valueCell(500),
      'sw_emp_in.wte': valueCell(50),
      'sw_emp_out.wte': valueCell(1),
    })
    const sheet = workbook.getWorksheet('B Social workers in post')
    const asked = sheet?.getColumn('A').values.filter((value) => String(value).startsWith('Please explain:'))
    expect(asked?.length).toBeGreaterThan(0)
  })
})
