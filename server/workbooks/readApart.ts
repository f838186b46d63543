import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileRead } from './fileRead'
import { refused } from './refusals'

/** In megabytes: a return needs about 20. */
const memory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 }
/** In milliseconds, once the thread has begun to read. */
const PATIENCE = 1_600
/** In milliseconds, for the thread to begin. */
const START = 15_000

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a file somebody sent. It is read in a thread that has little memory and little time, one file after another, so
 * that no file, whatever it is, can hold up or bring down the pages of others.
 */
export function readApart(file: Buffer, patience = PATIENCE): Promise<FileRead> {
  const mine = last.then(() => inThread(file, patience))
  last = mine
  return mine
}

/** Compiled, the thread runs as it is; from the sources it needs the loader of TypeScript. */
const thread = path.join(__dirname, `readerThread${path.extname(__filename)}`)
const loader = __filename.endsWith('.ts') ? ['--require', 'tsx/cjs'] : []

const inThread = (file: Buffer, patience: number): Promise<FileRead> =>
  new Promise((resolve) => {
    const worker = new Worker(thread, { workerData: file, resourceLimits: memory, execArgv: loader, stderr: true })
    let answer: FileRead | undefined
    const finish = (read: FileRead): void => {
      answer ??= read
      void worker.terminate()
    }
    const giveUp = () => {
      finish(refused('too_much'))
    }
    let timer = setTimeout(giveUp, START)
    worker.on('message', (said: 'ready' | FileRead) => {
      clearTimeout(timer)
      if (said === 'ready') timer = setTimeout(giveUp, patience)
      else finish(said)
    })
    worker.on('error', (error) => {
      answer ??= refused(isOutOfMemory(error) ? 'too_much' : 'damaged')
    })
    // Only now is its memory given back, and the next file's turn.
    worker.on('exit', () => {
      clearTimeout(timer)
      resolve(answer ?? refused('damaged'))
    })
  })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
