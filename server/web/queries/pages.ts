import { drawing } from '../draw'
import type { AskPage } from './askPage'
import type { ChecksPage, ChecksPreviewPage } from './checksPage'
import type { EmployerQueriesPage } from './employerPage'
import type { QueryListPage } from './listPage'
import type { PairsPage } from './pairsPage'
import type { QueryPage } from './queryPage'

export const draw = drawing<{
  'queries/employer': EmployerQueriesPage
  'queries/ask': AskPage
  'queries/query': QueryPage
  'queries/list': QueryListPage
  'queries/checks': ChecksPage
  'queries/checksPreview': ChecksPreviewPage
  'queries/pairs': PairsPage
}>()
