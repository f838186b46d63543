/** How many lines a page shows. */
export const PAGE = 50

export interface Turning {
  readonly previous?: { readonly href: string; readonly labelText: string }
  readonly next?: { readonly href: string; readonly labelText: string }
}

/** Which page an address asks for, from 1. */
export const pageIn = (query: Readonly<Record<string, unknown>>): number =>
  typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1

/** The ways to the page before and the page after, where there are any. */
export function turningOf(page: number, of: number, at: (page: number) => string): Turning | undefined {
  const last = Math.max(Math.ceil(of / PAGE), 1)
  const turn = (to: number) => ({ href: at(to), labelText: `${to} of ${last}` })
  if (last === 1) return undefined
  return {
    ...(page > 1 ? { previous: turn(Math.min(page - 1, last)) } : {}),
    ...(page < last ? { next: turn(page + 1) } : {}),
  }
}

/** What of a list stands on a page. */
export const onPage = <T>(list: readonly T[], page: number): readonly T[] => list.slice((page - 1) * PAGE, page * PAGE)
