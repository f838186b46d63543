import type ExcelJS from 'exceljs'
import { looks, paper } from './looks'
import { rowHeight } from './rowHeight'
import type { Mark } from '../domain/returns/sentFile'

/** What the first sheet says of the file. */
export interface Instructions {
  readonly mark: Mark
  readonly writtenMark: string
  readonly organisation: string
  readonly collection: string
  /** "Closes 11:59pm on Monday 10 February 2020". */
  readonly closes: string
  /** When it was downloaded. */
  readonly downloaded: string
  /** The name of each sheet, and what it is about. */
  readonly sheets: readonly (readonly [string, string])[]
}

/** What the file is and where it belongs, each fact beside a name that formulas and programs can find it by. */
const facts = (about: Instructions): readonly (readonly [string, string | number, string])[] => [
  ['Organisation', about.organisation, 'return_organisation'],
  ['Organisation code', about.mark.organisation, 'return_organisation_code'],
  ['Collection', about.collection, 'return_collection'],
  ['Code of its questions', about.mark.collection, 'return_definition'],
  ['Version of the return', about.mark.version, 'return_version'],
  ['Downloaded', about.downloaded, 'return_downloaded'],
  ['Closes', about.closes, 'return_closes'],
]

/** Of the column that is read, in characters. */
const WIDTH = 80

const howTo: readonly string[] = [
  'Write in the light yellow cells. Grey cells are filled in by us, added up for you, or not asked of you. White cells are for nothing.',
  'People and WTE of a line stand beside each other, so you may paste a block of figures at once. Paste values only, so that the lists and checks of the cells stay.',
  'If you cannot give a figure, leave its answer empty and choose why in the column “Not collected: why”. A true zero is 0.',
  'To take an answer away, empty its cell. Deleting a row, or a whole sheet, changes nothing in the return.',
  'You may sort rows, insert columns, rename sheets and use formulas in the answers: we read the value they show. Keep the headings and the columns “Address” at the right as they are: answers are put back by them.',
  'The sheets are protected against slips, without a password. You may take the protection off.',
  'Choose organisations from the list, or give their codes. Several choices in one cell have | between them.',
  'To put it back, save it as an Excel workbook (.xlsx), go to your return and choose “Put a spreadsheet back”. You will see every answer that would change before anything is kept.',
  'Colleagues may go on working on the pages meanwhile. Where you and they have changed the same answer, you will be asked which one to keep.',
]

/** The first sheet: what this file is, how to fill it in, and what is on the other sheets. */
export function drawInstructions(workbook: ExcelJS.Workbook, about: Instructions): void {
  const sheet = workbook.addWorksheet('Instructions', {
    pageSetup: paper('portrait'),
    headerFooter: { oddFooter: '&RPage &P of &N' },
  })
  sheet.columns = [
    { width: 32, style: { font: looks.font } },
    { width: WIDTH, style: { font: looks.font } },
  ]
  sheet.addRow(['Your return as a spreadsheet']).font = looks.title
  for (const [name, value, called] of facts(about)) {
    const row = sheet.addRow([name, value])
    row.getCell(1).font = looks.bold
    row.alignment = looks.wrappedLeft
    row.getCell(2).name = called
  }
  addList(
    sheet,
    'How to fill it in',
    howTo.map((line, at) => [at + 1, line]),
  )
  addList(sheet, 'What is in it', about.sheets)
  sheet.addRow([])
  sheet.addRow(['Leave this line as it is:', about.writtenMark]).font = looks.quiet
  void sheet.protect('', { formatColumns: true, formatRows: true })
}

function addList(
  sheet: ExcelJS.Worksheet,
  heading: string,
  lines: readonly (readonly [string | number, string])[],
): void {
  sheet.addRow([])
  sheet.addRow([heading]).font = looks.bold
  for (const [name, line] of lines) {
    const row = sheet.addRow([name, line])
    row.getCell(1).font = looks.quiet
    row.alignment = looks.wrappedLeft
    row.height = rowHeight([{ text: line, width: WIDTH }])
  }
}
