import { chaseLetter } from '../../domain/chasing/chaseLetter'
import { preparersAmong } from '../../domain/post/audience'
import { isOutstanding } from '../../domain/returns/lifecycle'
import { fillableSections } from '../../domain/returns/standing'
import { socialWork } from '../collection'
import { campaignId, comesBack, template, WRITTEN_ON, writtenAt } from '../writingToMany'
import type { Diary, ToldLetter } from './diary'
import { PUBLIC_URL } from './letters'

/** The letter to all councils that had not opened their return, where this is one of them. */
export function lettersToMany(diary: Diary, now: Date): ToldLetter[] {
  if (!isOneOfMany(diary)) return []
  const back = comesBack(diary.employer, now)
  return preparersAmong(diary.employer.people).map((reader) => ({
    kind: 'chase',
    cause: `chase:${campaignId}:${diary.returnId}`,
    letter: letterTo(diary, reader),
    to: [reader],
    decidedAt: writtenAt,
    toldOn: WRITTEN_ON,
    campaignId,
    ...(back === undefined
      ? {}
      : { unsent: { state: 'failed', reason: `It was sent, and came back: ${back}` } as const }),
  }))
}

function isOneOfMany({ shown, employer, firstOpenedAt, standings }: Diary): boolean {
  const status = standings.findLast(({ from }) => from <= writtenAt)?.status ?? 'not_started'
  const unopened = firstOpenedAt === null || firstOpenedAt > writtenAt
  return shown === socialWork && employer.type === 'local_authority' && unopened && isOutstanding(status)
}

function letterTo({ shown, employer, returnId }: Diary, reader: Diary['employer']['people'][number]) {
  const { collection, definition } = shown
  const about = {
    id: returnId,
    organisation: employer,
    status: 'not_started',
    openness: { ...collection, openings: [], standingSince: null },
    progress: {},
    sections: fillableSections(definition),
    people: [],
  } as const
  const contact = { ...reader, bouncing: false, told: [] }
  const written = { template, collection: collection.title, now: writtenAt, publicUrl: PUBLIC_URL }
  return chaseLetter({ about, reader: contact, copy: false }, written)
}
