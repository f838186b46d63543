import type { ViewCounts } from '../../db/worklistCounts'
import { worklistOrders, type WorklistOrder } from '../../domain/chasing/narrowing'
import { isWorklistView, worklistViews } from '../../domain/chasing/views'
import { nhsRegions } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import { statuses } from '../../domain/returns/lifecycle'
import { sortOf, usualOrder, type Asked, type Colleague } from './asked'

export interface Filter {
  readonly text: string
  readonly href: string
  readonly count: string
  readonly current: boolean
}

interface Option {
  readonly value: string
  readonly text: string
}

export interface Narrow {
  readonly q: string
  readonly lists: readonly {
    readonly name: string
    readonly label: string
    readonly value: string
    readonly items: readonly Option[]
  }[]
  readonly kept: readonly { readonly name: string; readonly value: string }[]
}

export interface Heading {
  readonly text: string
  /** Undefined where it orders nothing. */
  readonly href: string | undefined
  readonly sorted: 'ascending' | 'descending' | undefined
  readonly number: boolean
}

/** The address that asks for something a little different. */
export type To = (changed: Readonly<Record<string, string>>) => string

const grouped = (figure: number): string => figure.toLocaleString('en-GB')

const views = Object.keys(worklistViews).filter(isWorklistView)

/** One press each: what helps to look at, and how many are in it. Each begins in its own order. */
export function viewLinks({ all, mine, views: counted }: ViewCounts, asked: Asked, to: To): Filter[] {
  const current = asked.narrowing.view
  const at = (changed: { view: string; owner: string }) => to({ ...changed, sort: '' })
  return [
    ...views.map((view) => ({
      text: worklistViews[view],
      href: at({ view, owner: '' }),
      count: grouped(counted[view]),
      current: view === current,
    })),
    { text: 'Mine', href: at({ view: '', owner: 'me' }), count: grouped(mine), current: isMine(asked) },
    {
      text: 'All',
      href: at({ view: '', owner: '' }),
      count: grouped(all),
      current: current === undefined && asked.owner === '',
    },
  ]
}

const isMine = ({ narrowing, owner }: Asked): boolean => narrowing.view === undefined && owner === 'me'

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** A search and a few lists, with what else was asked for kept. */
export function narrowOf(asked: Asked, colleagues: readonly Colleague[]): Narrow {
  const { q, status, type, region, view } = asked.narrowing
  const types = Object.entries(organisationTypes).map(([value, { many }]) => ({ value, text: many }))
  const owners = [
    { value: 'me', text: 'Me' },
    { value: 'nobody', text: 'Nobody' },
    ...colleagues.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return {
    q: q ?? '',
    lists: [
      list('status', 'State', status, [{ value: '', text: 'All states' }, ...optionsOf(statuses)]),
      list('type', 'Type', type, [{ value: '', text: 'All types' }, ...types]),
      list('region', 'NHS region', region, [{ value: '', text: 'All regions' }, ...optionsOf(nhsRegions)]),
      list('owner', 'Owner', asked.owner, [{ value: '', text: 'Anybody' }, ...owners]),
    ],
    kept: Object.entries({ view: view ?? '', sort: sortOf(asked) }).flatMap(([name, value]) =>
      value === '' ? [] : [{ name, value }],
    ),
  }
}

const list = (name: string, label: string, value: string | undefined, items: readonly Option[]) => ({
  name,
  label,
  value: value ?? '',
  items,
})

/**
 * The columns as they stand, first what decides who rings whom: a narrow screen cuts off the others. A second press on one
 * turns its order round. Whom to ring is a name, and orders nothing.
 */
const columns: readonly (WorklistOrder | 'contact')[] = [
  ...(['name', 'ring', 'contact', 'owner', 'promised', 'contacted', 'state', 'progress', 'active'] as const),
  ...(['problems', 'warnings', 'type', 'region'] as const),
]

/** The headings of the list, with where each orders it. */
export const headingsOf = (asked: Asked, to: To): Heading[] =>
  columns.map((column) => (column === 'contact' ? plainHeading('Whom to ring') : headingOf(column, asked, to)))

const plainHeading = (text: string): Heading => ({ text, href: undefined, sorted: undefined, number: false })

function headingOf(order: WorklistOrder, { by, descending, narrowing }: Asked, to: To): Heading {
  const turned = order === by && !descending
  return {
    text: worklistOrders[order],
    href: to({ sort: order === usualOrder(narrowing) && !turned ? '' : `${turned ? '-' : ''}${order}` }),
    sorted: order === by ? (descending ? 'descending' : 'ascending') : undefined,
    number: order === 'warnings' || order === 'problems',
  }
}
