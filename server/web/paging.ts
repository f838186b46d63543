/** What an address asks to see of a long list that can be searched: `?q=&page=`. */
export interface ListAsked {
  readonly q: string
  /** From 1. */
  readonly page: number
}

const LONGEST_SEARCH = 100
const LAST_PAGE = 10_000

const textIn = (sent: unknown): string => (typeof sent === 'string' ? sent.trim() : '')

/** A page that there cannot be is the first. */
export function listAsked(query: Readonly<Record<string, unknown>>): ListAsked {
  const page = Number(textIn(query.page))
  return {
    q: textIn(query.q).slice(0, LONGEST_SEARCH),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

export interface Pages {
  readonly previous?: { readonly href: string }
  readonly next?: { readonly href: string }
}

interface Listed extends ListAsked {
  readonly path: string
  /** How many a page shows. */
  readonly size: number
  /** How many there are on all of them. */
  readonly of: number
}

/** The ways to the pages before and after. */
export function pagesOf({ path, q, page, size, of }: Listed): Pages {
  const at = (wanted: number) => {
    const parts = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(wanted > 1 ? { page: String(wanted) } : {}) })
    return { href: parts.size === 0 ? path : `${path}?${parts.toString()}` }
  }
  return {
    ...(page > 1 ? { previous: at(page - 1) } : {}),
    ...(page * size < of ? { next: at(page + 1) } : {}),
  }
}
