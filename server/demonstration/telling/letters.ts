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
import { mhsw2019 } from '../../surveys/mhsw2019'
import { collection } from '../collection'
import { personWith } from '../employers'
import type { Diary } from './diary'

/** Where the links of letters that went before the demonstration was loaded begin. */
export const PUBLIC_URL = 'http://localhost:3000'

/** What a letter says of a return as it stands at a moment. */
export function aboutAt({ employer, returnId, openings, standing }: Diary, now: Date): AboutReturn {
  const { opensAt, cutoffAt } = collection
  const openness = { opensAt, cutoffAt, openings, standingSince: standing?.decidedAt ?? null }
  return aboutReturn({ id: returnId, organisation: employer, collection, openness, now }, mhsw2019, PUBLIC_URL)
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

export function requestLetter(diary: Diary, by: string, at: Date): void {
  const letter = signatureRequested(aboutAt(diary, at), { by })
  send(diary, { kind: 'signature_requested', letter, to: signersAmong(diary.employer.people) }, at)
}

export function refusalLetter(diary: Diary, said: { readonly by: string; readonly note: string }, at: Date): void {
  const letter = signatureRefused(aboutAt(diary, at), said)
  send(diary, { kind: 'signature_refused', letter, to: preparersAmong(diary.employer.people) }, at)
}

/** To those who made the return, and those who may sign it. */
const makers = ({ employer }: Diary) => employer.people.filter(({ role }) => role !== 'contributor')

export function receiptLetter(diary: Diary, said: { readonly by: string; readonly reference: string }, at: Date): void {
  const letter = submittedReceipt(aboutAt({ ...diary, standing: null }, at), said)
  send(diary, { kind: 'submitted', letter, to: makers(diary) }, at)
}

/** What Thornmere's contributor was given, and until when. */
export const sectionGiven = { section: 'f', dueOn: '2020-01-31', note: 'You lead the AMHP service.' } as const

/** Tells a contributor which section they have been given. */
export function sectionLetter(diary: Diary, to: Recipient, at: Date): void {
  const { section, dueOn, note } = sectionGiven
  const by = personWith(diary.employer, 'preparer').name
  const letter = sectionAssigned(aboutAt(diary, at), { by, sections: titlesOf(mhsw2019, [section]) ?? [], dueOn, note })
  send(diary, { kind: 'section_assigned', letter, to: [to] }, at)
}

interface Opened {
  readonly kind: 'reopened' | 'extended'
  readonly reason: string
  readonly sections: readonly string[] | null
}

export function openingLetter(diary: Diary, { kind, reason, sections }: Opened, at: Date): void {
  const titles = titlesOf(mhsw2019, sections)
  const write = kind === 'reopened' ? reopened : extended
  send(diary, { kind, letter: write(aboutAt(diary, at), { reason, sections: titles }), to: makers(diary) }, at)
}
