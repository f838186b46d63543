import type { ListedLetter } from '../../db/letters'
import { momentInWords } from '../../domain/collections/calendar'
import { isLetterState, letterKindInWords, letterStates, type LetterState } from '../../domain/post/letter'
import type { Page } from '../chrome'

/** How many letters a page shows. */
export const PAGE = 50

/** What was asked for: letters in one state or in any, and which page of them. */
export interface AskedPost {
  readonly state: LetterState | undefined
  readonly page: number
}

interface Filter {
  readonly text: string
  readonly href: string
  readonly count: string
  readonly current: boolean
}

interface Turning {
  readonly href: string
  readonly labelText: string
}

export interface PostPage extends Page {
  readonly filters: readonly Filter[]
  readonly letters: readonly {
    readonly href: string
    readonly subject: string
    readonly kind: string
    readonly to: string
    readonly address: string
    readonly organisation: string
    readonly written: string
    readonly state: string
  }[]
  /** Said where there are none. */
  readonly empty: string
  readonly turning: { readonly previous?: Turning; readonly next?: Turning } | undefined
}

export interface PostSeen {
  readonly asked: AskedPost
  readonly counts: readonly { readonly state: LetterState; readonly count: number }[]
  readonly letters: readonly ListedLetter[]
}

const POST = '/network/post'

/** What the address of the page asks for; what cannot be read is not asked. */
export function askedPost(query: Readonly<Record<string, unknown>>): AskedPost {
  const page = typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1
  return { state: isLetterState(query.state) ? query.state : undefined, page }
}

/** Every letter, the newest first. */
export function postPage({ asked, counts, letters }: PostSeen): PostPage {
  return {
    title: 'Letters',
    filters: filtersOf(asked, counts),
    letters: letters.map(listed),
    empty:
      asked.state === undefined
        ? 'No letters yet. Each stands here once it is written.'
        : 'No letter is in this state.',
    turning: turningOf(asked, countIn(asked.state, counts)),
  }
}

const listed = (letter: ListedLetter) => ({
  href: `${POST}/${letter.id}`,
  subject: letter.subject,
  kind: letterKindInWords(letter.kind),
  to: letter.toName,
  address: letter.toAddress,
  organisation: letter.organisation ?? '',
  written: momentInWords(letter.decidedAt),
  state: letterStates[letter.state],
})

const states = Object.keys(letterStates).filter(isLetterState)

const filtersOf = ({ state: chosen }: AskedPost, counts: PostSeen['counts']): Filter[] =>
  [undefined, ...states].map((state) => ({
    text: state === undefined ? 'All' : letterStates[state],
    href: addressOf({ state, page: 1 }),
    count: countIn(state, counts).toLocaleString('en-GB'),
    current: state === chosen,
  }))

const countIn = (state: LetterState | undefined, counts: PostSeen['counts']): number =>
  counts.filter((each) => state === undefined || each.state === state).reduce((sum, { count }) => sum + count, 0)

function turningOf(asked: AskedPost, count: number): PostPage['turning'] {
  const last = Math.max(Math.ceil(count / PAGE), 1)
  const turn = (page: number): Turning => ({ href: addressOf({ ...asked, page }), labelText: `${page} of ${last}` })
  if (last === 1) return undefined
  return {
    ...(asked.page > 1 ? { previous: turn(Math.min(asked.page - 1, last)) } : {}),
    ...(asked.page < last ? { next: turn(asked.page + 1) } : {}),
  }
}

function addressOf({ state, page }: AskedPost): string {
  const asked = new URLSearchParams({
    ...(state === undefined ? {} : { state }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return asked === '' ? POST : `${POST}?${asked}`
}
