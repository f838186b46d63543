import type { CountedReturns } from '../../db/worklist'
import { isWorklistOrder, worklistOrders } from '../../domain/chasing/narrowing'
import { nhsRegions } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import { statuses } from '../../domain/returns/lifecycle'
import { sortOf, type Asked } from './asked'

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
  readonly type: string
  readonly region: string
  readonly types: readonly Option[]
  readonly regions: readonly Option[]
  readonly kept: readonly { readonly name: string; readonly value: string }[]
}

export interface Heading {
  readonly text: string
  readonly href: string
  readonly sorted: 'ascending' | 'descending' | undefined
  readonly number: boolean
}

/** The address that asks for something a little different. */
type To = (changed: Readonly<Record<string, string>>) => string

const grouped = (figure: number): string => figure.toLocaleString('en-GB')

const total = (counted: readonly CountedReturns[]): number => counted.reduce((sum, { count }) => sum + count, 0)

/** One press each: a state, and how many are in it. */
export function filtersOf(narrowed: readonly CountedReturns[], asked: Asked, to: To): Filter[] {
  const current = asked.narrowing.status
  const known = Object.entries(statuses).map(([status, text]) => ({
    text,
    href: to({ status }),
    count: total(narrowed.filter((each) => each.status === status)),
    current: status === current,
  }))
  const all = { text: 'All', href: to({ status: '' }), count: total(narrowed), current: current === undefined }
  return [all, ...known.filter(({ count, current: chosen }) => count > 0 || chosen)].map((filter) => ({
    ...filter,
    count: grouped(filter.count),
  }))
}

/** A search and two lists, with what else was asked for kept. */
export function narrowOf(asked: Asked): Narrow {
  const { q, type, region, status } = asked.narrowing
  return {
    q: q ?? '',
    type: type ?? '',
    region: region ?? '',
    types: [
      { value: '', text: 'All types' },
      ...Object.entries(organisationTypes).map(([value, { many }]) => ({ value, text: many })),
    ],
    regions: [
      { value: '', text: 'All regions' },
      ...Object.entries(nhsRegions).map(([value, text]) => ({ value, text })),
    ],
    kept: Object.entries({ status: status ?? '', sort: sortOf(asked) }).flatMap(([name, value]) =>
      value === '' ? [] : [{ name, value }],
    ),
  }
}

/** The columns by which the list can be ordered; a second press turns the order round. */
export function headingsOf({ by, descending }: Asked, to: To): Heading[] {
  return Object.keys(worklistOrders)
    .filter(isWorklistOrder)
    .map((order) => {
      const turned = order === by && !descending
      const sort = `${turned ? '-' : ''}${order}`
      return {
        text: worklistOrders[order],
        href: to({ sort: sort === 'name' ? '' : sort }),
        sorted: order === by ? (descending ? 'descending' : 'ascending') : undefined,
        number: order === 'warnings',
      }
    })
}
