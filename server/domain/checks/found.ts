import type { ExplainedRule } from '../returns/submission'
import type { Asking } from '../queries/asking'
import type { Address, Cells } from '../survey/cells'
import type { OrganisationType } from '../survey/expression'

/** A submission that stands, as far as the checks look at it. */
export interface Checked {
  readonly returnId: string
  readonly submissionId: string
  readonly organisation: { readonly name: string; readonly code: string; readonly type: OrganisationType }
  readonly cells: Cells
  /** What its organisation submitted last time, at the same addresses. */
  readonly before: Cells
  readonly explained: readonly ExplainedRule[]
}

/** A figure that a check found, and what would be asked about it. */
export interface Found {
  readonly returnId: string
  readonly submissionId: string
  readonly organisation: string
  /** Why, for the network: it may tell figures of others. */
  readonly says: string
  /** What the employer said of it when it signed, where it was asked to explain. */
  readonly explanation: string | undefined
  readonly asking: Omit<Asking, 'id'>
}

/** The checks of the network, by the codes of their rules. */
export const checkNames = {
  X05: 'Copied tables',
  X06: 'Ten times last time',
  X07: 'Far from others',
  B12: 'Partners differ',
} as const

export type CheckCode = keyof typeof checkNames

/** Whether a word is the code of a check. */
export const isCheckCode = (text: unknown): text is CheckCode =>
  typeof text === 'string' && Object.hasOwn(checkNames, text)

/** The figure at an address, where there is one. */
export function numberIn(cells: Cells, address: Address): number | undefined {
  const cell = cells[address]
  return cell?.state === 'value' && typeof cell.value === 'number' ? cell.value : undefined
}

/** What was said of a rule when the submission was signed. */
export const explanationIn = ({ explained }: Checked, rule: string): string | undefined =>
  explained.find((each) => each.rule === rule)?.explanation
