import { password } from '../support/make'
import { tokenIn } from '../support/signIn'

/** What came back, if anything did: a killed server answers nothing. */
export interface Said {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

export interface Caller {
  /** Sends changes of some boxes, as the script of the page does; undefined where nothing came back. */
  patch(path: string, json: object): Promise<Said | undefined>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Said | undefined>
}

/** A caller gives up after so many milliseconds: the server answers sooner, or not at all. */
const PATIENCE = 15_000

const cookieIn = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')

/** Somebody who signs in at this address, and then talks to it from outside. */
export async function callerAt(url: string, email: string): Promise<Caller> {
  const door = await fetch(`${url}/sign-in`)
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieIn(door) },
    body: new URLSearchParams({ _csrf: tokenIn(await door.text()), email, password }),
  })
  if (signedIn.status !== 303) throw new Error(`${email} could not sign in: ${signedIn.status}`)
  const cookie = cookieIn(signedIn)
  const token = tokenIn(await (await fetch(`${url}/returns`, { headers: { cookie } })).text())

  async function send(path: string, method: string, headers: Record<string, string>, body: string) {
    const signal = AbortSignal.timeout(PATIENCE)
    const sent = { method, headers: { cookie, ...headers }, body, redirect: 'manual', signal } as const
    const answer = await fetch(`${url}${path}`, sent).catch(() => undefined)
    // An answer that breaks off half way says nothing.
    const text = await answer?.text().catch(() => undefined)
    if (!answer || text === undefined) return undefined
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, text, body: isJson ? (JSON.parse(text) as Said['body']) : {} }
  }

  return {
    patch: (path, json) =>
      send(path, 'PATCH', { 'content-type': 'application/json', 'x-csrf-token': token }, JSON.stringify(json)),
    post: (path, fields) =>
      send(
        path,
        'POST',
        { 'content-type': 'application/x-www-form-urlencoded' },
        new URLSearchParams({ _csrf: token, ...fields }).toString(),
      ),
  }
}
