import type { SentFile } from '../domain/returns/sentFile'

interface Return {
  readonly version: number
  readonly organisation: { readonly name: string; readonly code: string }
  readonly collection: { readonly code: string; readonly title: string }
}

const AGAIN = 'Download the spreadsheet of this return again, and copy your answers into it.'

/** Why a file cannot be put back into a return, in words; undefined where it belongs to it. A CSV file says nothing. */
export function wrongFile({ kind, marks }: SentFile, found: Return): string | undefined {
  if (kind === 'csv') return undefined
  const [mark] = marks
  if (!mark) return `The file does not say which return it belongs to. ${AGAIN}`
  const stranger = marks.find(({ organisation }) => organisation !== found.organisation.code)
  if (stranger) {
    return `The file is of the organisation with the code ${stranger.organisation}. This is the return of ${found.organisation.name} (${found.organisation.code}). Choose the file of this return.`
  }
  const other = marks.find(({ collection }) => collection !== found.collection.code)
  if (other) {
    return `The file is of the collection ${other.collection}. This return is for ${found.collection.title} (${found.collection.code}). ${AGAIN}`
  }
  if (marks.some(({ version }) => version > found.version)) {
    return `The file says that it is newer than this return, which cannot be so. ${AGAIN}`
  }
  return undefined
}

/** The version a file began with: the oldest, where its sheets were put together from several. */
export const versionOf = ({ marks }: Pick<SentFile, 'marks'>, now: number): number =>
  Math.min(now, ...marks.map(({ version }) => version))
