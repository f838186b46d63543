import type { LetterKind, Recipient } from '../../domain/post/letter'
import { preparersAmong, signersAmong } from '../../domain/post/audience'
import type { Letter } from '../../domain/post/letter'
import { titlesOf } from '../../domain/returns/standing'
import { aboutReturn, type AboutReturn } from '../../mail/aboutReturn'
import { extended } from '../../mail/extended'
import { reopened } from '../../mail/reopened'
import { sectionAssigned } from '../../mail/sectionAssigned'
import { signatureRefused } from '../../mail/signatureRefused'
import { signatureRequested } from '../../mail/signatureRequested'
import { submittedReceipt } from '../../mail/submittedReceipt'
import { personWith } from '../employers'
import type { Diary } from './diary'

/** Where the links of letters that went before the demonstration was loaded begin. */
export const PUBLIC_URL = 'http://localhost:3000'

/** What a letter says of a return as it stands at a moment. */
export function aboutAt({ employer, shown, returnId, openings, standing }: Diary, now: Date): AboutReturn {
  const { collection, definition } = shown
  const { opensAt, cutoffAt } = collection
  const openness = { opensAt, cutoffAt, openings, standingSince: standing?.decidedAt ?? null }
  return aboutReturn({ id: returnId, organisation: employer, collection, openness, now }, definition, PUBLIC_URL)
}

interface Sending {
  readonly kind: LetterKind
  readonly letter: Letter
  readonly to: readonly Recipient[]
}

/** The cause that the product gives a letter that something other than the time brought about. */
function send(diary: Diary, sending: Sending, decidedAt: Date): void {
  const cause = [sending.kind, diary.returnId, decidedAt.toISOString()].join(':')
  diary.letters.push({ ...sending, cause, decidedAt })
}

/** Asks those who may sign for their signature. */
export function requestLetter(diary: Diary, by: string, at: Date): void {
  const letter = signatureRequested(aboutAt(diary, at), { by })
  send(diary, { kind: 'signature_requested', letter, to: signersAmong(diary.employer.people) }, at)
}

/** Tells the preparers why the return was not signed. */
export function refusalLetter(diary: Diary, said: { readonly by: string; readonly note: string }, at: Date): void {
  const letter = signatureRefused(aboutAt(diary, at), said)
  send(diary, { kind: 'signature_refused', letter, to: preparersAmong(diary.employer.people) }, at)
}

/** To those who made the return, and those who may sign it. */
const makers = ({ employer }: Diary) => employer.people.filter(({ role }) => role !== 'contributor')

/** Tells the makers that the return has been submitted, and under which reference. */
export function receiptLetter(diary: Diary, said: { readonly by: string; readonly reference: string }, at: Date): void {
  const letter = submittedReceipt(aboutAt({ ...diary, standing: null }, at), said)
  send(diary, { kind: 'submitted', letter, to: makers(diary) }, at)
}

/** Tells a contributor which section they have been given, if any. */
export function sectionLetter(diary: Diary, to: Recipient, at: Date): void {
  const { given, definition } = diary.shown
  if (!given) return
  const { section, dueOn, note } = given
  const by = personWith(diary.employer, 'preparer').name
  const sections = titlesOf(definition, [section]) ?? []
  const letter = sectionAssigned(aboutAt(diary, at), { by, sections, dueOn, note })
  send(diary, { kind: 'section_assigned', letter, to: [to] }, at)
}

interface Opened {
  readonly kind: 'reopened' | 'extended'
  readonly reason: string
  readonly sections: readonly string[] | null
}

/** Tells the makers that the return was given back, or more time, and why. */
export function openingLetter(diary: Diary, { kind, reason, sections }: Opened, at: Date): void {
  const titles = titlesOf(diary.shown.definition, sections)
  const write = kind === 'reopened' ? reopened : extended
  send(diary, { kind, letter: write(aboutAt(diary, at), { reason, sections: titles }), to: makers(diary) }, at)
}
