import { tellingLimits, toldTooMuch, type Told, type Telling } from '../chasing/telling'
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
  /** Whether mail to them comes back. */
  readonly readerBounces: boolean
  /** What the letter counts as having told its reader, and what else they have been told. */
  readonly telling: Telling | null
  readonly told: readonly Told[]
  /** Sent to people who were told something only just now, because somebody wanted it so. */
  readonly despiteGap: boolean
  /** Whether a question about a figure of the return waits for its employer's answer. */
  readonly questionsWait: boolean
  /** Whether a later reminder to the same reader about the same return has been written. */
  readonly overtaken: boolean
}

/** Letters that ask for something which may have been done in the meantime. */
const asksToSign = (kind: string): boolean => kind === 'signature_reminder' || kind === 'signature_requested'
const asks = (kind: string): boolean =>
  kind === 'reminder' || kind === 'assignment_reminder' || kind === 'chase' || asksToSign(kind)

/** Why a letter need not go after all, judged just before it does; undefined where it still should. */
export function whyNotNeeded(standing: LetterStanding): string | undefined {
  if (standing.readerLeft) return 'Its reader no longer uses the service.'
  if (standing.kind === 'query_reminder') return whyNotAskAgain(standing)
  if (!standing.about || !asks(standing.kind)) return undefined
  if (!standing.about.open) return 'The return had closed before it was sent.'
  if (!isOutstanding(standing.about.status)) return 'The return had been dealt with before it was sent.'
  if (!standing.readerBelongs) return 'Its reader no longer works on the return.'
  if (standing.overtaken) return 'A later reminder had been written before it was sent.'
  return whyAskNobody(standing.kind, standing.about.status) ?? whyLeaveAlone(standing)
}

/** A question about a figure may be answered at any time, however the return stands. */
function whyNotAskAgain(standing: LetterStanding): string | undefined {
  if (!standing.questionsWait) return 'The questions had been answered before it was sent.'
  if (!standing.readerBelongs) return 'Its reader no longer works on the return.'
  return whyLeaveAlone(standing)
}

/** Why its reader is not written to now, whatever the return waits for. */
function whyLeaveAlone({ readerBounces, telling, told, despiteGap }: LetterStanding): string | undefined {
  if (readerBounces) return 'Mail to this address comes back.'
  if (!telling) return undefined
  const tooMuch = toldTooMuch(told, telling, despiteGap)
  return tooMuch && tooMuchWords[tooMuch]
}

const tooMuchWords = {
  too_recently: `Its reader had been written to less than ${tellingLimits.gapDays} days before.`,
  too_often: `Its reader had been written to ${tellingLimits.most} times in ${tellingLimits.withinDays} days.`,
}

function whyAskNobody(kind: string, status: ReturnStatus): string | undefined {
  const waits = status === 'awaiting_signature'
  if (asksToSign(kind) && !waits) return 'The return was no longer waiting for signature.'
  if (kind === 'reminder' && waits) return 'The return had been sent for signature before it was sent.'
  return undefined
}
