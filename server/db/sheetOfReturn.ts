import type { Cells } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import { sheetOf } from '../domain/survey/routing'
import type { Sheet } from '../domain/survey/sheet'
import type { FoundReturn } from './foundReturn'
import { registerOf } from './register'
import type { Reader } from './transaction'

/** What a return says with these cells, with all that its rules need to know of the world. */
export const sheetOfReturn = async (
  db: Reader,
  found: FoundReturn,
  definition: SurveyDefinition,
  cells: Cells,
): Promise<Sheet> => sheetOf(definition, await registerOf(db, found, definition, cells), cells)
