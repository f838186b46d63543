import ExcelJS from 'exceljs'
import type { Names } from '../domain/reading/cellInWords'
import { choiceLists } from './choiceLists'
import { columnsOf, letterIn } from './columns'
import type { Whereabouts } from './formulas'
import { drawInstructions } from './instructions'
import { linesOf, type EntriesUsed } from './linesOf'
import { writtenMark } from './mark'
import { drawSection, rowOfLine, type SectionSheet } from './sectionSheet'
import { momentInWords } from '../domain/collections/calendar'
import type { Section } from '../domain/survey/definition'
import type { Sheet } from '../domain/survey/sheet'

/** A return, and as much of it as one person may see. */
export interface ReturnWorkbook {
  /** The return as it is. */
  readonly sheet: Sheet
  /** What this person may see. */
  readonly sections: readonly Section[]
  readonly version: number
  readonly entries: EntriesUsed
  readonly names: Names
  /** "Closes 11:59pm on Monday 10 February 2020". */
  readonly closes: string
  readonly now: Date
}

/** One return as a workbook: instructions, a sheet for each section, and the lists that its drop-downs offer. */
export function returnWorkbook(told: ReturnWorkbook): ExcelJS.Workbook {
  const { definition, register } = told.sheet
  const mark = { collection: definition.code, organisation: register.organisation.code, version: told.version }
  const pages = told.sections.map((section) => sectionSheet(section, told, writtenMark(mark)))
  const lists = choiceLists()
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook, {
    title: `${register.organisation.name}: ${definition.title}`,
    creator: 'Workforce Returns',
    created: told.now,
    modified: told.now,
  })
  workbook.views = [{ x: 0, y: 0, width: 20_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  drawInstructions(workbook, {
    mark,
    writtenMark: writtenMark(mark),
    organisation: register.organisation.name,
    collection: definition.title,
    closes: told.closes,
    downloaded: momentInWords(told.now),
    sheets: told.sections.map((section) => [sheetName(section), section.title]),
  })
  for (const page of pages)
    drawSection(workbook, page, { lists, where: whereaboutsFrom(page, pages), names: told.names })
  lists.drawn(workbook)
  return workbook
}

/** The file a workbook is sent as. */
export const writtenWorkbook = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer())

function sectionSheet(section: Section, told: ReturnWorkbook, mark: string): SectionSheet {
  const lines = linesOf(section, told.sheet, told.entries)
  const { definition, register } = told.sheet
  const code = section.code.toUpperCase()
  return {
    name: sheetName(section),
    title: `${code}. ${section.title}: ${register.organisation.name}, ${definition.title}`,
    mark,
    footer: `${register.organisation.name}, ${momentInWords(told.now)}`,
    lines,
    columns: columnsOf(lines),
  }
}

const LONGEST_NAME = 31

/** At most 31 characters, whole words, and none of those a spreadsheet forbids. */
export function sheetName({ code, title }: Section): string {
  const whole = `${code.toUpperCase()} ${title.replaceAll(/[[\]:*?/\\']/g, ' ')}`
  if (whole.length <= LONGEST_NAME) return whole.trim()
  const words = whole.slice(0, LONGEST_NAME).replace(/[\s,(]+\S*$/, '')
  return words.replace(/ (?:and|of|to|in)$/, '')
}

/** How a formula on one sheet names the answer at an address: by its cell, with its sheet where that is another. */
function whereaboutsFrom(from: SectionSheet, pages: readonly SectionSheet[]): Whereabouts {
  return (address) => {
    for (const page of pages) {
      const at = page.lines.findIndex(({ cells }) => cells.some((cell) => cell.address === address))
      const measure = page.lines[at]?.cells.find((cell) => cell.address === address)?.measure
      const letter = measure === undefined ? undefined : letterIn(page.columns, 'answer', measure)
      if (letter !== undefined) return `${page === from ? '' : `'${page.name}'!`}${letter}${rowOfLine(at)}`
    }
    return undefined
  }
}
