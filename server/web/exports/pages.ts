import { drawing } from '../draw'
import type { DictionaryPage } from './dictionaryPage'
import type { ExportsPage } from './exportsPage'

/** Draws one of the pages about files for analysts. */
export const draw = drawing<{ 'exports/exports': ExportsPage; 'exports/dictionary': DictionaryPage }>()
