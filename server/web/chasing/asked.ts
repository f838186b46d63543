import {
  isStatus,
  isWorklistOrder,
  narrowingOf,
  type Narrowing,
  type WorklistOrder,
} from '../../domain/chasing/narrowing'
import { isWorklistView } from '../../domain/chasing/views'
import { isNhsRegion } from '../../domain/organisations/regions'
import { isOrganisationType } from '../../domain/organisations/types'
import type { Link } from '../chrome'

/** What an address asks to see of a collection's list. */
export interface Asked {
  readonly narrowing: Narrowing
  /** As it stands in the address: me, nobody, or somebody's id. */
  readonly owner: string
  readonly by: WorklistOrder
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  /** What was asked for and does not exist; the list is drawn without it. */
  readonly problems: readonly Link[]
}

type Query = Readonly<Record<string, unknown>>

/** Somebody of the network who may see to a return. */
export interface Colleague {
  readonly id: string
  readonly name: string
}

export interface Looking {
  readonly personId: string
  readonly colleagues: readonly Colleague[]
}

const LONGEST_SEARCH = 100

/** Reads `?view=&status=&type=&region=&q=&owner=&sort=&page=`. */
export function askedIn(query: Query, looking: Looking): Asked {
  const [view, status, type] = [textAt(query, 'view'), textAt(query, 'status'), textAt(query, 'type')]
  const [region, owner] = [textAt(query, 'region'), ownerAt(query, looking)]
  const q = textAt(query, 'q').slice(0, LONGEST_SEARCH)
  const order = orderAt(query)
  const page = Number(textAt(query, 'page') || 1)
  return {
    narrowing: narrowingOf({ view, status, type, region, q }, owner),
    owner: owner === undefined ? '' : textAt(query, 'owner'),
    ...order,
    page: isPage(page) ? page : 1,
    problems: [
      ...unknown(view, isWorklistView(view), sayings.view),
      ...unknown(status, isStatus(status), sayings.status),
      ...unknown(type, isOrganisationType(type), sayings.type),
      ...unknown(region, isNhsRegion(region), sayings.region),
      ...unknown(textAt(query, 'owner'), owner !== undefined, sayings.owner),
      ...unknown(textAt(query, 'sort'), order.known, sayings.sort),
      ...unknown(textAt(query, 'page'), isPage(page), sayings.page),
    ],
  }
}

const textAt = (query: Query, name: string): string => {
  const sent = query[name]
  return typeof sent === 'string' ? sent.trim() : ''
}

/** The id of who sees to it, or 'nobody'; undefined where nothing, or nobody known, is asked for. */
function ownerAt(query: Query, { personId, colleagues }: Looking): string | undefined {
  const asked = textAt(query, 'owner')
  if (asked === 'me') return personId
  return asked === 'nobody' ? asked : colleagues.find(({ id }) => id === asked)?.id
}

/** Whom to ring first comes in the order in which to ring them, everything else by its name, unless it is said. */
function orderAt(query: Query): Pick<Asked, 'by' | 'descending'> & { readonly known: boolean } {
  const sort = textAt(query, 'sort')
  const by = sort.replace(/^-/, '')
  if (isWorklistOrder(by)) return { by, descending: sort.startsWith('-'), known: true }
  return { by: textAt(query, 'view') === 'ring' ? 'ring' : 'name', descending: false, known: false }
}

const isPage = (page: number): boolean => Number.isInteger(page) && page > 0 && page <= 10_000

interface Unknown {
  readonly says: string
  /** What is drawn instead. */
  readonly shown: string
  /** The id of the part of the page it is about. */
  readonly at: string
}

const sayings = {
  view: { says: 'There is no view', shown: 'All organisations are shown.', at: 'views' },
  status: { says: 'There is no state', shown: 'All states are shown.', at: 'status' },
  type: { says: 'There is no type', shown: 'All types are shown.', at: 'type' },
  region: { says: 'There is no region', shown: 'All regions are shown.', at: 'region' },
  owner: { says: 'There is no colleague', shown: 'Organisations of any owner are shown.', at: 'owner' },
  sort: { says: 'The list has no order', shown: 'It is in its usual order.', at: 'list' },
  page: { says: 'There is no page', shown: 'The first page is shown.', at: 'list' },
} as const satisfies Record<string, Unknown>

const unknown = (given: string, isKnown: boolean, { says, shown, at }: Unknown): Link[] =>
  given === '' || isKnown ? [] : [{ text: `${says} called “${given.slice(0, 40)}”. ${shown}`, href: `#${at}` }]

/** How the order stands in an address: nothing for the usual one, a dash before what is turned round. */
export const sortOf = ({ by, descending, narrowing }: Pick<Asked, 'by' | 'descending' | 'narrowing'>): string =>
  by === usualOrder(narrowing) && !descending ? '' : `${descending ? '-' : ''}${by}`

/** The order of a view where none is asked for. */
export const usualOrder = ({ view }: Narrowing): WorklistOrder => (view === 'ring' ? 'ring' : 'name')

/** The address that asks for something a little different: always from its first page. */
export function addressOf(path: string, asked: Asked, changed: Readonly<Record<string, string>>): string {
  const parts = Object.entries({
    ...asked.narrowing,
    owner: asked.owner,
    sort: sortOf(asked),
    ...changed,
  }).filter(([, value]) => value !== '')
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`
}
