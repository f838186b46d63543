import { drawing } from '../draw'
import type { BenchmarksPage } from './benchmarksPage'
import type { WaitingPage } from './waitingPage'

/** Draws an employer's figures beside its peers', or why there are none. */
export const draw = drawing<{ 'benchmarks/benchmarks': BenchmarksPage; 'benchmarks/waiting': WaitingPage }>()
