import { setImmediate } from 'node:timers/promises'
import type { Writable } from 'node:stream'

interface Waiting {
  wake: () => void
}

const waiting = new WeakMap<Writable, Waiting>()

/** One pair of ears for each stream, however often it is waited for. */
function earsOf(out: Writable): Waiting {
  const known = waiting.get(out)
  if (known) return known
  const ears: Waiting = { wake: () => undefined }
  out.on('drain', () => {
    ears.wake()
  })
  out.on('close', () => {
    ears.wake()
  })
  waiting.set(out, ears)
  return ears
}

/**
 * Waits until a stream that others write to can take more, so that whoever reads slowly is not written to faster than they read; false when
 * they have gone away. Others are let in between.
 */
export async function hasRoom(out: Writable): Promise<boolean> {
  const ears = earsOf(out)
  await setImmediate()
  while (!out.destroyed && out.writableNeedDrain) {
    await new Promise<void>((resolve) => {
      ears.wake = resolve
    })
  }
  return !out.destroyed
}
