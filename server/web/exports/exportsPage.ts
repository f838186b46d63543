import type { FoundCollection } from '../../db/collections'
import type { Standing } from '../../db/exports'
import { momentInWords } from '../../domain/collections/calendar'
import type { Page } from '../chrome'

interface File {
  readonly name: string
  readonly href: string
  readonly holds: string
}

/** The page from which the files of a collection are taken. */
export interface ExportsPage extends Page {
  /** "121 submissions stand, as at 9:05am on Monday 27 January 2020." */
  readonly says: string
  readonly files: readonly File[]
  readonly dictionary: string
}

const files: readonly (readonly [name: string, holds: string])[] = [
  [
    'answers-long.csv',
    'A line for each address of each submission: its state, its value, why there is none, how it came.',
  ],
  ['answers-wide.csv', 'A line for each submission, with a column for each address.'],
  ['return-book.xlsx', 'The same as a workbook: a sheet for each section, and the dictionary.'],
  [
    'figures.csv',
    'What the latest release of figures says: a line for each indicator and group. There are none before the first release.',
  ],
  ['dictionary.csv', 'Every address: its wording, what may be given, when it is asked, and its rules.'],
]

/** The files an analyst can take of one collection. */
export function exportsPage({ code, title }: FoundCollection, { ids, asAt }: Standing): ExportsPage {
  const path = `/network/collections/${code}`
  const counted = ids.length.toLocaleString('en-GB')
  const stand = ids.length === 1 ? 'submission stands' : 'submissions stand'
  return {
    title: 'Files for analysts',
    caption: title,
    breadcrumbs: [{ text: 'Responses', href: path }, { text: 'Files for analysts' }],
    says: `${counted} ${stand}, as at ${momentInWords(asAt)}. Drafts are in none of these files.`,
    files: files.map(([name, holds]) => ({ name, holds, href: `${path}/exports/${name}` })),
    dictionary: `${path}/dictionary`,
  }
}
