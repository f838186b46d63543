import type { LateField } from '../domain/survey/lateTyping'
import type { Reader, Tx } from './transaction'

/** What somebody typed after the close, in one box. */
export interface HeldField extends LateField {
  readonly version: number
  readonly typedBy: string
  readonly fromFile: boolean
  readonly by: string
  readonly decidedAt: Date
}

/** What is held of one return, the latest first. */
export const heldOf = (db: Reader, returnId: string): Promise<HeldField[]> =>
  db
    .selectFrom('lateTyping')
    .innerJoin('people', 'people.id', 'lateTyping.typedBy')
    .select(['lateTyping.name', 'value', 'version', 'typedBy', 'fromFile', 'people.name as by', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('decidedAt', 'desc')
    .orderBy('lateTyping.name')
    .execute()

interface Holding {
  readonly returnId: string
  readonly typedBy: string
  readonly fromFile: boolean
  readonly version: number
  readonly decidedAt: Date
  readonly fields: readonly LateField[]
}

/** Holds what somebody typed too late; typed again in the same box it takes the place of what they typed before. */
export async function holdFields(tx: Tx, { fields, ...held }: Holding): Promise<void> {
  if (fields.length === 0) return
  await tx
    .insertInto('lateTyping')
    .values(fields.map(({ name, value }) => ({ ...held, name, value })))
    .onConflict((same) =>
      same.columns(['returnId', 'name', 'typedBy']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        fromFile: eb.ref('excluded.fromFile'),
        version: eb.ref('excluded.version'),
        decidedAt: eb.ref('excluded.decidedAt'),
      })),
    )
    .execute()
}

interface LettingGo {
  readonly typedBy: string
  readonly names: readonly string[]
  /** What was typed on pages stays: a spreadsheet that does not know of it does not take it back. */
  readonly onlyFromFile?: boolean
}

/** Lets go of what somebody typed in these boxes: it has gone along with a request, or they typed it back. */
export async function letGo(tx: Tx, returnId: string, { typedBy, names, onlyFromFile }: LettingGo): Promise<void> {
  if (names.length === 0) return
  await tx
    .deleteFrom('lateTyping')
    .where('returnId', '=', returnId)
    .where('typedBy', '=', typedBy)
    .where('lateTyping.name', 'in', names)
    .$if(onlyFromFile === true, (letting) => letting.where('fromFile', '=', true))
    .execute()
}
