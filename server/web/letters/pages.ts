import { drawing } from '../draw'
import type { ChasePage } from './chasePage'
import type { DraftPage } from './draftPage'
import type { ProgressPage } from './progressPage'
import type { RemindersPage } from './remindersPage'

export const draw = drawing<{
  'letters/reminders': RemindersPage
  'letters/chase': ChasePage
  'letters/draft': DraftPage
  'letters/progress': ProgressPage
}>()
