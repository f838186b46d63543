import { endOfDay } from '../../domain/collections/calendar'
import { valueCell } from '../../domain/survey/cells'
import { personWith } from '../employers'
import { idOf } from '../identity'
import { admin } from '../staff'
import { stands, type Diary, type ToldEvent } from './diary'
import { openingLetter, receiptLetter, refusalLetter, requestLetter } from './letters'
import { save } from './saving'
import type { Step } from './story'
import { inked } from './submitting'

const NOTES = [
  'The vacancy figure is before the August recruitment. Please check with finance and send it again.',
  'Please add the two Think Ahead trainees at the north team.',
]
const REASONS = [
  'Our HR system was replaced in January and the report is not yet right. We need another week.',
  'The colleague who holds the figures for two of our teams is away until 12 February.',
]
const CORRECTION = 'The contacts of one team were left out. We would like to put them in.'

type Happening = (diary: Diary, at: Date) => void

const preparer = ({ employer }: Diary) => personWith(employer, 'preparer')
const signatory = ({ employer }: Diary) => personWith(employer, 'signatory')

function note(diary: Diary, event: Omit<ToldEvent, 'detail'>, detail: ToldEvent['detail'] = {}): void {
  diary.events.push({ ...event, detail })
}

const request: Happening = (diary, at) => {
  const { id, name } = preparer(diary)
  diary.requestedAt = at
  stands(diary, 'awaiting_signature', at)
  note(diary, { kind: 'signature_requested', personId: id, decidedAt: at })
  requestLetter(diary, name, at)
}

const refuse: Happening = (diary, at) => {
  const { id, name } = signatory(diary)
  const why = diary.chance.oneOf(NOTES)
  stands(diary, 'in_progress', at)
  note(diary, { kind: 'signature_refused', personId: id, decidedAt: at }, { note: why })
  refusalLetter(diary, { by: name, note: why }, at)
}

const submit: Happening = (diary, at) => {
  const submission = inked(diary, at)
  const { reference, number, hash, nil, signedBy } = submission
  diary.submissions.push(submission)
  diary.standing = submission
  stands(diary, nil ? 'nil' : 'submitted', at)
  note(diary, { kind: 'submitted', personId: signedBy, decidedAt: at }, { reference, number, hash, nil })
  receiptLetter(diary, { by: signatory(diary).name, reference }, at)
}

const withdraw: Happening = (diary, at) => {
  diary.standing = null
  stands(diary, 'in_progress', at, at)
  note(diary, { kind: 'withdrawn', personId: preparer(diary).id, decidedAt: at })
}

const correct: Happening = (diary, at) => {
  const says = { dq_known_changes: valueCell('We changed our HR system in April 2019; totals were checked by hand.') }
  save(diary, { says, personId: preparer(diary).id, via: 'typed' }, at)
}

/** A week more for a draft; to correct what was submitted, until a day before the cutoff. */
const ask: Happening = (diary, at) => {
  const correcting = diary.standing !== null
  const reason = correcting ? CORRECTION : diary.chance.oneOf(REASONS)
  const untilDay = correcting ? '2020-02-05' : '2020-02-17'
  const askedBy = preparer(diary).id
  diary.requests.push({ id: idOf('request', diary.returnId), reason, untilDay, askedBy, decidedAt: at })
  note(diary, { kind: 'more_time_asked', personId: askedBy, decidedAt: at }, { reason, untilDay })
}

function open(diary: Diary, kind: 'extension' | 'reopening', at: Date): void {
  const { untilDay = '2020-02-17', reason = CORRECTION } = diary.requests.at(-1) ?? {}
  const sections = kind === 'reopening' ? ['m', 'p'] : null
  const id = idOf('opening', diary.returnId)
  diary.openings.push({ id, kind, untilAt: endOfDay(untilDay), reason, sections, grantedBy: admin.id, decidedAt: at })
  if (kind === 'reopening') stands(diary, 'reopened', at)
  const happened = kind === 'reopening' ? 'reopened' : 'extended'
  note(diary, { kind: happened, personId: admin.id, decidedAt: at }, { untilDay, reason, sections })
  openingLetter(diary, { kind: happened, reason, sections }, at)
}

/** What each step does to a return, as the product's own actions do it. */
export const steps: Readonly<Record<Step, Happening>> = {
  request,
  refuse,
  submit,
  withdraw,
  correct,
  ask,
  reopen: (diary, at) => {
    open(diary, 'reopening', at)
  },
  extend: (diary, at) => {
    open(diary, 'extension', at)
  },
}
