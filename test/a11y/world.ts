import type { BrowserContext, Page } from 'playwright-core'
import type { TestApp } from '../support/app'
import { complaintsOf } from '../support/complaints'
import { enter } from '../support/enter'

/** Whose pages are looked at: people of the demonstration, by what they are called here. */
export const people = {
  nobody: undefined,
  preparer: 'preparer@thornmere-trust.example',
  contributor: 'contributor@thornmere-trust.example',
  signatory: 'signatory@thornmere-trust.example',
  council: 'preparer@eastvale-council.example',
  director: 'signatory@wrenbrook-trust.example',
  network: 'network@benchmarking.example',
  analyst: 'analyst@benchmarking.example',
  admin: 'admin@benchmarking.example',
} as const

export type Who = keyof typeof people

/** Things of the demonstration that pages are about. */
export interface Ids {
  readonly thornmere: string
  /** The same employer's return of peer support workers. */
  readonly peers: string
  readonly eastvale: string
  readonly wrenbrook: string
  /** A return that was submitted, taken back, and submitted again. */
  readonly twice: string
  /** The email address of whoever prepared that one. */
  readonly twicePreparer: string
  readonly organisation: string
  readonly contributor: string
  readonly letter: string
  /** What was asked about a figure, and answered. */
  readonly query: string
  /** Letters to many that were sent. */
  readonly campaign: string
}

/** Finds in the demonstration what the pages are to be about. */
export async function findWorld({ sql }: TestApp): Promise<Ids> {
  const one = async (query: string) => (await sql.query<{ id: string }>(query)).rows[0]?.id ?? ''
  const returnOf = (code: string, collection = 'mhsw-2019') =>
    one(
      `select returns.id from returns join organisations on organisations.id = organisation_id
       join collections on collections.id = collection_id
       where organisations.code = '${code}' and collections.code = '${collection}'`,
    )
  const twice = await one(`select return_id as id from submissions where number = 2 order by reference limit 1`)
  return {
    thornmere: await returnOf('T80'),
    peers: await returnOf('T80', 'psw-2019'),
    eastvale: await returnOf('E06900001'),
    wrenbrook: await returnOf('T81'),
    twice,
    twicePreparer: await one(
      `select email as id from people join memberships on person_id = people.id join returns using (organisation_id)
       where returns.id = '${twice}' and role = 'preparer'`,
    ),
    organisation: await one(`select id from organisations where code = 'T80'`),
    contributor: await one(`select id from people where email = 'contributor@thornmere-trust.example'`),
    campaign: await one(`select id from campaigns order by decided_at limit 1`),
    query: await one(`select id from queries where state = 'answered' limit 1`),
    letter: await one(`select id from post order by decided_at desc, id limit 1`),
  }
}

export interface Visitor {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** A page as it was answered: its status, and the HTML as the server sent it. */
export interface Answered {
  readonly status: number
  readonly html: string
}

/** Everybody, each with a browser of their own, signed in when they are first asked for. */
export function visitorsAt(at: (path?: string) => string, newPerson: () => Promise<BrowserContext>) {
  const here = new Map<string, Promise<Visitor>>()

  async function arrive(email: string | undefined): Promise<Visitor> {
    const page = await (await newPerson()).newPage()
    const complaints = await complaintsOf(page)
    if (email === undefined) return { page, complaints }
    await enter(page, at('/sign-in'), email)
    return { page, complaints }
  }

  return {
    of: (email: string | undefined): Promise<Visitor> => {
      const known = here.get(email ?? '') ?? arrive(email)
      here.set(email ?? '', known)
      return known
    },
    all: () => Promise.all(here.values()),
  }
}

/** Opens a page. */
export async function open(page: Page, address: string): Promise<Answered> {
  const answer = await page.goto(address)
  return { status: answer?.status() ?? 0, html: (await answer?.text()) ?? '' }
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Sends a form as a page of ours would, from the page somebody is on, and follows where it leads. */
export async function send(page: Page, path: string, fields: Fields = {}, token?: string): Promise<Answered> {
  const pairs = Object.entries(fields).flatMap(([name, sent]) =>
    (typeof sent === 'string' ? [sent] : sent).map((value) => [name, value]),
  )
  const answered = page.waitForResponse(
    (answer) => answer.request().isNavigationRequest() && ![302, 303].includes(answer.status()),
  )
  const loaded = page.waitForEvent('load')
  await page.evaluate(`{
    const form = Object.assign(document.createElement('form'), { method: 'post', action: ${JSON.stringify(path)} })
    const token = ${JSON.stringify(token)} ?? document.querySelector('[name=_csrf]').value
    for (const [name, value] of [['_csrf', token], ...${JSON.stringify(pairs)}]) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    }
    document.body.append(form)
    form.submit()
  }`)
  const answer = await answered
  const html = await answer.text()
  await loaded
  return { status: answer.status(), html }
}
