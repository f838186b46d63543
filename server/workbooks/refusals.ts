/** What a file can be refused for, each with what to tell whoever chose it. */
export const refusals = {
  empty: 'The file is empty. Choose the spreadsheet you filled in.',
  not_a_workbook:
    'This is not a spreadsheet we can read. Save it as an Excel workbook (.xlsx), or as CSV (comma separated, UTF-8), and choose that file.',
  encrypted: 'The file is protected with a password. Save it without a password and choose it again.',
  old_format:
    'This is an Excel file of the old kind (.xls). Save it as an Excel workbook (.xlsx) and choose that file.',
  open_document: 'This is an OpenDocument file. Save it as an Excel workbook (.xlsx) and choose that file.',
  binary_workbook:
    'This is a binary Excel workbook (.xlsb). Save it as an Excel workbook (.xlsx) and choose that file.',
  macros: 'The file contains macros. Save it as an Excel workbook without macros (.xlsx) and choose that file.',
  external_links:
    'The file takes figures or pictures from other files. Replace the links by their values, save it and choose it again.',
  embedded: 'The file has other files inside it. Take them out, save it and choose it again.',
  declarations:
    'The file contains declarations that no spreadsheet program writes. Download your return again, copy your answers into it and choose that file.',
  odd_inside:
    'The file is not put together as spreadsheet programs do it. Open it in one, save it as an Excel workbook (.xlsx) and choose it again.',
  too_big: 'The file is larger than 5 MB. A filled-in return is well below 1 MB: take out pictures and other sheets.',
  too_many_parts: 'The file has more than 200 parts. Take out the sheets and pictures that are not part of the return.',
  too_big_inside:
    'The file holds more than a return can: over 50 MB, or over 16 MB on one sheet. Take out what is not part of the return.',
  too_many_rows:
    'The file has more than 20,000 rows or 200,000 cells. Take out the rows and sheets that are not part of the return.',
  too_much:
    'There is too much in the file for us to read. Take out what is not part of the return, save it and choose it again.',
  damaged: 'The file is damaged. Open it in your spreadsheet program, save it again and choose it once more.',
  not_utf8: 'The CSV file is not in UTF-8. Save it as “CSV UTF-8” and choose it again.',
  csv_headings: 'A CSV file must have the two columns “address” and “value”, with those headings in its first row.',
  csv_broken:
    'The CSV file has a line that cannot be read: a quotation mark is missing, or a cell too many or too few.',
} as const satisfies Readonly<Record<string, string>>

/** For what a file is refused, by its short name. */
export type FileRefusal = keyof typeof refusals

/** A file is refused whole: nothing of it is used. */
export interface RefusedFile {
  readonly kind: 'refused'
  readonly because: FileRefusal
}

/** The refusal of a file. */
export const refused = (because: FileRefusal): RefusedFile => ({ kind: 'refused', because })
