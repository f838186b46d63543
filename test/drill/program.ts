import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { processorTime } from '../bench/processorTime'
import { freePort } from '../../server/embedded/freePort'

export interface Program {
  readonly url: string
  /** Starts it, and resolves when it is ready to answer: after how many milliseconds. */
  start(): Promise<number>
  /** As a power cut would end it. */
  kill(): Promise<void>
  /** As somebody ends it who means to. */
  stop(): Promise<void>
  /** How much processor time it has used, in milliseconds. */
  cpu(): number
  /** How much memory it has, in bytes. */
  memory(): number
  /** Throws, with its last words, where the process that was started is no longer there. */
  mustBeAlive(): void
}

/** How long a start may take on a busy machine, in milliseconds. */
const PATIENCE = 60_000

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

/** As npm start has it: a heap that is kept small is tidied sooner. */
const frugal = ['--max-old-space-size=512', '--max-semi-space-size=8']

/**
 * The program as it is run, in a process of its own and at an address that stays the same: compiled (`dist`), or from its
 * sources where nothing has been compiled.
 */
export async function programWith(
  env: Readonly<Record<string, string>>,
  { compiled }: { readonly compiled: boolean },
): Promise<Program> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const file = compiled ? [...frugal, 'dist/server/main.js'] : ['--import', 'tsx', 'server/main.ts']
  const own = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error' }
  let child: ChildProcess | undefined
  let said = ''

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  return {
    url,
    async start() {
      const began = performance.now()
      said = ''
      child = spawn(process.execPath, file, { env: { ...own, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
      while (!(await isReady(url))) {
        if (child.exitCode !== null) throw new Error(`The program ended: ${said}`)
        if (performance.now() - began > PATIENCE) throw new Error(`The program did not become ready: ${said}`)
        await pause(50)
      }
      return performance.now() - began
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    cpu: () => processorTime(child?.pid),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child?.pid)])) * 1024,
    mustBeAlive() {
      if (child?.exitCode !== null || child.signalCode !== null) throw new Error(`The program has died: ${said}`)
    },
  }
}
