import type { Services } from '../services'

/** What jobs are given. */
export type JobServices = Pick<Services, 'db' | 'links' | 'log' | 'mailer' | 'publicUrl'>

/** Something that is looked at again and again: what should be so now, less what is recorded, is done. */
export interface Job {
  readonly does: string
  /** Real milliseconds from the end of one turn to the beginning of the next. */
  readonly every: number
  /** What was done, in a word or two for the log; undefined where there was nothing to do. */
  readonly run: (services: JobServices, stopping: AbortSignal) => Promise<string | undefined>
}
