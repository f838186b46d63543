import { hourAndMinute, londonDay, shortDayInWords } from '../../domain/collections/calendar'
import { regionNamed } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import { howFar } from '../../domain/returns/howFar'
import { statuses } from '../../domain/returns/lifecycle'
import type { WorklistRow } from '../../db/worklist'

/** One line of the list, as the page and the file both say it. */
export interface ListedReturn {
  readonly href: string
  readonly name: string
  readonly code: string
  readonly type: string
  readonly region: string
  readonly state: string
  readonly progress: string
  readonly saved: string
  readonly toExplain: string
  readonly contact: { readonly name: string; readonly email: string; readonly telephone: string }
}

/** What the list says of a return; `sections` are the codes of those employers fill in. */
export function listedReturn(row: WorklistRow, sections: readonly string[]): ListedReturn {
  const far = howFar(row.progress, sections)
  return {
    href: `/network/returns/${row.id}`,
    name: row.name,
    code: row.code,
    type: organisationTypes[row.type].one,
    region: regionNamed(row.nhsRegion),
    state: stateOf(row),
    progress: `${far.done} of ${far.of} sections`,
    saved:
      row.lastSavedAt === null ? 'Never' : `${shortDayInWords(row.lastSavedAt)}, ${hourAndMinute(row.lastSavedAt)}`,
    toExplain: String(far.unexplained),
    contact: {
      name: row.contact?.name ?? 'Nobody yet',
      email: row.contact?.email ?? '',
      telephone: row.contact?.telephone ?? '',
    },
  }
}

function stateOf({ status, stands, firstOpenedAt }: WorklistRow): string {
  if (status === 'not_started') return firstOpenedAt === null ? 'Not opened' : 'Opened, nothing saved'
  if (status === 'reopened' && stands) return 'Reopened, last submission stands'
  return statuses[status]
}

export const headings = [
  'Organisation',
  'Code',
  'Type',
  'NHS region',
  'State',
  'Progress',
  'Last saved',
  'To explain',
  'Contact',
  'Email',
  'Telephone',
] as const

/** The same, as a row of a file. A file is sorted by a machine: its moments are written 2020-01-24 14:02. */
export function fileRow(listed: ListedReturn, { lastSavedAt }: WorklistRow): (string | number)[] {
  const { name, code, type, region, state, progress, toExplain, contact } = listed
  const saved = lastSavedAt === null ? '' : `${londonDay(lastSavedAt)} ${hourAndMinute(lastSavedAt)}`
  const { name: person, email, telephone } = contact
  return [name, code, type, region, state, progress, saved, Number(toExplain), person, email, telephone]
}
