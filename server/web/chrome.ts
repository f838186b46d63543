import type { Request, Response } from 'express'
import type { Person } from '../db/people'
import { isAmong } from '../domain/people/roles'
import { bannerOf } from './banner'
import { csrfToken } from './csrf'
import { saidBefore } from './flash'
import { newMark } from './formMark'
import { sessionEnd } from './sessionEnd'
import { stampOf } from './stamp'

export interface Link {
  readonly text: string
  readonly href: string
}

/** What every page says of itself; the layout reads it. */
export interface Page {
  /** The heading, and the title of the window. */
  readonly title: string
  readonly caption?: string
  /** The page draws its own heading. */
  readonly ownHeading?: boolean
  /** What must be put right, each with a link to its box. */
  readonly problems?: readonly Link[]
  readonly state?: readonly { readonly kind: string; readonly text: string }[]
  /** For tables that need the whole width. */
  readonly wide?: boolean
  readonly backLink?: Link
  readonly breadcrumbs?: readonly { readonly text: string; readonly href?: string }[]
}

interface Place extends Link {
  readonly isFor: (person: Person) => boolean
}

const isEmployer = ({ memberships }: Person) => memberships.length > 0
const prepares = ({ memberships }: Person) => memberships.some(({ role }) => role === 'preparer')

/** The main places, in order, and whom they are shown to. */
const places: readonly Place[] = [
  { text: 'Returns', href: '/returns', isFor: isEmployer },
  { text: 'Team', href: '/team', isFor: prepares },
  { text: 'Responses', href: '/network/collections', isFor: ({ staffRole }) => staffRole !== null },
  { text: 'Questions', href: '/network/questions', isFor: ({ staffRole }) => staffRole !== null },
  { text: 'Letters', href: '/network/post', isFor: ({ staffRole }) => staffRole !== null },
  { text: 'Administration', href: '/admin/collections', isFor: ({ staffRole }) => isAmong(staffRole, []) },
]

const room = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('/network/') ? 3 : 2)
    .join('/')

const navigation = (person: Person, path: string) =>
  places
    .filter(({ isFor }) => isFor(person))
    .map(({ text, href }) => ({ text, href, current: room(path) === room(href) }))

function banner(text: string, person: Person | undefined) {
  const link = isAmong(person?.staffRole ?? null, []) ? { text: 'Move the clock', href: '/admin/clock' } : undefined
  return { text, link }
}

/** What the layout needs to know of the request: who, where, what was just done. */
export function chromeOf(req: Request, res: Response, page: Page) {
  const person = req.user
  const says = bannerOf(req)
  return {
    nonce: stampOf(req).nonce,
    serviceName: 'Workforce Returns',
    /** Only a page with a form asks for it, and only then is there a session to keep it in. */
    get csrf() {
      return csrfToken(req)
    },
    /** Every form that is drawn has a mark of its own. */
    newMark: () => newMark(req),
    signedIn: person !== undefined,
    session: person && sessionEnd(req, person),
    person,
    navigation: person ? navigation(person, req.path) : [],
    banner: says === undefined ? undefined : banner(says, person),
    flash: saidBefore(req, res),
    wide: page.wide,
    backLink: page.backLink,
    breadcrumbs: page.breadcrumbs,
  }
}
