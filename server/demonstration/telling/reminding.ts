import { reminderMoments, remindersDue, usualSchedule, type DueReminder } from '../../domain/chasing/reminders'
import { preparersAmong, signersAmong } from '../../domain/post/audience'
import { fillableSections } from '../../domain/returns/standing'
import { reminder } from '../../mail/reminder'
import type { Diary, ToldLetter } from './diary'
import { peopleBefore } from '../newContacts'
import { comesBack, writtenAt } from '../writingToMany'
import { aboutAt } from './letters'

/** The reminder that was due for a return at a moment, as it then stood. */
function dueAt(diary: Diary, at: Date): DueReminder | undefined {
  const { collection, definition } = diary.shown
  const then = diary.standings.findLast(({ from }) => from <= at)
  const openness = {
    opensAt: collection.opensAt,
    cutoffAt: collection.cutoffAt,
    openings: diary.openings.filter(({ decidedAt }) => decidedAt <= at),
    standingSince: then?.standingSince ?? null,
  }
  const opened = diary.firstOpenedAt !== null && diary.firstOpenedAt <= at ? diary.firstOpenedAt : null
  const chased = {
    id: diary.returnId,
    status: then?.status ?? 'not_started',
    openness,
    schedule: usualSchedule,
    sections: fillableSections(definition),
    firstOpenedAt: opened,
    takenBackAt: then?.takenBackAt ?? null,
  } as const
  return remindersDue([chased], at).find(({ dueAt: moment }) => moment.getTime() === at.getTime())
}

interface When {
  readonly at: Date
  /** What time it is when the demonstration is loaded. */
  readonly now: Date
}

function letterFor(diary: Diary, { key, wording, day }: DueReminder, { at, now }: When): ToldLetter {
  const signing = wording === 'awaiting_signature'
  const people = peopleBefore(diary.employer, now)
  const bounces = at > writtenAt && !signing && comesBack(diary.employer, now) !== undefined
  return {
    kind: signing ? 'signature_reminder' : 'reminder',
    cause: key,
    toldOn: day,
    letter: reminder(wording, aboutAt(diary, at)),
    to: signing ? signersAmong(people) : preparersAmong(people),
    decidedAt: at,
    ...(bounces ? { unsent: { state: 'not_needed', reason: 'Mail to this address comes back.' } as const } : {}),
  }
}

/** The moments at which a return may have been reminded: those before the cutoff, and before its own later one. */
function momentsOf({ shown, openings }: Diary, now: Date): Date[] {
  const cutoffs = [shown.collection.cutoffAt, ...openings.map(({ untilAt }) => untilAt)]
  const moments = cutoffs.flatMap((cutoffAt) => reminderMoments(cutoffAt)).map(({ at }) => at.getTime())
  return [...new Set(moments)]
    .sort((a, b) => a - b)
    .map((moment) => new Date(moment))
    .filter((at) => at <= now)
}

/** Every reminder of a return that went before now, with the cause the product gives it, so that it goes once only. */
export const remindersOf = (diary: Diary, now: Date): ToldLetter[] =>
  momentsOf(diary, now).flatMap((at) => {
    const due = dueAt(diary, at)
    return due ? [letterFor(diary, due, { at, now })] : []
  })
