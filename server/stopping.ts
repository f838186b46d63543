import type { Log } from './log'

type End = () => Promise<unknown>

export interface Stopping {
  /** Whether the program has been told to stop. */
  readonly told: () => boolean
  /** What is to be ended then. All of them at once, and each of them once. */
  readonly add: (end: End) => void
}

interface Manner {
  readonly log: Pick<Log, 'info' | 'error'>
  /** As soon as it is told. */
  readonly first: () => void
  /** When everything else has ended. */
  readonly last: End
  /** After so many milliseconds the program ends whatever is left. */
  readonly deadline: number
}

/** Ends the program in order when it is told to (SIGTERM, SIGINT). Being told twice changes nothing. */
export function stopWhenTold({ log, first, last, deadline }: Manner): Stopping {
  const ends: End[] = []
  let told = false
  const stop = async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping')
    first()
    setTimeout(() => {
      log.error('not everything ended in time')
      process.exit(1)
    }, deadline).unref()
    await Promise.all(ends.map((end) => end()))
    await last()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (told) return
      told = true
      stop(signal).catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      })
    })
  }
  return {
    told: () => told,
    add: (end) => {
      if (told) void end()
      else ends.push(end)
    },
  }
}
