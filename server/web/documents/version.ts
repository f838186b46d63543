import type { Cells } from '../../domain/survey/cells'
import type { Sheet } from '../../domain/survey/sheet'

/** What the return as it is now is called in an address. */
export const DRAFT = 'draft'

/** A return as it was submitted, or as it is now. */
export interface Version {
  /** The number of a submission, or `draft`. */
  readonly code: string
  readonly sheet: Sheet
  /** All that it says, or would say if it were signed now. */
  readonly cells: Cells
  /** The return's version when it was signed, or its version now. */
  readonly version: number
  readonly signedBy: { readonly name: string; readonly decidedAt: Date } | undefined
}
