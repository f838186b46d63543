import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { type Arrival, arrivedNow } from '../clock'

/** What every request is given at the door. */
export interface Stamp {
  /** How long it has been here. */
  readonly arrival: Arrival
  /** What a person can quote, and the log is searched by. */
  readonly reference: string
  /** What the page's one script is known by. */
  readonly nonce: string
}

const stamps = new WeakMap<IncomingMessage, Stamp>()

const newStamp = (): Stamp => ({
  arrival: arrivedNow(),
  reference: randomUUID(),
  nonce: randomBytes(16).toString('base64'),
})

/** The first thing that happens to a request: from here on its time is counted. */
export const stampRequest: RequestHandler = (req, res, next) => {
  const stamp = newStamp()
  stamps.set(req, stamp)
  res.setHeader('X-Request-Id', stamp.reference)
  next()
}

/** What was noted of a request when it came: when, under which id, with which nonce. */
export function stampOf(req: IncomingMessage): Stamp {
  const stamp = stamps.get(req)
  if (!stamp) throw new Error('A request was not stamped when it arrived')
  return stamp
}
