import { insertChanges, insertRows, letStand } from '../db/demonstrationRows'
import type { Tx } from '../db/transaction'
import type { Diary } from './telling/diary'
import { chasingRows, contactRows } from './telling/chased'
import { remindersOf } from './telling/reminding'
import { lettersToMany } from './telling/toMany'
import {
  assignmentRows,
  changeRows,
  letterRows,
  openingRows,
  requestRows,
  returnRow,
  submissionRows,
} from './telling/returnRows'

/** Writes some returns with all that has happened to them, but for what the audit tells: that is told in its order. */
export async function writeReturns(tx: Tx, diaries: readonly Diary[], now: Date): Promise<void> {
  await insertRows(tx, 'returns', diaries.map(returnRow))
  await insertChanges(tx, diaries.flatMap(changeRows))
  await insertRows(tx, 'submissions', diaries.flatMap(submissionRows))
  await letStand(
    tx,
    new Map(diaries.flatMap(({ returnId, standing }) => (standing ? [[returnId, standing.id] as const] : []))),
  )
  await insertRows(tx, 'openings', diaries.flatMap(openingRows))
  await insertRows(tx, 'openingRequests', diaries.flatMap(requestRows))
  await insertRows(tx, 'assignments', diaries.flatMap(assignmentRows))
  await insertRows(
    tx,
    'contactsMade',
    diaries.flatMap((diary) => contactRows(diary, now)),
  )
  await insertRows(
    tx,
    'chasing',
    diaries.flatMap((diary) => chasingRows(diary, now)),
  )
  await insertRows(
    tx,
    'post',
    diaries.flatMap((diary) =>
      letterRows(diary.returnId, [...diary.letters, ...remindersOf(diary, now), ...lettersToMany(diary, now)]),
    ),
  )
}
