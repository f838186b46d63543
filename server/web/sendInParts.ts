import { setImmediate } from 'node:timers/promises'
import type { Response } from 'express'

/**
 * Sends an answer as it is made. No more of it is made than its reader takes, and nothing once they have gone; whoever
 * only asks for the headers gets those. Others are let in between the parts.
 */
export async function sendInParts(res: Response, parts: AsyncIterable<string>): Promise<void> {
  if (res.req.method === 'HEAD') {
    res.end()
    return
  }
  const room = roomIn(res)
  for await (const part of parts) {
    if (res.destroyed) return
    await (res.write(part) ? setImmediate() : room())
  }
  if (!res.destroyed) res.end()
}

/** Waits until more can be written, or nobody is there any more. It listens once, however often it is waited for. */
function roomIn(res: Response): () => Promise<void> {
  let wake = (): void => undefined
  const onRoom = () => {
    wake()
  }
  res.on('drain', onRoom)
  res.on('close', onRoom)
  return () =>
    new Promise((resolve) => {
      wake = resolve
      if (res.destroyed) resolve()
    })
}
