import { Worker } from 'node:worker_threads'
import { readFile } from './readFile'

/** In milliseconds of processor time: a return needs a third of it. */
const budget = Number(process.argv[2])

/**
 * Looks on from a thread of its own, and ends the process when it has worked for too long: the reading itself may be in a
 * loop that lets nothing else have a turn. What counts is work, not waiting, so that no file is given up because the
 * machine is busy with others.
 */
const watch = `
  const { workerData } = require('node:worker_threads')
  const began = process.cpuUsage()
  setInterval(() => {
    const { user, system } = process.cpuUsage(began)
    if ((user + system) / 1000 >= workerData) process.kill(process.pid, 'SIGKILL')
  }, 25)`

/** Runs as a process of its own: is given one file, says what is in it, and is ended by whoever began it. */
process.once('message', (given: unknown) => {
  const file = given instanceof Uint8Array ? Buffer.from(given) : Buffer.alloc(0)
  const watching = new Worker(watch, { eval: true, workerData: budget, env: {}, execArgv: [] })
  watching.once('online', () => {
    // What cannot be read ends the process, and that is the answer.
    void readFile(file).then((read) => process.send?.(read))
  })
})

process.send?.('ready')
