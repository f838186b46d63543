import type { EmployerPerson, GrantedOpening, LetterOfReturn, SubmissionOfReturn } from '../../db/casework'
import { cutoffInWords, momentInWords, timeLeft } from '../../domain/collections/calendar'
import type { OpeningKind } from '../../domain/collections/opening'
import { employerRoles } from '../../domain/people/roles'
import { sectionsInWords } from '../../domain/returns/eventWords'

/** Somebody of the employer, to ring or to write to. */
export const personLine = ({ name, email, telephone, role, sections }: EmployerPerson) => ({
  name,
  email,
  mailTo: `mailto:${email}`,
  telephone: telephone ?? 'Not given',
  role:
    role === 'contributor' && sections.length > 0
      ? `Contributor, ${lower(sectionsInWords(sections))}`
      : employerRoles[role],
})

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const openingKinds = { extension: 'More time', reopening: 'Reopened' } as const satisfies Record<OpeningKind, string>

/** More time, or a reopening: until when, what, why, who. */
export const openingLine = ({ kind, untilAt, reason, sections, grantedBy, decidedAt }: GrantedOpening, now: Date) => ({
  what: `${openingKinds[kind]} until ${cutoffInWords(untilAt)}`,
  isOver: timeLeft(untilAt, now) === undefined ? 'Over' : 'Running',
  sections: sectionsInWords(sections),
  reason,
  by: `${grantedBy}, ${momentInWords(decidedAt)}`,
})

const letterStates = {
  waiting: 'Waiting to go',
  sent: 'Sent',
  kept: 'Kept here, not sent by mail',
  failed: 'Could not be delivered',
  not_needed: 'No longer needed',
} as const satisfies Record<LetterOfReturn['state'], string>

/** A letter about the return. */
export const letterLine = ({ id, toName, toAddress, subject, state, stateReason, decidedAt }: LetterOfReturn) => ({
  href: `/network/post/${id}`,
  subject,
  to: `${toName}, ${toAddress}`,
  state: stateReason === null ? letterStates[state] : `${letterStates[state]}: ${stateReason}`,
  when: momentInWords(decidedAt),
})

/** What was signed. */
export const signedLine = (
  { number, reference, hash, nil, signedBy, decidedAt }: SubmissionOfReturn,
  isStanding: boolean,
) => ({
  reference,
  what: `${nil ? 'Nil return' : 'Submission'} ${number}, signed by ${signedBy}`,
  when: momentInWords(decidedAt),
  hash,
  state: isStanding ? 'Stands' : 'Replaced or taken back',
})
