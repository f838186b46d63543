import { fork } from 'node:child_process'
import path from 'node:path'
import type { FileRead } from './fileRead'
import { refused, type FileRefusal } from './refusals'

/** In megabytes: a return needs about 20. */
const memory = ['--max-old-space-size=96', '--max-semi-space-size=8']
/** In milliseconds of work, once the file has been handed over. */
const WORK = 1_000
/** In milliseconds on the clock: for the process to begin, and for a busy machine to let it do its work. */
const PATIENCE = 15_000

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a file somebody sent. It is read in a process that has little memory, little time and nothing of our settings,
 * one file after another: no file, whatever it is, can hold up or bring down the pages of others. A thread would not do:
 * there are loops in which it cannot be stopped.
 */
export function readApart(file: Buffer, work = WORK): Promise<FileRead> {
  const mine = last.then(() => inProcess(file, work))
  last = mine.then(
    () => undefined,
    () => undefined,
  )
  return mine
}

/** Compiled, it runs as it is; from the sources it needs the loader of TypeScript. */
const reader = path.join(__dirname, `readerProcess${path.extname(__filename)}`)
const loader = __filename.endsWith('.ts') ? ['--require', 'tsx/cjs'] : []

const inProcess = (file: Buffer, work: number): Promise<FileRead> =>
  new Promise((resolve, reject) => {
    const child = fork(reader, [String(work)], {
      execArgv: [...loader, ...memory],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let answer: FileRead | undefined
    const finish = (read: FileRead): void => {
      answer ??= read
      child.kill('SIGKILL')
    }
    const giveUp = () => {
      finish(refused('too_much'))
    }
    let timer = setTimeout(giveUp, PATIENCE)
    child.on('message', (said) => {
      clearTimeout(timer)
      if (isRead(said)) {
        finish(said)
      } else {
        timer = setTimeout(giveUp, PATIENCE)
        // A process that has ended meanwhile says so below.
        child.send(file, () => undefined)
      }
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      resolve(answer ?? refused(whyEnded(code, signal)))
    })
  })

const isRead = (said: unknown): said is FileRead => typeof said === 'object' && said !== null && 'kind' in said

/** Out of memory, a process is aborted; after too much work it is killed; what it stumbles over ends it as a failure. */
const whyEnded = (code: number | null, signal: NodeJS.Signals | null): FileRefusal =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'too_much' : 'damaged'
