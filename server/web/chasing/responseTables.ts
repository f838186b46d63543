import { responseRate, type Counted } from '../../domain/chasing/responses'
import { nhsRegions } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import type { CountedReturns } from '../../db/worklist'

export interface RateLine {
  readonly name: string
  readonly href: string
  readonly responses: string
  readonly asked: string
  readonly percent: string
  /** How long its bar is, in hundredths of the whole. */
  readonly bar: number
}

export interface RateTable {
  readonly caption: string
  readonly heading: string
  readonly lines: readonly RateLine[]
  readonly total: RateLine
}

type Narrowed = (narrowing: Readonly<Record<string, string>>) => string

/** Response rates by type and by region, each line with the address of its own list. */
export function responseTables(counted: readonly CountedReturns[], narrowed: Narrowed): RateTable[] {
  const total = line('All', narrowed({ type: '', region: '' }), counted)
  return [
    {
      caption: 'Responses by type',
      heading: 'Type',
      lines: Object.entries(organisationTypes).flatMap(([type, { many }]) =>
        lineOf(
          many,
          narrowed({ type }),
          counted.filter((each) => each.type === type),
        ),
      ),
      total,
    },
    {
      caption: 'Responses by NHS region',
      heading: 'Region',
      lines: Object.entries(nhsRegions).flatMap(([region, name]) =>
        lineOf(
          name,
          narrowed({ region }),
          counted.filter((each) => each.nhsRegion === region),
        ),
      ),
      total,
    },
  ]
}

/** Nothing where nobody of the kind has been asked. */
const lineOf = (name: string, href: string, counted: readonly Counted[]): RateLine[] =>
  counted.length === 0 ? [] : [line(name, href, counted)]

function line(name: string, href: string, counted: readonly Counted[]): RateLine {
  const { responses, frame, percent } = responseRate(counted)
  return {
    name,
    href,
    responses: responses.toLocaleString('en-GB'),
    asked: frame.toLocaleString('en-GB'),
    percent: percent === undefined ? '-' : `${percent}%`,
    bar: percent ?? 0,
  }
}
