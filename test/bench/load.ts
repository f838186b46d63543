import { Agent, request } from 'node:http'

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly cookies: readonly string[]
}

/** One request over a connection that is kept. */
export const ask = (port: number, agent: Agent, { method, path, headers = {}, body }: Ask): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asked = request(
      { host: '127.0.0.1', port, agent, method, path, headers: { ...headers, ...length } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '')
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), cookies })
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })

export interface Measured {
  readonly answered: number
  readonly perSecond: number
  /** Milliseconds within which 95 in a hundred were answered. */
  readonly p95: number
}

/** So many users, each asking again as soon as it is answered, for so long. Any other status than expected is a fault. */
export async function measure(
  port: number,
  { users, seconds, expect, next }: { users: number; seconds: number; expect: number; next: (user: number) => Ask },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  const took: number[] = []
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: users }, async (_none, user) => {
      while (performance.now() < until) {
        const asked = performance.now()
        const { status, text } = await ask(port, agent, next(user))
        if (status !== expect) throw new Error(`Expected ${expect}, was answered ${status}: ${text.slice(0, 300)}`)
        took.push(performance.now() - asked)
      }
    }),
  )
  const elapsed = (performance.now() - from) / 1000
  agent.destroy()
  took.sort((a, b) => a - b)
  return { answered: took.length, perSecond: took.length / elapsed, p95: took[Math.floor(took.length * 0.95)] ?? 0 }
}
