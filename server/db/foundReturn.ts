import type { Openness } from '../domain/collections/opening'
import type { EmployerRole } from '../domain/people/roles'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { Telephoned } from '../domain/returns/telephoned'
import type { Cells } from '../domain/survey/cells'
import type { RegisteredOrganisation } from '../domain/survey/register'
import type { Progress } from '../domain/survey/progress'

/** One return, with all that decides what may be done to it. */
export interface FoundReturn {
  readonly id: string
  readonly status: ReturnStatus
  readonly version: number
  readonly collection: { readonly id: string; readonly code: string; readonly title: string }
  readonly organisation: RegisteredOrganisation & { readonly id: string }
  readonly openness: Openness
  readonly standingSubmissionId: string | null
  /** The organisation whose joint return answers for this one, where it is covered by one. */
  readonly coveredBy: string | null
  /** What it was before it was covered, declined or no longer required; null where it is none of these. */
  readonly setAsideFrom: ReturnStatus | null
  /** Whether its employer answers the essential questions only. */
  readonly essentialOnly: boolean
  /** How far each section has got, by its code. */
  readonly progress: Readonly<Record<string, Progress>>
  /** The highest number each list has used. */
  readonly entries: Readonly<Record<string, number>>
  /** Whether its organisation has other returns, of the same time or of earlier ones. */
  readonly hasOthers: boolean
  readonly firstOpenedAt: Date | null
  readonly lastSavedAt: Date | null
  readonly requestedAt: Date | null
  /** The product's time when this was read, less how long the request had waited: what the return is judged by. */
  readonly now: Date
}

/** A return as one of its employer's people finds it. */
export interface OwnReturn extends FoundReturn {
  readonly role: EmployerRole
  /** Whether the organisation is a small provider with this one person (rule Q02). */
  readonly alone: boolean
  /** The sections a contributor was given; null for those who see them all. */
  readonly assigned: readonly string[] | null
}

/** The same with what is in it, which nearly every page of a return wants. */
export interface OpenedReturn extends OwnReturn {
  /** All that has been typed into it so far. */
  readonly kept: Cells
  /** The answers that stand as somebody of the network entered them. */
  readonly telephoned: readonly Telephoned[]
}
