import type { OpeningKind } from '../domain/collections/opening'
import type { Tx } from './transaction'

/** Gives one return more time, or gives it back: until when, why, and which sections (null is all); the id of that. */
export async function insertOpening(
  tx: Tx,
  opening: {
    readonly returnId: string
    readonly kind: OpeningKind
    readonly untilAt: Date
    readonly reason: string
    readonly sections: readonly string[] | null
    readonly askedBy: string | null
    readonly grantedBy: string
    readonly decidedAt: Date
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('openings')
    .values({ ...opening, sections: opening.sections === null ? null : [...opening.sections] })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
