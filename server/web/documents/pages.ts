import { drawing } from '../draw'
import type { BlankPage } from './blankPage'
import type { ComparisonPage } from './comparisonPage'
import type { DocumentPage } from './documentPage'

export const draw = drawing<{
  'documents/document': DocumentPage
  'documents/blank': BlankPage
  'documents/comparison': ComparisonPage
}>()
