import { entriesAfter } from '../../domain/returns/entries'
import type { Via } from '../../domain/returns/via'
import { sameCell, type Cells } from '../../domain/survey/cells'
import { statusIn, stands, type Diary } from './diary'

export interface Save {
  /** What the save says; cells it leaves out stay as they are. */
  readonly says: Cells
  readonly personId: string
  readonly via: Via
}

/** Keeps what a save says, with what stood there before, as the product does. */
export function save(diary: Diary, { says, personId, via }: Save, at: Date): void {
  const before = diary.cells
  const different = Object.entries(says).filter(([address, cell]) => !sameCell(cell, before[address]))
  if (different.length === 0) return
  diary.version += 1
  const { version } = diary
  for (const [address, became] of different) {
    diary.changes.push({ address, was: before[address] ?? null, became, version, personId, via, decidedAt: at })
  }
  diary.cells = { ...before, ...Object.fromEntries(different) }
  diary.entries = entriesAfter(diary.entries, diary.shown.definition, Object.fromEntries(different))
  diary.lastSaved = { at, by: personId }
  if (statusIn(diary) === 'not_started') {
    diary.events.push({ kind: 'started', detail: {}, personId, decidedAt: at })
    stands(diary, 'in_progress', at)
  }
}
