import { isOutstanding, type ReturnStatus } from '../returns/lifecycle'

/** All that may have changed between writing a letter and its turn to go. */
export interface LetterStanding {
  readonly kind: string
  /** The return it is about, if it is about one. */
  readonly about: { readonly status: ReturnStatus; readonly open: boolean } | null
  /** Whether its reader has left the service. */
  readonly readerLeft: boolean
  /** Whether its reader still works for the employer. */
  readonly readerBelongs: boolean
  /** Whether a later reminder to the same reader about the same return has been written. */
  readonly overtaken: boolean
}

/** Letters that ask for something which may have been done in the meantime. */
const asksToSign = (kind: string): boolean => kind === 'signature_reminder' || kind === 'signature_requested'
const asks = (kind: string): boolean => kind === 'reminder' || kind === 'assignment_reminder' || asksToSign(kind)

/** Why a letter need not go after all, judged just before it does; undefined where it still should. */
export function whyNotNeeded(standing: LetterStanding): string | undefined {
  if (standing.readerLeft) return 'Its reader no longer uses the service.'
  if (!standing.about || !asks(standing.kind)) return undefined
  if (!standing.about.open) return 'The return had closed before it was sent.'
  if (!isOutstanding(standing.about.status)) return 'The return had been dealt with before it was sent.'
  if (!standing.readerBelongs) return 'Its reader no longer works on the return.'
  if (standing.overtaken) return 'A later reminder had been written before it was sent.'
  return whyAskNobody(standing.kind, standing.about.status)
}

function whyAskNobody(kind: string, status: ReturnStatus): string | undefined {
  const waits = status === 'awaiting_signature'
  if (asksToSign(kind) && !waits) return 'The return was no longer waiting for signature.'
  if (kind === 'reminder' && waits) return 'The return had been sent for signature before it was sent.'
  return undefined
}
