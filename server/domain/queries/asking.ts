import type { Address, Cells } from '../survey/cells'
import { cellsAt, comparedIn } from './query'

/** One question to be asked about a submission, by a check or by somebody of their own accord. */
export interface Asking {
  /** Of the form it is asked with. */
  readonly id: string
  /** The figure it is about. */
  readonly address: Address
  /** All cells it is about, that one too. */
  readonly addresses: readonly Address[]
  readonly rule: string | null
  /** What it was compared with outside the return, in writing. */
  readonly beside: readonly string[]
  /** Of a pair of partners: the return that is asked the same. */
  readonly partnerId: string | null
  readonly question: string
}

/** A question with the figures as they were submitted; undefined where nothing was submitted at its address. */
export function askedOf(asking: Asking, submitted: Cells) {
  const figures = cellsAt(asking.addresses, submitted)
  if (!submitted[asking.address]) return undefined
  const { id, address, rule, partnerId } = asking
  return { id, address, rule, partnerId, figures, compared: comparedIn(figures, asking.beside) }
}
