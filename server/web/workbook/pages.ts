import { drawing } from '../draw'
import type { ChangesPage } from './changesPage'
import type { StartPage } from './startPage'

interface WorkbookPages {
  'workbook/start': StartPage
  'workbook/changes': ChangesPage
}

/** Draws one of the pages on which a return leaves as a spreadsheet and comes back. */
export const draw = drawing<WorkbookPages>()
