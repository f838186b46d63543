import { drawing } from '../draw'
import type { QueuePage } from './queuePage'

export const draw = drawing<{ 'requests/queue': QueuePage }>()
