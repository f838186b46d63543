import { parse } from 'csv-parse/sync'

type Line = Readonly<Record<string, string>>

/** The lines of a comma-separated file, by the names of its columns. It must have as many cells in every line. */
export const csvRecords = (text: string): Line[] => parse<Line>(text, { columns: true, bom: true })
