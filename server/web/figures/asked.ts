import { bases, isBasis, type Basis } from '../../domain/benchmarks/basis'
import { breakdowns, isBreakdown, type Breakdown } from '../../domain/benchmarks/breakdown'

/** Which results somebody wants to see: one of what is offered. */
export interface Asked {
  readonly by: Breakdown
  readonly basis: Basis
  /** The number of a release; the latest where none is asked for. */
  readonly release: number | undefined
  /** The one topic somebody wants to see, as it was asked for. */
  readonly topic: unknown
  readonly says: readonly string[]
}

type Query = Readonly<Record<string, unknown>>

/** Reads `?by=&basis=&release=&topic=`. */
export function askedIn(query: Query): Asked {
  const [by, basis, release] = [textAt(query, 'by'), textAt(query, 'basis'), textAt(query, 'release')]
  const isNumber = /^[1-9]\d{0,5}$/.test(release)
  return {
    by: isBreakdown(by) ? by : 'type',
    basis: isBasis(basis) ? basis : 'wte',
    release: isNumber ? Number(release) : undefined,
    topic: query.topic,
    says: [
      ...(by === '' || isBreakdown(by) ? [] : ['There is no such breakdown. Results are shown by type.']),
      ...(basis === '' || isBasis(basis) ? [] : ['There is no such basis. Whole-time equivalents are shown.']),
      ...(release === '' || isNumber ? [] : ['There is no such release. The latest is shown.']),
    ],
  }
}

const textAt = (query: Query, name: string): string => {
  const given = query[name]
  if (given === undefined) return ''
  return typeof given === 'string' ? given.trim() : '?'
}

const listed = (words: object) => Object.entries(words).map(([value, text]) => ({ value, text: String(text) }))

export const offered = { by: listed(breakdowns), basis: listed(bases) }
