import type { Value } from '../kinds'

/** Where a cell is: `question`, `question.column`, `question.row.column`, `list.1.column`. Stable for ever. */
export type Address = string

/** Why an employer cannot give a figure. */
export type Reason = 'not_recorded' | 'not_extractable' | 'held_by_partner' | 'too_burdensome'

export const reasons = {
  not_recorded: 'We do not record it',
  not_extractable: 'We record it but cannot extract or split it',
  held_by_partner: 'A partner organisation holds it',
  too_burdensome: 'It would take too much work',
} as const satisfies Record<Reason, string>

/** Whether a word is a reason for not collecting something. */
export const isReason = (given: unknown): given is Reason => typeof given === 'string' && Object.hasOwn(reasons, given)

/** A value (0 is one), with what it was said of where it is an explanation. */
export interface ValueCell {
  readonly state: 'value'
  readonly value: Value
  /** Of an explanation: the figures it explains. It is live only while they are still so. */
  readonly of?: string
}

/** What a cell holds. A cell that is not there has not been answered; one not asked is worked out, never kept. */
export type Cell = ValueCell | { readonly state: 'not_collected'; readonly reason: Reason }

export type Cells = Readonly<Record<Address, Cell>>

/** A cell in which a value stands. */
export const valueCell = (value: Value): ValueCell => ({ state: 'value', value })

/** All that is named or ticked in a cell that holds several; nothing in any other. */
export const severalIn = (cell: Cell | undefined): readonly string[] =>
  cell?.state === 'value' && typeof cell.value === 'object' ? cell.value : []

/** Whether two cells say the same. Nothing and nothing are the same. */
export function sameCell(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  return canonical(a) === canonical(b)
}

function canonical(cell: Cell | null | undefined): string {
  if (!cell) return ''
  return cell.state === 'value' ? JSON.stringify([cell.value, cell.of ?? null]) : `NC ${cell.reason}`
}

/** `demo_age.*.hc` against `demo_age.a25_29.hc`: a star stands for one whole part. */
export function matches(pattern: string, address: Address): boolean {
  const [wanted, given] = [pattern.split('.'), address.split('.')]
  return wanted.length === given.length && wanted.every((part, at) => part === '*' || part === given[at])
}
