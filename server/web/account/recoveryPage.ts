import type { Page } from '../chrome'

/** Recovery codes as they are shown, once, and where their owner goes from there. */
export interface RecoveryPage extends Page {
  readonly codes: readonly string[]
  readonly next: string
}
