import { daysBetween, lastDay, londonDay } from '../collections/calendar'
import { returnCutoff, type Openness } from '../collections/opening'
import type { EmployerRole } from '../people/roles'
import type { Recipient } from '../post/letter'
import { isOutstanding, type ReturnStatus } from '../returns/lifecycle'
import type { Progress } from '../survey/progress'
import { LATE_DAYS, type CampaignReaders } from './campaign'
import { toldTooMuch, type Told } from './telling'

/** Why somebody, or all of an employer, gets no letter. */
export const leftOutReasons = {
  submitted: 'The return has been submitted',
  covered: 'The return is covered by another',
  declined: 'The organisation declined',
  no_longer_required: 'The return is no longer required',
  closed: 'The return is closed',
  no_contact: 'There is nobody in that role to write to',
  bouncing: 'Mail to this address comes back',
  too_recently: 'They were written to too recently',
  too_often: 'They have been written to too often',
} as const

export type WhyLeftOut = keyof typeof leftOutReasons

/** Somebody of an employer, with all that decides whether they may be written to. */
export interface Contactable extends Recipient {
  readonly role: EmployerRole
  readonly bouncing: boolean
  readonly told: readonly Told[]
}

/** A return that letters may be about. */
export interface Chaseable {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly status: ReturnStatus
  readonly openness: Openness
  readonly progress: Readonly<Record<string, Progress>>
  /** The codes of the sections its employer fills in. */
  readonly sections: readonly string[]
  readonly people: readonly Contactable[]
}

export interface Choice {
  readonly readers: CampaignReaders
  /** Late on, a copy to those who sign. */
  readonly copies: boolean
  readonly despiteGap: boolean
}

export interface ChosenLetter {
  readonly about: Chaseable
  readonly reader: Contactable
  readonly copy: boolean
}

export interface LeftOut {
  readonly about: Chaseable
  /** Nobody named: the whole employer. */
  readonly reader: Contactable | undefined
  readonly why: WhyLeftOut
}

export interface Chosen {
  readonly letters: readonly ChosenLetter[]
  readonly leftOut: readonly LeftOut[]
}

interface When {
  readonly now: Date
  /** What these letters are part of. */
  readonly occasion: string
}

/** Who gets a letter about which return, and who does not and why, in the order of the returns. */
export function whoGets(returns: readonly Chaseable[], choice: Choice, when: When): Chosen {
  const letters: ChosenLetter[] = []
  const leftOut: LeftOut[] = []
  for (const about of returns) {
    const why = whyNone(about, when.now)
    const readers = why === undefined ? readersOf(about, choice, when.now) : []
    if (readers.length === 0) leftOut.push({ about, reader: undefined, why: why ?? 'no_contact' })
    for (const { reader, copy } of readers) {
      const not = whyNotTo(reader, choice, when)
      if (not === undefined) letters.push({ about, reader, copy })
      else leftOut.push({ about, reader, why: not })
    }
  }
  return { letters, leftOut }
}

/** Why nobody is written to about a return. */
export function whyNone(
  { status, openness, sections }: Pick<Chaseable, 'status' | 'openness' | 'sections'>,
  now: Date,
): WhyLeftOut | undefined {
  if (status === 'nil') return 'submitted'
  if (!isOutstanding(status)) return status === 'submitted' || isSetAside(status) ? status : 'closed'
  const cutoffAt = returnCutoff(openness, sections)
  return cutoffAt === null || now >= cutoffAt || now < openness.opensAt ? 'closed' : undefined
}

const isSetAside = (status: ReturnStatus): status is 'covered' | 'declined' | 'no_longer_required' =>
  status === 'covered' || status === 'declined' || status === 'no_longer_required'

/** Those with the role that was chosen; late on, and where asked for, those who sign besides. */
function readersOf(about: Chaseable, { readers, copies }: Choice, now: Date) {
  const { people } = about
  const chosen = people.filter(
    ({ role }) =>
      (role === 'preparer' && readers !== 'signatories') || (role === 'signatory' && readers !== 'preparers'),
  )
  const copied = copies && readers === 'preparers' && isLate(about, now) ? people.filter(signs) : []
  return [
    ...chosen.map((reader) => ({ reader, copy: false })),
    ...(chosen.length === 0 ? [] : copied.map((reader) => ({ reader, copy: true }))),
  ]
}

const signs = ({ role }: Contactable): boolean => role === 'signatory'

/** Whether few days are left before the last day of a return. */
function isLate({ openness, sections }: Chaseable, now: Date): boolean {
  const cutoffAt = returnCutoff(openness, sections)
  return cutoffAt !== null && daysBetween(londonDay(now), lastDay(cutoffAt)) <= LATE_DAYS
}

function whyNotTo({ bouncing, told }: Contactable, { despiteGap }: Choice, { now, occasion }: When) {
  if (bouncing) return 'bouncing'
  const today = londonDay(now)
  return toldTooMuch(told, { day: today, occasion, today }, despiteGap)
}

/** How many were left out, by reason. */
export type LeftOutCounts = Readonly<Partial<Record<WhyLeftOut, number>>>

/** How many were left out for each reason; a reason that nobody has is not there. */
export function countedLeftOut(leftOut: readonly LeftOut[]): LeftOutCounts {
  const counts: Partial<Record<WhyLeftOut, number>> = {}
  for (const { why } of leftOut) counts[why] = (counts[why] ?? 0) + 1
  return counts
}
