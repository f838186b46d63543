import type { Mark } from '../domain/returns/sentFile'

/** Of the way these workbooks are laid out. */
const LAYOUT = 1

const WRITTEN =
  /^Workforce Returns (?<layout>\d{1,4}): collection (?<collection>[\w-]{1,60}), organisation (?<organisation>\w{1,20}), version (?<version>\d{1,9})$/

/** The mark as it stands on every sheet: "Workforce Returns 1: collection mhsw-2019, organisation T80, version 7". */
export const writtenMark = ({ collection, organisation, version }: Mark): string =>
  `Workforce Returns ${LAYOUT}: collection ${collection}, organisation ${organisation}, version ${version}`

/** The mark a cell's text is, if it is one of this layout. */
export function markIn(text: string): Mark | undefined {
  const found = WRITTEN.exec(text.trim())?.groups
  if (!found || Number(found.layout) !== LAYOUT) return undefined
  return {
    collection: found.collection ?? '',
    organisation: found.organisation ?? '',
    version: Number(found.version),
  }
}
