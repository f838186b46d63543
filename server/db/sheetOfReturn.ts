import type { Cells } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import { sheetOf } from '../domain/survey/routing'
import type { Sheet } from '../domain/survey/sheet'
import type { FoundReturn } from './foundReturn'
import { registerAgain, registerOf } from './register'
import type { Reader } from './transaction'

/** What a return says with these cells, with all that its rules need to know of the world. */
export const sheetOfReturn = async (
  db: Reader,
  found: FoundReturn,
  definition: SurveyDefinition,
  cells: Cells,
): Promise<Sheet> => sheetOf(definition, await registerOf(db, found, definition, cells), cells)

/** What the same return says with other cells, in the same transaction. */
export const sheetAgain = async (db: Reader, found: FoundReturn, before: Sheet, cells: Cells): Promise<Sheet> =>
  sheetOf(before.definition, await registerAgain(db, found, before, cells), cells)
