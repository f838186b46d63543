import type { FoundReturn } from '../../db/foundReturn'
import type { ReturnEvent } from '../../db/history'
import { momentInWords } from '../../domain/collections/calendar'
import type { StaffRole } from '../../domain/people/roles'
import { rule, type Deed } from '../../domain/returns/lifecycle'
import { standingOfReturn } from '../../domain/returns/standing'
import type { Problem } from '../../domain/survey/readSection'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Link } from '../chrome'
import { problemAt, type Typed } from '../forms'

/** What the network may make of a return besides opening it, each with the deed that decides whether it may. */
export const standings = {
  declined: { deed: 'decline', text: 'The organisation declined to take part (it stays among those asked)' },
  no_longer_required: { deed: 'no_longer_require', text: 'No longer required (it is not counted at all)' },
  required: { deed: 'require_again', text: 'Required again, as far as it had got' },
} as const satisfies Record<string, { deed: Deed; text: string }>

export type StandingChosen = keyof typeof standings

type Message = { readonly text: string } | undefined

/** The form by which the network sets a return aside, or asks for it again. */
export interface StandingFields {
  readonly heading: string
  /** What the employer has asked for. */
  readonly asked: string | undefined
  readonly action: string
  readonly options: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly statusProblem: Message
  readonly reason: string
  readonly reasonProblem: Message
  readonly isOpen: boolean
}

export interface StandingTyped {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

interface Seen {
  readonly found: FoundReturn
  readonly definition: SurveyDefinition
  readonly staffRole: StaffRole
  readonly events: readonly ReturnEvent[]
}

const kinds: readonly StandingChosen[] = ['declined', 'no_longer_required', 'required']

/** Undefined where nothing of it may be done now, or not by them. */
export function standingFields(seen: Seen, sent: StandingTyped | undefined): StandingFields | undefined {
  const { found, definition, staffRole } = seen
  const on = standingOfReturn(found, definition)
  const allowed = kinds.filter((kind) => rule(standings[kind].deed, on, staffRole).ok)
  if (allowed.length === 0) return undefined
  return {
    heading: allowed.includes('required') ? 'Ask for it again' : 'Set this return aside',
    asked: askedWords(seen),
    action: `/network/returns/${found.id}/status`,
    options: allowed.map((value) => ({
      value,
      text: standings[value].text,
      checked: sent?.typed.status === value,
    })),
    statusProblem: problemAt(sent?.problems ?? [], 'status'),
    reason: sent?.typed.reason ?? '',
    reasonProblem: problemAt(sent?.problems ?? [], 'reason'),
    isOpen: sent !== undefined,
  }
}

/** The latest wish not to take part, until something was made of it. */
function askedWords({ events }: Seen): string | undefined {
  const latest = events.find(({ kind }) => ['decline_asked', 'set_aside', 'required_again'].includes(kind))
  if (latest?.kind !== 'decline_asked') return undefined
  const reason = typeof latest.detail.reason === 'string' ? latest.detail.reason : ''
  return `${latest.by ?? 'Somebody'} said at ${momentInWords(latest.decidedAt)} that the organisation does not want to take part: ${reason}`
}

/** Problems as the summary at the top of the page lists them. */
export const standingProblems = ({ problems }: StandingTyped): Link[] =>
  problems.map(({ address, says }) => ({ text: says, href: `#standing-${address}` }))
