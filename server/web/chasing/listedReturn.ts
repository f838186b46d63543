import type { ListedAt } from '../../db/chasingFacts'
import type { WorklistRow } from '../../db/worklist'
import { hourAndMinute, londonDay } from '../../domain/collections/calendar'
import { shortDayAndMonth } from '../../domain/chasing/dayAndMonth'
import { regionNamed } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import { howFar } from '../../domain/returns/howFar'
import { statuses } from '../../domain/returns/lifecycle'
import { lastTouch, promiseWords, whyNow } from './chasingWords'

/** The codes of the sections employers fill in, and the moment for which the list is made. */
export interface Listing {
  readonly sections: readonly string[]
  readonly at: ListedAt
}

/** One line of the list, as the page and the file both say it. */
export interface ListedReturn {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly code: string
  readonly why: string
  readonly type: string
  readonly region: string
  readonly state: string
  readonly progress: string
  readonly active: string
  readonly problems: string
  readonly toExplain: string
  readonly contacted: string
  readonly promised: string
  readonly owner: string
  readonly contact: { readonly name: string; readonly email: string; readonly telephone: string }
}

/** What the list says of a return. */
export function listedReturn(row: WorklistRow, { sections, at }: Listing): ListedReturn {
  const far = howFar(row.progress, sections)
  return {
    id: row.id,
    href: `/network/returns/${row.id}`,
    name: row.name,
    code: row.code,
    why: whyNow(row, far, at),
    type: organisationTypes[row.type].one,
    region: regionNamed(row.nhsRegion),
    state: stateOf(row),
    progress: `${far.done} of ${far.of}`,
    active: row.lastActiveAt === null ? 'Never' : moment(row.lastActiveAt),
    problems: String(far.hard),
    toExplain: String(far.unexplained),
    contacted: lastTouch(row),
    promised: promiseWords(row, at.now),
    owner: row.owner ?? '',
    contact: {
      name: row.contact?.name ?? 'Nobody yet',
      email: row.contact?.email ?? '',
      telephone: row.contact?.telephone ?? '',
    },
  }
}

const moment = (at: Date): string => `${shortDayAndMonth(londonDay(at))}, ${hourAndMinute(at)}`

/** How a return stands, more exactly than its status says. */
export function stateOf({
  status,
  stands,
  firstOpenedAt,
}: Pick<WorklistRow, 'status' | 'stands' | 'firstOpenedAt'>): string {
  if (status === 'not_started') return firstOpenedAt === null ? 'Not opened' : 'Opened, nothing saved'
  if (status === 'reopened' && stands) return 'Reopened, last submission stands'
  return statuses[status]
}

export const headings = [
  ...['Organisation', 'Code', 'Why now', 'Whom to ring', 'Telephone', 'Email', 'State', 'Sections finished'],
  ...['Last active', 'Problems', 'To explain', 'Last contacted', 'Promised', 'Owner', 'Type', 'NHS region'],
]

/** The same, as a row of a file. A file is sorted by a machine: its moments are written 2020-01-24 14:02. */
export function fileRow(listed: ListedReturn, { lastActiveAt, promisedOn }: WorklistRow): (string | number)[] {
  const { name, code, why, contact, state, progress, contacted, owner, type, region } = listed
  const active = lastActiveAt === null ? '' : `${londonDay(lastActiveAt)} ${hourAndMinute(lastActiveAt)}`
  const promised = listed.promised === '' ? '' : (promisedOn ?? '')
  return [
    ...[name, code, why, contact.name, contact.telephone, contact.email, state, progress, active],
    ...[Number(listed.problems), Number(listed.toExplain), contacted, promised, owner, type, region],
  ]
}
