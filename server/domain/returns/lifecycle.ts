import type { Phase } from '../collections/phase'
import type { EmployerRole, StaffRole } from '../people/roles'

export type ReturnStatus =
  | 'not_started'
  | 'in_progress'
  | 'awaiting_signature'
  | 'submitted'
  | 'reopened'
  | 'nil'
  | 'covered'
  | 'declined'
  | 'no_longer_required'

/** What the statuses of returns are called. */
export const statuses = {
  not_started: 'Not started',
  in_progress: 'In progress',
  awaiting_signature: 'Waiting for signature',
  submitted: 'Submitted',
  reopened: 'Reopened',
  nil: 'Submitted, nil return',
  covered: 'Covered by another return',
  declined: 'Declined',
  no_longer_required: 'No longer required',
} as const satisfies Record<ReturnStatus, string>

/** An employer's role; the only person of a small provider, who signs alone (rule Q02); or a role of the network. */
export type Actor = EmployerRole | 'sole_person' | StaffRole

export type Deed =
  | 'edit'
  | 'choose_questions'
  | 'request_signature'
  | 'refuse_signature'
  | 'submit'
  | 'withdraw'
  | 'reopen'
  | 'extend'
  | 'ask_to_decline'
  | 'decline'
  | 'no_longer_require'
  | 'require_again'

export type Refusal = 'not_yours_to_do' | 'wrong_status' | 'not_yet_open' | 'locked'
/** `to` is the status that follows where no submission stands; `toWhereOneStands` where one does. */
export type Ruling =
  { readonly ok: true; readonly to: ReturnStatus } | { readonly ok: false; readonly because: Refusal }

interface Line {
  readonly by: readonly Actor[]
  readonly from: readonly ReturnStatus[]
  readonly during: readonly Phase[]
  readonly to: ReturnStatus
  /** While an earlier submission still stands for response and figures. */
  readonly toWhereOneStands?: ReturnStatus
}

const entering = ['preparer', 'contributor', 'sole_person', 'network', 'admin'] as const
const setAside = ['covered', 'declined', 'no_longer_required'] as const
const neverSubmitted = ['not_started', 'in_progress', 'awaiting_signature'] as const
const unsubmitted = [...neverSubmitted, 'reopened'] as const
const network = ['network', 'admin'] as const
const always = ['upcoming', 'open', 'locked'] as const

/** Everything that may happen to a return, and nothing else (decisions: "The life of a return"). */
const lines: Record<Deed, Line> = {
  edit: { by: entering, from: unsubmitted, during: ['open'], to: 'in_progress', toWhereOneStands: 'reopened' },
  choose_questions: {
    by: ['preparer', 'sole_person'],
    from: unsubmitted,
    during: ['open'],
    to: 'in_progress',
    toWhereOneStands: 'reopened',
  },
  request_signature: {
    by: ['preparer', 'sole_person'],
    from: ['in_progress', 'reopened'],
    during: ['open'],
    to: 'awaiting_signature',
  },
  refuse_signature: {
    by: ['signatory', 'sole_person'],
    from: ['awaiting_signature'],
    during: ['open'],
    to: 'in_progress',
    toWhereOneStands: 'reopened',
  },
  submit: { by: ['signatory', 'sole_person'], from: ['awaiting_signature'], during: ['open'], to: 'submitted' },
  withdraw: {
    by: ['preparer', 'signatory', 'sole_person'],
    from: ['submitted', 'nil'],
    during: ['open'],
    to: 'in_progress',
  },
  reopen: {
    by: ['admin'],
    from: [...unsubmitted, 'submitted', 'nil'],
    during: ['open', 'locked'],
    to: 'in_progress',
    toWhereOneStands: 'reopened',
  },
  extend: { by: ['admin'], from: unsubmitted, during: always, to: 'in_progress' },
  ask_to_decline: { by: ['preparer', 'sole_person'], from: neverSubmitted, during: always, to: 'in_progress' },
  decline: { by: network, from: [...neverSubmitted, 'no_longer_required'], during: always, to: 'declined' },
  no_longer_require: { by: network, from: [...neverSubmitted, 'declined'], during: always, to: 'no_longer_required' },
  // What follows is what it was before, which is remembered with it.
  require_again: { by: network, from: ['declined', 'no_longer_required'], during: always, to: 'not_started' },
}

export interface Standing {
  readonly status: ReturnStatus
  readonly phase: Phase
  /** Whether a submission stands. */
  readonly stands: boolean
}

/** May this be done to a return, and what is it then? */
export function rule(deed: Deed, on: Standing, by: Actor): Ruling {
  const { by: actors, from, during, to, toWhereOneStands } = lines[deed]
  if (!actors.includes(by)) return { ok: false, because: 'not_yours_to_do' }
  if (!during.includes(on.phase)) return { ok: false, because: on.phase === 'upcoming' ? 'not_yet_open' : 'locked' }
  if (!from.includes(on.status)) return { ok: false, because: 'wrong_status' }
  return { ok: true, to: on.stands ? (toWhereOneStands ?? to) : to }
}

/** Whether an employer has answered, for response rates: a reopened return's last submission still stands. */
export const hasResponded = (status: ReturnStatus, stands: boolean): boolean =>
  stands || status === 'submitted' || status === 'nil' || status === 'covered'

/** Whether its own employer has begun a return and nobody has set it aside. */
export const hasBegun = (status: ReturnStatus): boolean =>
  status !== 'not_started' && !setAside.some((each) => each === status)

/** Whether an employer is still to be reminded. */
export const isOutstanding = (status: ReturnStatus): boolean => unsubmitted.some((each) => each === status)
