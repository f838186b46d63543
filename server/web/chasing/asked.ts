import { isStatus, isWorklistOrder, type Narrowing, type WorklistOrder } from '../../domain/chasing/narrowing'
import { isNhsRegion } from '../../domain/organisations/regions'
import { isOrganisationType } from '../../domain/organisations/types'
import type { Link } from '../chrome'

/** What an address asks to see of a collection's list. */
export interface Asked {
  readonly narrowing: Narrowing
  readonly by: WorklistOrder
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  /** What was asked for and does not exist; the list is drawn without it. */
  readonly problems: readonly Link[]
}

type Query = Readonly<Record<string, unknown>>

const LONGEST_SEARCH = 100

/** Reads `?status=&type=&region=&q=&sort=&page=`. */
export function askedIn(query: Query): Asked {
  const [status, type, region] = [textAt(query, 'status'), textAt(query, 'type'), textAt(query, 'region')]
  const q = textAt(query, 'q').slice(0, LONGEST_SEARCH)
  const sort = textAt(query, 'sort')
  const by = sort.replace(/^-/, '')
  const page = Number(textAt(query, 'page') || 1)
  return {
    narrowing: {
      ...(isStatus(status) ? { status } : {}),
      ...(isOrganisationType(type) ? { type } : {}),
      ...(isNhsRegion(region) ? { region } : {}),
      ...(q === '' ? {} : { q }),
    },
    by: isWorklistOrder(by) ? by : 'name',
    descending: isWorklistOrder(by) && sort.startsWith('-'),
    page: isPage(page) ? page : 1,
    problems: [
      ...unknown(status, isStatus(status), { says: 'There is no state', shown: 'All states are shown.', at: 'status' }),
      ...unknown(type, isOrganisationType(type), {
        says: 'There is no type',
        shown: 'All types are shown.',
        at: 'type',
      }),
      ...unknown(region, isNhsRegion(region), {
        says: 'There is no region',
        shown: 'All regions are shown.',
        at: 'region',
      }),
      ...unknown(sort, isWorklistOrder(by), {
        says: 'The list has no order',
        shown: 'It is in the order of names.',
        at: 'list',
      }),
      ...unknown(textAt(query, 'page'), isPage(page), {
        says: 'There is no page',
        shown: 'The first page is shown.',
        at: 'list',
      }),
    ],
  }
}

const textAt = (query: Query, name: string): string => {
  const sent = query[name]
  return typeof sent === 'string' ? sent.trim() : ''
}

const isPage = (page: number): boolean => Number.isInteger(page) && page > 0 && page <= 10_000

interface Unknown {
  readonly says: string
  /** What is drawn instead. */
  readonly shown: string
  /** The id of the part of the page it is about. */
  readonly at: string
}

const unknown = (given: string, isKnown: boolean, { says, shown, at }: Unknown): Link[] =>
  given === '' || isKnown ? [] : [{ text: `${says} called “${given.slice(0, 40)}”. ${shown}`, href: `#${at}` }]

/** How the order stands in an address: nothing for names, a dash before what is turned round. */
export const sortOf = ({ by, descending }: Pick<Asked, 'by' | 'descending'>): string =>
  by === 'name' && !descending ? '' : `${descending ? '-' : ''}${by}`

/** The address that asks for something a little different: always from its first page. */
export function addressOf(path: string, asked: Asked, changed: Readonly<Record<string, string>>): string {
  const parts = Object.entries({ ...asked.narrowing, sort: sortOf(asked), ...changed }).filter(
    ([, value]) => value !== '',
  )
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`
}
