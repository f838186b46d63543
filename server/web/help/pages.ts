import { drawing } from '../draw'
import type { AskPage } from './askPage'
import type { GeneralPage } from './generalPage'
import type { NetworkPage } from './networkPage'

export const draw = drawing<{
  'help/ask': AskPage
  'help/general': GeneralPage
  'help/network': NetworkPage
}>()
