import { groupInWords } from '../../domain/benchmarks/groupInWords'
import type { ResponseLine } from '../../domain/benchmarks/methods'
import type { Released } from './released'

/** How the figures came about: who answered, and how. */
export interface MethodsPart {
  readonly lines: readonly {
    readonly name: string
    readonly cells: readonly { readonly label: string; readonly text: string }[]
  }[]
  readonly headings: readonly string[]
  readonly says: readonly string[]
}

const columns = {
  asked: 'Asked',
  responded: 'Responded',
  nil: 'Nil returns',
  joint: 'Joint returns',
  covered: 'Covered by one',
  declined: 'Declined',
  extended: 'With more time',
  reopened: 'Reopened',
} as const satisfies Partial<Record<keyof ResponseLine, string>>

const keys = Object.keys(columns) as (keyof typeof columns)[]

export function methodsPart({ release, definition }: Pick<Released, 'release' | 'definition'>): MethodsPart {
  const { response, submissions, pairs } = release.methods
  return {
    headings: [...keys.map((key) => columns[key]), 'Response'],
    lines: response
      .filter(({ group }) => !group.startsWith('region:'))
      .map((line) => ({
        name: capital(groupInWords(line.group, definition)),
        cells: [
          ...keys.map((key) => ({ label: columns[key], text: line[key].toLocaleString('en-GB') })),
          { label: 'Response', text: line.asked === 0 ? '-' : `${Math.round((line.responded / line.asked) * 100)}%` },
        ],
      })),
    says: [
      `${submissions.toLocaleString('en-GB')} submissions are in the release.`,
      ...(pairs
        ? [
            `Of the pairs of organisations that both told of the same social workers, ${pairs.agreed} agree and ${pairs.differing} differ.`,
          ]
        : []),
      ...release.changed.says,
    ],
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
