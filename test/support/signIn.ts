import type { Express } from 'express'
import request, { type Test } from 'supertest'
import { password as usual } from './make'

type Fields = Readonly<Record<string, string | readonly string[]>>

const tokenOf = (html: string): string | undefined => /name="_csrf" value="([^"]+)"/.exec(html)?.[1]

/** The token that the forms of a page send back. */
export function tokenIn(html: string): string {
  const token = tokenOf(html)
  if (!token) throw new Error('The page has no form with a token')
  return token
}

/** The mark of the first form of a page that has one. */
export function markIn(html: string): string {
  const mark = /name="_form" value="([^"]+)"/.exec(html)?.[1]
  if (!mark) throw new Error('The page has no form with a mark')
  return mark
}

/** Somebody with a browser: keeps their cookies, and sends the token of their session with whatever they post. */
export function visitor(app: Express) {
  const agent = request.agent(app)
  let token: string | undefined

  const csrf = async (): Promise<string> => {
    token ??= tokenOf((await agent.get('/privacy')).text) ?? tokenIn((await agent.get('/sign-in')).text)
    return token
  }

  /** Through the sign-in page, as everybody does. */
  async function signIn(email: string, password = usual) {
    const page = await agent.get('/sign-in')
    token = undefined
    return agent
      .post('/sign-in')
      .type('form')
      .send({ _csrf: tokenIn(page.text), email, password })
  }

  return {
    agent,
    signIn,
    csrf,
    get: (path: string): Test => agent.get(path),
    /** Posts a form as it would be sent from one of our pages. */
    post: async (path: string, fields: Fields = {}) => {
      // First the token: what is being sent takes its cookies along when it is begun.
      const form = formOf({ _csrf: await csrf(), ...fields })
      return agent.post(path).type('form').send(form)
    },
    patch: async (path: string, json: object) => {
      const sent = await csrf()
      return agent.patch(path).set('x-csrf-token', sent).send(json)
    },
    /** Forgets the token, after something that began a new session. */
    forget: () => {
      token = undefined
    },
  }
}

export type Visitor = ReturnType<typeof visitor>

/** Names may repeat: an array is sent as its name, several times. */
const formOf = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, sent]) =>
      (typeof sent === 'string' ? [sent] : sent).map((value): [string, string] => [name, value]),
    ),
  ).toString()
