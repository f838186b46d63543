import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { momentInWords } from '../domain/collections/calendar'
import { dictionaryOf } from '../domain/exports/dictionary'
import { atlasOf } from '../domain/survey/places'
import type { Section, SurveyDefinition } from '../domain/survey/definition'
import { whose } from './answerColumns'
import { bookColumns, dictionarySizes, sectionSizes } from './bookColumns'
import { dictionaryColumns, dictionaryRow } from './dictionaryRows'
import type { Told } from './longAnswers'
import { looks } from './looks'
import { hasRoom } from './hasRoom'
import { saidByAddress, sectionAddresses, type HighestEntries } from './wideColumns'

interface Book {
  readonly definition: SurveyDefinition
  readonly highest: HighestEntries
  readonly asAt: Date
  /** How many submissions stand. */
  readonly many: number
  /** The submissions from the first to the last, again for each sheet: so no more than a few are in memory. */
  readonly again: () => Told['submissions']
}

/** All submissions of a collection as a workbook: a sheet for each section, a line for each submission. */
export async function returnBook(out: Writable, book: Book): Promise<void> {
  const { definition, asAt } = book
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  workbook.creator = 'Workforce Returns'
  workbook.lastModifiedBy = 'Workforce Returns'
  workbook.created = asAt
  workbook.modified = asAt
  aboutSheet(workbook, book)
  dictionarySheet(workbook, definition)
  for (const section of definition.sections) await sectionSheet(workbook, section, { ...book, out })
  // Whoever has gone away takes no end of it.
  if (!out.destroyed) await workbook.commit()
}

type Workbook = ExcelJS.stream.xlsx.WorkbookWriter

function aboutSheet(workbook: Workbook, { definition, asAt, many }: Book): void {
  const sheet = workbook.addWorksheet('About')
  sheet.columns = [
    { width: 24, style: { font: looks.bold } },
    { width: 90, style: { alignment: looks.wrappedLeft } },
  ]
  const lines: [string, string | number][] = [
    ['Collection', `${definition.title} (${definition.code})`],
    ['As at', `${momentInWords(asAt)} (${asAt.toISOString()})`],
    ['Submissions', many],
    ['What it holds', 'What stands of each organisation: the last submission that has not been taken back.'],
    [
      'Who may see it',
      'The network’s analysts. It is exact, and of single organisations: what may be told to others is in the numbered releases of figures, which are files of their own (figures.csv).',
    ],
    ['A figure', 'What was given. 0 is a figure.'],
    ['Empty', 'Asked, and not answered. Where essential_only is yes, only the essential questions had to be.'],
    ['NC:…', 'Not collected, and why: not_recorded, not_extractable, held_by_partner or too_burdensome.'],
    ['NA:none', 'Not asked because there are none: it counts as 0.'],
    ['NA:not_asked', 'Not asked for another reason: it is missing.'],
  ]
  for (const line of lines) sheet.addRow(line).commit()
  sheet.commit()
}

function dictionarySheet(workbook: Workbook, definition: SurveyDefinition): void {
  const sheet = workbook.addWorksheet('Dictionary', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  sheet.columns = dictionarySizes
  heading(sheet, dictionaryColumns)
  for (const entry of dictionaryOf(definition)) sheet.addRow(dictionaryRow(entry)).commit()
  sheet.commit()
}

/** Room for the wording of an address, in points. */
const WORDING_HEIGHT = 80

async function sectionSheet(workbook: Workbook, section: Section, book: Book & { out: Writable }): Promise<void> {
  const { definition, highest, out } = book
  const sheet = workbook.addWorksheet(`Section ${section.code.toUpperCase()}`, {
    views: [{ state: 'frozen', xSplit: 3, ySplit: 2 }],
  })
  const addresses = sectionAddresses(section, highest)
  sheet.columns = sectionSizes(addresses)
  const wordings = addresses.map((address) => wordingOf(address, definition))
  heading(sheet, [...bookColumns.map(() => ''), ...wordings], WORDING_HEIGHT)
  heading(sheet, [...bookColumns, ...addresses])
  for await (const exported of book.again()) {
    if (!(await hasRoom(out))) return
    const said = saidByAddress(exported, definition, [section])
    const about = [...whose(exported), exported.essentialOnly ? 'yes' : 'no']
    sheet.addRow([...about, ...addresses.map((address) => said.get(address) ?? null)]).commit()
  }
  sheet.commit()
}

function heading(sheet: ExcelJS.Worksheet, words: readonly string[], height?: number): void {
  const row = sheet.addRow([...words])
  row.font = looks.bold
  row.alignment = looks.wrapped
  if (height !== undefined) row.height = height
  row.commit()
}

const wordingOf = (address: string, definition: SurveyDefinition): string => {
  const atlas = atlasOf(definition)
  return atlas.place(address)?.label ?? atlas.question(address)?.question.label ?? 'Explanation'
}
