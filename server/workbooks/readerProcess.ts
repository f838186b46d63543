import { readFile } from './readFile'

/** Runs as a process of its own: is given one file, says what is in it, and is ended by whoever began it. */
process.once('message', (given: unknown) => {
  const file = given instanceof Uint8Array ? Buffer.from(given) : Buffer.alloc(0)
  // What cannot be read ends the process, and that is the answer.
  void readFile(file).then((read) => process.send?.(read))
})

process.send?.('ready')
