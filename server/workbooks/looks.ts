import type ExcelJS from 'exceljs'

const solid = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

const line: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFB1B4B6' } }

const strong: Partial<ExcelJS.Border> = { style: 'medium', color: { argb: 'FF1D4F5C' } }

const font = { name: 'Arial', size: 10 } as const

// The names of paper sizes exist for the compiler only; 9 is A4.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4 = 9 as ExcelJS.PaperSize

/** A4, as wide as its columns need; margins in inches. */
export const paper = (orientation: 'portrait' | 'landscape'): Partial<ExcelJS.PageSetup> => ({
  orientation,
  paperSize: A4,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
})

/** Dark words on light ground throughout, and never a meaning in a colour alone: what is locked also says so in words. */
export const looks = {
  font,
  bold: { ...font, bold: true },
  quiet: { ...font, color: { argb: 'FF505A5F' } },
  title: { ...font, size: 14, bold: true },
  heading: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
  headingFill: solid('FF1D4F5C'),
  answerFill: solid('FFFFFDE7'),
  lockedFill: solid('FFE7E9EA'),
  border: { top: line, bottom: line, left: line, right: line },
  /** Where the next question begins. */
  borderAbove: { top: strong, bottom: line, left: line, right: line },
  wrapped: { wrapText: true, vertical: 'top' },
  wrappedLeft: { wrapText: true, vertical: 'top', horizontal: 'left' },
  clipped: { wrapText: false, vertical: 'top' },
} as const satisfies Readonly<Record<string, object>>
