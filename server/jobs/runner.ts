import type { Log } from '../log'
import { newBell, type Bell } from './bell'
import { clockWatch } from './clockWatch'
import type { Job, JobServices } from './job'
import { schedule } from './schedule'

const seconds = (count: number) => count * 1000

/** How long to wait at the end for what is being done. A letter that is still being sent then is free again in a minute. */
const LONGEST_END = seconds(5)

export interface RunningJobs {
  /** Begins nothing more, and resolves when what was begun has ended or a few seconds have passed. */
  readonly stop: () => Promise<void>
}

interface Settings {
  readonly log: Log
  readonly jobs?: readonly Job[]
}

/** Does every job over and over, each at its own pace, and all of them at once when the product's clock is moved. */
export function startJobs(services: JobServices, { log, jobs = schedule }: Settings): RunningJobs {
  const stopping = new AbortController()
  const bells: Bell[] = []
  const ringAll = () => {
    for (const bell of bells) bell.ring()
  }
  const running = [...jobs, watchClock(services, ringAll)].map((job) => {
    const bell = newBell()
    bells.push(bell)
    return keepDoing(job, bell, { services, log, stopping: stopping.signal })
  })
  return {
    stop: async () => {
      stopping.abort()
      ringAll()
      await Promise.race([Promise.all(running), longestEnd()])
    },
  }
}

function watchClock({ db }: JobServices, ringAll: () => void): Job {
  const moved = clockWatch(db)
  return {
    does: 'watch the clock',
    every: seconds(1),
    run: async () => {
      if (!(await moved())) return undefined
      ringAll()
      return 'it was moved: everything is looked at now'
    },
  }
}

interface Doing {
  readonly services: JobServices
  readonly log: Log
  readonly stopping: AbortSignal
}

async function keepDoing(job: Job, bell: Bell, doing: Doing): Promise<void> {
  while (!doing.stopping.aborted) {
    await doOnce(job, doing)
    await bell.wait(job.every)
  }
}

/** One turn, one line in the log at most; what goes wrong ends this turn and no other job. */
async function doOnce({ does, run }: Job, { services, log, stopping }: Doing): Promise<void> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const did = await run(services, stopping)
    if (did !== undefined) log.info({ job: does, did, took: took() }, 'job done')
  } catch (error) {
    log.error({ job: does, err: error, took: took() }, 'job failed')
  }
}

const longestEnd = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST_END).unref()
  })
