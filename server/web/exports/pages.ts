import { drawing } from '../draw'
import type { DictionaryPage } from './dictionaryPage'
import type { ExportsPage } from './exportsPage'

export const draw = drawing<{ 'exports/exports': ExportsPage; 'exports/dictionary': DictionaryPage }>()
