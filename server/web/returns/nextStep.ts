import type { OwnReturn } from '../../db/foundReturn'
import { withdrawalPhase } from '../../domain/collections/opening'
import { momentInWords } from '../../domain/collections/calendar'
import { actorOf } from '../../domain/returns/actor'
import { rule, type Deed } from '../../domain/returns/lifecycle'
import { standingOfReturn } from '../../domain/returns/standing'
import type { Sheet } from '../../domain/survey/sheet'

/** What comes next for this person: one leading button at most, and what to know. */
export interface Step {
  readonly says: string | undefined
  readonly lead: Lead | undefined
  /** Takes a submission back; undefined where that may not be. */
  readonly withdrawal: string | undefined
}

export type Lead =
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'press'; readonly text: string; readonly action: string }

interface Stands {
  readonly sheet: Sheet
  /** Whether nothing is missing, wrong or unexplained. */
  readonly isReady: boolean
}

/** What is to be done next with a return, and by whom. */
export function nextStep(found: OwnReturn, { sheet, isReady }: Stands): Step {
  const mayWithdraw = mayDo('withdraw', found, sheet)
  return {
    says: wordsFor(found),
    lead: found.role === 'contributor' && !found.alone ? undefined : leadFor(found, sheet, isReady),
    withdrawal: mayWithdraw ? `/returns/${found.id}/withdrawal` : undefined,
  }
}

/** Whether this person may do something to a return just now. */
export function mayDo(deed: Deed, found: OwnReturn, { definition }: Pick<Sheet, 'definition'>): boolean {
  const on = standingOfReturn(found, definition)
  const phase = deed === 'withdraw' ? withdrawalPhase(found.openness, found.now) : on.phase
  return rule(deed, { ...on, phase }, actorOf(found, undefined)).ok
}

function leadFor(found: OwnReturn, sheet: Sheet, isReady: boolean): Lead {
  const at = (path: string) => `/returns/${found.id}/${path}`
  if (mayDo('submit', found, sheet)) return { kind: 'link', text: 'Read and sign', href: at('sign-off') }
  if (isReady && mayDo('request_signature', found, sheet)) {
    return { kind: 'press', text: 'Send for signature', action: at('signature-request') }
  }
  if (found.status === 'submitted' || found.status === 'nil') {
    return { kind: 'link', text: 'See the receipt', href: at('receipt') }
  }
  return { kind: 'link', text: 'Check the whole return', href: at('check') }
}

function wordsFor({ status, requestedAt, role }: OwnReturn): string | undefined {
  if (status !== 'awaiting_signature' || requestedAt === null) return undefined
  const sent = `Sent for signature at ${momentInWords(requestedAt)}.`
  return role === 'signatory' ? sent : `${sent} Any change takes it back to draft.`
}
