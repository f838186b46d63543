import type { RegisteredOrganisation } from '../survey/register'

/** A return that a release is reckoned with: what stood of it, and what its organisation was at that moment. */
export interface Member {
  readonly returnId: string
  readonly submissionId: string
  readonly organisation: RegisteredOrganisation
  /** Its employer has agreed to be named. */
  readonly named: boolean
  /** Codes of every group it belongs to. */
  readonly groups: readonly string[]
}
