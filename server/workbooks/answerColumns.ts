import type { Answer, Said } from '../domain/exports/answers'
import type { Exported } from '../domain/exports/exported'
import type { Value } from '../domain/kinds'

/** A value as a cell of a file: a number as a number, what was chosen by its code, several with bars between. */
export function valueWritten(value: Value): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join(' | ')
}

/** The columns that say whose answer it is. */
export const whoseColumns = [
  'collection',
  'organisation_code',
  'organisation',
  'organisation_type',
  'submission',
  'submission_number',
  'submitted_at',
] as const

/** Whose answer it is, in the order of those columns. */
export const whose = ({ definition, organisation, reference, number, decidedAt }: Exported) => [
  definition,
  organisation.code,
  organisation.name,
  organisation.type,
  reference,
  number,
  decidedAt.toISOString(),
]

/** The columns of one answer. */
export const answerColumns = ['section', 'address', 'state', 'value', 'reason', 'explanation', 'route'] as const

/** One answer, in the order of its columns; what does not apply to its state is empty. */
export const answerRow = ({ section, address, said, explanation, route }: Answer): (string | number)[] => [
  section,
  address,
  said.state,
  said.state === 'value' ? valueWritten(said.value) : '',
  reasonOf(said),
  explanation,
  route,
]

const reasonOf = (said: Said): string => ('reason' in said ? said.reason : '')

/** The same in one cell: a value, empty where it was not answered, otherwise why there is none. */
export function saidWritten(said: Said): string | number {
  switch (said.state) {
    case 'value':
      return valueWritten(said.value)
    case 'not_collected':
      return `NC:${said.reason}`
    case 'not_applicable':
      return `NA:${said.reason}`
    case 'unanswered':
      return ''
  }
}
