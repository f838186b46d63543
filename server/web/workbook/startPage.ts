import type { OwnReturn } from '../../db/foundReturn'
import type { Link } from '../chrome'

/** Where a return is taken away as a spreadsheet, and put back. */
export interface StartPage {
  readonly title: string
  readonly caption: string
  readonly backLink: Link
  readonly problems: readonly Link[]
  /** What stands beside the box for the file. */
  readonly problem: { readonly text: string } | undefined
  readonly file: string
}

/** Whose return of which collection it is. */
export const captionOf = ({ organisation, collection }: OwnReturn): string =>
  `${organisation.name}, ${collection.title}`

/** The page, with what is wrong with the file that was chosen, if anything is. */
export const startPage = (found: OwnReturn, problem?: string): StartPage => ({
  title: 'Fill in this return as a spreadsheet',
  caption: captionOf(found),
  backLink: { text: 'All sections', href: `/returns/${found.id}` },
  problems: problem === undefined ? [] : [{ text: problem, href: '#workbook' }],
  problem: problem === undefined ? undefined : { text: problem },
  file: `/returns/${found.id}/workbook.xlsx`,
})
