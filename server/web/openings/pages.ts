import { drawing } from '../draw'
import type { ConfirmPage } from './confirmPage'
import type { ListPage } from './listPage'
import type { ResultPage } from './resultPage'

export const draw = drawing<{
  'openings/list': ListPage
  'openings/confirm': ConfirmPage
  'openings/result': ResultPage
}>()
