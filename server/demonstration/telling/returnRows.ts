import type { ChangeRow } from '../../db/demonstrationRows'
import { messageIdOf } from '../../db/post'
import { idOf } from '../identity'
import { statusIn, type Diary, type ToldLetter } from './diary'

/** The return itself, before a submission of it stands. */
export const returnRow = (diary: Diary) => ({
  id: diary.returnId,
  collectionId: diary.shown.collection.id,
  organisationId: diary.employer.id,
  status: statusIn(diary),
  version: diary.version,
  progress: JSON.stringify(diary.progress),
  entries: JSON.stringify(diary.entries),
  firstOpenedAt: diary.firstOpenedAt,
  lastSavedAt: diary.lastSaved?.at ?? null,
  lastSavedBy: diary.lastSaved?.by ?? null,
  requestedAt: diary.requestedAt,
  coveredBy: diary.coveredBy,
  setAsideFrom: diary.setAsideFrom,
})

/** The history of each cell, as it was typed. */
export const changeRows = ({ returnId, changes }: Diary): ChangeRow[] =>
  changes.map((change) => ({ returnId, ...change }))

/** What was done with the return as a whole, in the order of the diary. */
export const eventRows = ({ returnId, events }: Diary) =>
  events.map((event) => ({ returnId, ...event, detail: JSON.stringify(event.detail) }))

/** What was signed: whole documents, the last of which stands. */
export const submissionRows = ({ returnId, shown, submissions }: Diary) =>
  submissions.map((submission) => ({
    ...submission,
    returnId,
    definition: shown.definition.code,
    cells: JSON.stringify(submission.cells),
    explained: JSON.stringify(submission.explained),
  }))

/** What admins allowed after the cutoff, with who asked for it. */
export const openingRows = ({ returnId, openings, requests }: Diary) =>
  openings.map(({ sections, ...opening }) => ({
    ...opening,
    returnId,
    sections: sections === null ? null : [...sections],
    askedBy: requests.at(-1)?.askedBy ?? null,
  }))

/** What was asked for; answered where it was given. */
export const requestRows = ({ returnId, requests, openings }: Diary) =>
  requests.map((request) => {
    const given = openings.at(-1)
    return {
      ...request,
      returnId,
      answer: given ? ('granted' as const) : null,
      answeredBy: given?.grantedBy ?? null,
      answeredAt: given?.decidedAt ?? null,
    }
  })

/** Colleagues who were given one section when the return was first opened: Thornmere's contributor, until 31 January. */
export const assignmentRows = ({ returnId, shown: { given }, employer, firstOpenedAt }: Diary) =>
  firstOpenedAt === null || given === null
    ? []
    : employer.people
        .filter(({ role }) => role === 'contributor')
        .map(({ id }) => ({ ...given, returnId, personId: id, decidedAt: firstOpenedAt }))

/** A letter to each of its readers, kept because there was no mail server. */
const rowsOf = (returnId: string, { kind, cause, letter, to, decidedAt, ...told }: ToldLetter) =>
  to.map((reader) => {
    const whole = `${cause}:${reader.id}`
    return {
      id: idOf('letter', whole),
      kind,
      cause: whole,
      returnId,
      personId: reader.id,
      toName: reader.name,
      toAddress: reader.email,
      subject: letter.subject,
      paragraphs: JSON.stringify(letter.paragraphs),
      button: letter.button ? JSON.stringify(letter.button) : null,
      messageId: messageIdOf(whole),
      state: told.unsent?.state ?? ('kept' as const),
      stateReason: told.unsent?.reason ?? null,
      tries: 1,
      nextTryAt: decidedAt,
      postedAt: told.unsent?.state === 'not_needed' ? null : decidedAt,
      createdAt: decidedAt,
      decidedAt,
      toldOn: told.toldOn ?? null,
      campaignId: told.campaignId ?? null,
      bulk: told.toldOn !== undefined,
    }
  })

/** A row for each letter and each of its readers. */
export const letterRows = (returnId: string, letters: readonly ToldLetter[]) =>
  letters.flatMap((letter) => rowsOf(returnId, letter))
