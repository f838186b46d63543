import { drawing } from '../draw'
import type { Page } from '../chrome'
import type { CollectionPage } from './collectionPage'

export const draw = drawing<{ 'chasing/collection': CollectionPage; 'chasing/none': Page }>()
