import type { ListedLetter } from '../../db/letters'
import type { Narrowing } from '../../domain/chasing/narrowing'
import { narrowingInWords } from '../../domain/chasing/narrowingInWords'
import { momentInWords, shortDayInWords } from '../../domain/collections/calendar'
import { isLetterState, letterKindInWords, letterStates, type LetterState } from '../../domain/post/letter'
import type { Page } from '../chrome'

/** How many letters a page shows. */
export const PAGE = 50

/** What was asked for: letters in one state or in any, and which page of them. */
export interface AskedPost {
  readonly state: LetterState | undefined
  /** The id of letters to many. */
  readonly campaign: string | undefined
  /** Part of the name or code of an organisation, or of a name or address of a reader. */
  readonly q: string
  readonly page: number
}

interface Filter {
  readonly text: string
  readonly href: string
  readonly count: string
  readonly current: boolean
}

interface Choosing {
  readonly q: string
  /** Which letters to many, to choose from; undefined where none have been sent. */
  readonly campaigns:
    | { readonly value: string; readonly options: readonly { readonly value: string; readonly text: string }[] }
    | undefined
  /** The state that stays chosen. */
  readonly state: string
  /** The progress of the letters to many that are chosen. */
  readonly progress: string | undefined
}

interface Turning {
  readonly href: string
  readonly labelText: string
}

export interface PostPage extends Page {
  readonly filters: readonly Filter[]
  readonly choose: Choosing
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
  readonly campaigns: readonly NamedCampaign[]
}

interface NamedCampaign {
  readonly id: string
  readonly narrowing: Narrowing
  readonly decidedAt: Date | null
  /** Of its collection. */
  readonly code: string
}

const POST = '/network/post'
const LONGEST_SEARCH = 100

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What the address of the page asks for; what cannot be read is not asked. */
export function askedPost(query: Readonly<Record<string, unknown>>): AskedPost {
  const page = typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1
  const { campaign, state, q } = query
  return {
    state: isLetterState(state) ? state : undefined,
    campaign: typeof campaign === 'string' && uuid.test(campaign) ? campaign.toLowerCase() : undefined,
    q: typeof q === 'string' ? q.trim().slice(0, LONGEST_SEARCH) : '',
    page,
  }
}

/** Every letter, the newest first. */
export function postPage({ asked, counts, letters, campaigns }: PostSeen): PostPage {
  return {
    title: 'Letters',
    filters: filtersOf(asked, counts),
    choose: choosingOf(asked, campaigns),
    letters: letters.map(listed),
    empty:
      asked.q === ''
        ? asked.state === undefined && asked.campaign === undefined
          ? 'No letters yet. Each stands here once it is written.'
          : 'No letter is in this state.'
        : `No letter here is about, or to, anything like “${asked.q}”.`,
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

function choosingOf(asked: AskedPost, campaigns: readonly NamedCampaign[]): Choosing {
  const chosen = campaigns.find(({ id }) => id === asked.campaign)
  const options = campaigns.map(({ id, narrowing, decidedAt }) => ({
    value: id,
    text: `${decidedAt === null ? '' : `${shortDayInWords(decidedAt)}: `}${narrowingInWords(narrowing)}`,
  }))
  return {
    q: asked.q,
    campaigns:
      campaigns.length === 0
        ? undefined
        : { value: asked.campaign ?? '', options: [{ value: '', text: 'Every letter' }, ...options] },
    state: asked.state ?? '',
    progress: chosen && `/network/collections/${chosen.code}/chase/${chosen.id}`,
  }
}

const states = Object.keys(letterStates).filter(isLetterState)

const filtersOf = ({ state: chosen, campaign, q }: AskedPost, counts: PostSeen['counts']): Filter[] =>
  [undefined, ...states].map((state) => ({
    text: state === undefined ? 'All' : letterStates[state],
    href: addressOf({ state, campaign, q, page: 1 }),
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

function addressOf({ state, campaign, q, page }: AskedPost): string {
  const asked = new URLSearchParams({
    ...(campaign === undefined ? {} : { campaign }),
    ...(state === undefined ? {} : { state }),
    ...(q === '' ? {} : { q }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return asked === '' ? POST : `${POST}?${asked}`
}
