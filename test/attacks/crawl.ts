import type { Visitor } from '../support/signIn'
import { unpacked } from './canaries'

export interface Answer {
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly file: Buffer
  /** All of it in words, unpacked. */
  readonly text: string
}

/** Gets something as it is, whatever it is. */
export async function get({ agent }: Pick<Visitor, 'agent'>, path: string): Promise<Answer> {
  const { status, headers, body } = await agent
    .get(path)
    .buffer(true)
    .parse((answer, done) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        done(null, Buffer.concat(parts))
      })
    })
  const file = body as Buffer
  return { path, status, headers: headers as Readonly<Record<string, unknown>>, file, text: unpacked(file) }
}

/** Nothing is looked for where everybody sees the same, and nobody signs out on the way. */
const isOfInterest = (path: string): boolean =>
  path.startsWith('/') &&
  !/\.(?:css|js|woff2?|ico|png)$|favicon/.test(path) &&
  !/^\/(?:sign-out|public|assets|static|help|privacy|accessibility|docs)/.test(path)

const linksIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action)="([^"#]+)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))

/** Everything that can be reached by links, from some pages on: each address once, whatever its parameters. */
export async function crawl(visitor: Pick<Visitor, 'agent'>, from: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = []
  const seen = new Set<string>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const address = from.includes(path) ? path : (path.split('?')[0] ?? '')
    if (seen.has(address) || !isOfInterest(address)) continue
    seen.add(address)
    const answer = await get(visitor, path)
    answers.push(answer)
    const { location } = answer.headers
    if (typeof location === 'string') waiting.push(location)
    if (String(answer.headers['content-type']).includes('html')) waiting.push(...linksIn(answer.text))
  }
  return answers
}
