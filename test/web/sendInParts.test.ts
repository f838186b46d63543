import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as later } from 'node:timers/promises'
import compression from 'compression'
import express from 'express'
import { sendInParts } from '../../server/web/sendInParts'

// As little as a compressor can make of it, so that what lies between the two is soon full.
const PART = randomBytes(75_000).toString('base64')

/** Serves an answer without end, and counts what is made of it. */
async function endless({ compressed }: { compressed: boolean }) {
  const made = { parts: 0, ended: false }
  async function* parts() {
    try {
      for (;;) {
        made.parts += 1
        yield await Promise.resolve(`${PART}${made.parts}`)
      }
    } finally {
      made.ended = true
    }
  }
  const app = express()
  if (compressed) app.use(compression({ level: 1 }))
  app.get('/', async (_req, res) => {
    res.type('text/csv')
    await sendInParts(res, parts())
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { made, server, port }
}

describe.each([{ compressed: false }, { compressed: true }])('an answer in parts ($compressed)', (how) => {
  const headers = how.compressed ? { 'accept-encoding': 'gzip' } : {}

  test('is made no faster than it is read, and no longer than somebody reads', async () => {
    const { made, server, port } = await endless(how)
    const asking = get({ port, headers })
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    answer.pause()
    // What it can be ahead is what sockets hold: until they are full, more is made.
    let before = -1
    while (made.parts !== before) {
      before = made.parts
      await later(500)
    }
    expect(made.ended).toBe(false)

    answer.resume()
    while (made.parts <= before) await later(20)

    answer.destroy()
    while (!made.ended) await later(20)
    server.close()
    await once(server, 'close')
  })
})
