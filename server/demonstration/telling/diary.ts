import type { Opening } from '../../domain/collections/opening'
import type { Letter, LetterKind, Recipient } from '../../domain/post/letter'
import type { EventKind } from '../../domain/returns/history'
import type { ReturnStatus } from '../../domain/returns/lifecycle'
import type { ExplainedRule } from '../../domain/returns/submission'
import type { Via } from '../../domain/returns/via'
import type { Cell, Cells } from '../../domain/survey/cells'
import type { Progress } from '../../domain/survey/progress'
import type { Chance } from '../chance'
import type { Shown } from '../collection'
import type { Employer } from '../employer'

/** One change of one cell. */
export interface Change {
  readonly address: string
  readonly was: Cell | null
  readonly became: Cell | null
  readonly version: number
  readonly personId: string
  readonly via: Via
  readonly decidedAt: Date
}

export interface ToldEvent {
  readonly kind: EventKind
  readonly detail: Readonly<Record<string, unknown>>
  readonly personId: string | null
  readonly decidedAt: Date
}

export interface ToldSubmission {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly cells: Cells
  readonly explained: readonly ExplainedRule[]
  readonly hash: string
  readonly version: number
  readonly nil: boolean
  readonly identified: boolean
  readonly signedBy: string
  readonly decidedAt: Date
}

export interface ToldOpening extends Opening {
  readonly id: string
  readonly grantedBy: string
}

export interface ToldRequest {
  readonly id: string
  readonly reason: string
  readonly untilDay: string
  readonly askedBy: string
  readonly decidedAt: Date
}

export interface ToldLetter {
  readonly kind: LetterKind
  /** Without its reader. */
  readonly cause: string
  readonly letter: Letter
  readonly to: readonly Recipient[]
  readonly decidedAt: Date
  /** Where it asks its reader to send something in: the London day for which it does. */
  readonly toldOn?: string
  /** The letters to many it is one of. */
  readonly campaignId?: string
  /** Where it did not reach its reader: what became of it, and why. */
  readonly unsent?: { readonly state: 'failed' | 'not_needed'; readonly reason: string }
}

/** How a return stood from a moment on. */
export interface Standing {
  readonly from: Date
  readonly status: ReturnStatus
  readonly standingSince: Date | null
  readonly takenBackAt: Date | null
}

/** Everything that has happened to one return so far; it is written into as its story is told, and read when it is over. */
export interface Diary {
  readonly shown: Shown
  readonly employer: Employer
  readonly returnId: string
  readonly chance: Chance
  cells: Cells
  version: number
  progress: Readonly<Record<string, Progress>>
  entries: Readonly<Record<string, number>>
  firstOpenedAt: Date | null
  lastSaved: { readonly at: Date; readonly by: string } | null
  requestedAt: Date | null
  /** The joint return that answers for it. */
  coveredBy: string | null
  /** What it was before it was set aside. */
  setAsideFrom: ReturnStatus | null
  standing: ToldSubmission | null
  /** The latest last. */
  readonly standings: Standing[]
  readonly changes: Change[]
  readonly events: ToldEvent[]
  readonly submissions: ToldSubmission[]
  readonly openings: ToldOpening[]
  readonly requests: ToldRequest[]
  readonly letters: ToldLetter[]
}

/** How the return stands now. */
export const statusIn = ({ standings }: Diary): ReturnStatus => standings.at(-1)?.status ?? 'not_started'

/** From this moment on the return stands so. */
export function stands(diary: Diary, status: ReturnStatus, from: Date, takenBackAt?: Date): void {
  const before = diary.standings.at(-1)
  diary.standings.push({
    from,
    status,
    standingSince: diary.standing?.decidedAt ?? null,
    takenBackAt: takenBackAt ?? before?.takenBackAt ?? null,
  })
}
