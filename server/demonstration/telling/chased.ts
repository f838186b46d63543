import type { ContactKind, LateReason } from '../../domain/chasing/contacts'
import { daysLater, londonDay } from '../../domain/collections/calendar'
import { isOutstanding } from '../../domain/returns/lifecycle'
import { chanceOf, type Chance } from '../chance'
import { socialWork } from '../collection'
import { personWith } from '../employers'
import { leaverOf } from '../newContacts'
import { admin, network } from '../staff'
import { statusIn, type Diary } from './diary'
import { untilShown, WORKING_DAY, workingMoment } from './workingTime'

/** What was said in a call, an email or a note, and the day it led to: so many days after it, or that very day. */
interface Talk {
  readonly kind: ContactKind
  readonly said: string
  readonly reason: LateReason | null
  readonly promised?: { readonly inDays: number } | { readonly on: string }
  readonly answered: boolean
}

const talks: readonly Talk[] = [
  {
    kind: 'call',
    said: 'Waits for the figures of the emergency duty team. Will send it as soon as they are in.',
    reason: 'waiting_for_colleague',
    promised: { inDays: 3 },
    answered: true,
  },
  {
    kind: 'call',
    said: 'Had put it off because of the year end. Has put the day into the diary.',
    reason: 'no_time',
    promised: { on: '2020-01-27' },
    answered: true,
  },
  {
    kind: 'call',
    said: 'The director signs on Friday. All figures are there.',
    reason: 'signature',
    promised: { on: '2020-01-31' },
    answered: true,
  },
  {
    kind: 'call',
    said: 'The new system does not tell social workers from other staff. They count by hand.',
    reason: 'systems',
    promised: { on: '2020-02-05' },
    answered: true,
  },
  {
    kind: 'call',
    said: 'No answer. Left a message with the number of our office.',
    reason: null,
    answered: false,
  },
  {
    kind: 'email',
    said: 'Sent the link once more and offered to take the figures by telephone.',
    reason: 'not_received',
    answered: true,
  },
  {
    kind: 'note',
    said: 'The contact moves to another team at the end of the month. Ask who follows.',
    reason: 'people_changed',
    answered: false,
  },
]

/** Trusts that named somebody else this morning were rung on the Friday before. */
const namesSomebodyElse: Talk = {
  kind: 'call',
  said: 'Whoever had our letters has left. The switchboard will see to it that somebody is named by Monday.',
  reason: 'people_changed',
  answered: false,
}

const OFTEN = { talked: 0.3, owned: 0.35 }

/** The contract says how these stand: nobody has rung them. */
const untouched: readonly string[] = ['T80', 'T81', 'E06900001', 'E06900002']

interface Told {
  readonly talk: Talk
  readonly at: Date
  readonly promisedOn: string | null
  readonly by: string
}

const isChased = ({ shown, employer, ...diary }: Diary, now: Date): boolean =>
  shown === socialWork &&
  now < shown.collection.cutoffAt &&
  isOutstanding(statusIn({ shown, employer, ...diary })) &&
  !untouched.includes(employer.code)

const lineOf = ({ employer }: Diary): Chance => chanceOf('chased', employer.code)

function talkOf(diary: Diary, now: Date): Told | undefined {
  const chance = lineOf(diary)
  if (!isChased(diary, now)) return undefined
  if (leaverOf(diary.employer, now)) {
    const friday = workingMoment(untilShown - chance.whole(60, WORKING_DAY - 60))
    return { talk: namesSomebodyElse, at: friday, promisedOn: null, by: network.id }
  }
  if (!chance.happens(OFTEN.talked)) return undefined
  const talk = chance.oneOf(talks)
  const at = workingMoment(untilShown - chance.whole(60, 7 * WORKING_DAY))
  const promisedOn = promisedIn(talk, at)
  return { talk, at, promisedOn, by: chance.oneOf([network, network, admin]).id }
}

function promisedIn({ promised }: Talk, at: Date): string | null {
  if (promised === undefined) return null
  return 'on' in promised ? promised.on : daysLater(londonDay(at), promised.inDays)
}

/** What the network said to an employer about its return, as rows. */
export function contactRows(diary: Diary, now: Date) {
  const told = talkOf(diary, now)
  if (!told) return []
  const { talk, at, promisedOn, by } = told
  const spokeTo = talk.answered ? personWith(diary.employer, 'preparer').name : null
  const { kind, said, reason } = talk
  return [{ returnId: diary.returnId, kind, said, reason, spokeTo, promisedOn, personId: by, decidedAt: at }]
}

const nobody = { ownerId: null, ownedAt: null }

function ownerOf(diary: Diary, now: Date): typeof nobody | { ownerId: string; ownedAt: Date } {
  const chance = chanceOf('owned', diary.employer.code)
  if (!isChased(diary, now) || !chance.happens(OFTEN.owned)) return nobody
  const { id: ownerId } = chance.oneOf([network, network, admin])
  return { ownerId, ownedAt: workingMoment(untilShown - chance.whole(30, 8 * WORKING_DAY)) }
}

/** Who sees to a return, and what was promised last, as a row. */
export function chasingRows(diary: Diary, now: Date) {
  const owner = ownerOf(diary, now)
  const told = talkOf(diary, now)
  if (!told && owner.ownerId === null) return []
  const promisedOn = told?.promisedOn ?? null
  const lastContactAt = told?.at ?? null
  const promisedAt = promisedOn === null ? null : lastContactAt
  return [{ returnId: diary.returnId, ...owner, lastContactAt, promisedOn, promisedAt }]
}
