import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, type Ask } from './load'

/** Something that people do, so often, whatever became of those before. */
export interface Stream {
  readonly name: string
  readonly perSecond: number
  readonly expect: number
  readonly next: (count: number) => Ask
}

export interface Streamed {
  readonly name: string
  readonly asked: number
  readonly failed: number
  /** What the first that failed was answered with; '' where none did. */
  readonly fault: string
  /** Milliseconds, in order, from when it was due to when it was answered. */
  readonly took: readonly number[]
}

/** Asks as people do who do not wait for one another: late where it is late, never fewer. */
export async function streams(port: number, seconds: number, all: readonly Stream[]): Promise<Streamed[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
  const streamed = await Promise.all(all.map((each) => stream(port, agent, seconds, each)))
  agent.destroy()
  return streamed
}

const TICK = 5

async function stream(port: number, agent: Agent, seconds: number, { name, perSecond, expect, next }: Stream) {
  const took: number[] = []
  let failed = 0
  let fault = ''
  const flying: Promise<void>[] = []
  const one = async (count: number, due: number) => {
    const said = await ask(port, agent, next(count)).then(
      ({ status, text }) => (expect === status ? '' : `${status} ${text.slice(0, 300)}`),
      (error: unknown) => String(error),
    )
    if (said !== '') failed += 1
    fault ||= said
    took.push(performance.now() - due)
  }
  const from = performance.now()
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = from + (count * 1000) / perSecond
    while (performance.now() < due) await pause(TICK)
    flying.push(one(count, due))
  }
  await Promise.all(flying)
  return { name, asked: flying.length, failed, fault, took: took.sort((a, b) => a - b) }
}

/** Within how many milliseconds so much of it was answered. */
export const within = ({ took }: Streamed, share: number): number => took[Math.ceil(took.length * share) - 1] ?? 0
