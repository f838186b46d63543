import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './readFile'

/** Runs in a thread of its own: reads the one file it was given, says what is in it, and is done. */
async function main(): Promise<void> {
  parentPort?.postMessage('ready')
  const given: unknown = workerData
  const file = given instanceof Uint8Array ? Buffer.from(given) : Buffer.alloc(0)
  parentPort?.postMessage(await readFile(file))
}

void main()
