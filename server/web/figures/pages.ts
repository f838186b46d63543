import { drawing } from '../draw'
import type { ComparisonPage } from './comparisonPage'
import type { FiguresPage } from './figuresPage'
import type { TrendsPage } from './trendsPage'

/** Draws the network's results. */
export const draw = drawing<{
  'figures/figures': FiguresPage
  'figures/trends': TrendsPage
  'figures/comparison': ComparisonPage
}>()
