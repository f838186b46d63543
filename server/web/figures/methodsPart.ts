import { groupName, groupsIn } from '../../domain/benchmarks/breakdown'
import type { ResponseLine } from '../../domain/benchmarks/methods'
import { isOrganisationType, organisationTypes } from '../../domain/organisations/types'
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
  queried: 'With open questions',
} as const satisfies Partial<Record<keyof ResponseLine, string>>

const everyType = Object.keys(organisationTypes).filter(isOrganisationType)

const keys = Object.keys(columns) as (keyof typeof columns)[]

/** The methods note of a release: response by type, nil returns, extensions, pairs that agree and differ. */
export function methodsPart({ release, definition }: Pick<Released, 'release' | 'definition'>): MethodsPart {
  const { response, submissions, pairs } = release.methods
  return {
    headings: [...keys.map((key) => columns[key]), 'Response'],
    lines: groupsIn('type', everyType)
      .flatMap((group) => response.find((line) => line.group === group) ?? [])
      .map((line) => ({
        name: groupName(line.group, definition),
        cells: [
          ...keys.map((key) => ({ label: columns[key], text: line[key].toLocaleString('en-GB') })),
          { label: 'Response', text: line.asked === 0 ? '-' : `${Math.round((line.responded / line.asked) * 100)}%` },
        ],
      })),
    says: [
      `${submissions.toLocaleString('en-GB')} submissions are in the release.`,
      ...(pairs
        ? [
            `Of the pairs of organisations that both told of the same social workers, ${pairs.agreed} agree and ${pairs.differing} differ.${pairs.oneSided === 0 ? '' : ` Of ${pairs.oneSided} more, one of the two says nothing.`}`,
          ]
        : []),
      ...release.changed.says,
    ],
  }
}
