import { drawing } from '../draw'
import type { CheckPage } from './checkPage'
import type { DeclinePage } from './declinePage'
import type { HistoryPage } from './historyPage'
import type { ListPage } from './listPage'
import type { ReceiptPage } from './receiptPage'
import type { RefusedPage } from './refusedPage'
import type { RequestsPage } from './requestsPage'
import type { ConflictPage } from './section/conflictPage'
import type { InterruptionPage } from './section/interruptionPage'
import type { LockedPage } from './section/lockedPage'
import type { SectionPage } from './section/sectionPage'
import type { SignOffPage } from './signOffPage'
import type { TasksPage } from './tasksPage'

interface ReturnsPages {
  'returns/list': ListPage
  'returns/tasks': TasksPage
  'returns/section': SectionPage
  'returns/interruption': InterruptionPage
  'returns/conflict': ConflictPage
  'returns/locked': LockedPage
  'returns/check': CheckPage
  'returns/signOff': SignOffPage
  'returns/receipt': ReceiptPage
  'returns/history': HistoryPage
  'returns/requests': RequestsPage
  'returns/refused': RefusedPage
  'returns/decline': DeclinePage
}

/** Draws one of the employer's pages of a return. */
export const draw = drawing<ReturnsPages>()
