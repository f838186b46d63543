import type { ReturnStatus } from '../returns/lifecycle'
import type { ExplainedRule } from '../returns/submission'
import type { Via } from '../returns/via'
import type { Address, Cells } from '../survey/cells'
import type { RegisteredOrganisation } from '../survey/register'

/** A submission as analysts and other systems are given it: what was put in ink, whose, and how it came. */
export interface Exported {
  readonly id: string
  readonly returnId: string
  readonly status: ReturnStatus
  /** Whether it stands, or another has taken its place, or it was taken back. */
  readonly stands: boolean
  readonly organisation: RegisteredOrganisation
  readonly number: number
  readonly reference: string
  /** The code of the definition it was made under. */
  readonly definition: string
  readonly decidedAt: Date
  readonly nil: boolean
  /** Whether the organisation may be named beside its figures. */
  readonly identified: boolean
  /** Whether only the essential questions had to be answered: what else is empty was not required. */
  readonly essentialOnly: boolean
  readonly hash: string
  readonly cells: Cells
  readonly explained: readonly ExplainedRule[]
  /** By which route each cell came that somebody gave, up to the moment of signing. */
  readonly routes: Readonly<Record<Address, Via>>
}
