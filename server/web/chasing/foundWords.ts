import type { Narrowing } from '../../domain/chasing/narrowing'
import { emptyViews } from '../../domain/chasing/views'
import { counted } from '../../domain/reading/counted'

const grouped = (figure: number): string => figure.toLocaleString('en-GB')

/** Which part of the list a page shows, `perPage` to a page. */
export function foundWords(of: number, page: number, perPage: number): string {
  const [first, last] = [(page - 1) * perPage + 1, Math.min(page * perPage, of)]
  if (of === 0) return 'No organisations'
  const all = counted(of, 'organisation')
  return of <= perPage && page === 1 ? all : `${grouped(first)} to ${grouped(last)} of ${all}`
}

/** Why a list is empty. */
export function emptyWords(narrowing: Narrowing, isAnybodyAsked: boolean): string {
  if (!isAnybodyAsked)
    return 'Nobody has been asked for a return yet. An administrator asks organisations under Administration.'
  const { view, owner } = narrowing
  if (view && Object.keys(narrowing).length === 1) return emptyViews[view]
  return owner && Object.keys(narrowing).length === 1
    ? 'Nobody here has been taken on. Press “Take this on” beside an organisation.'
    : 'No organisation is all of this. Show all of them, or search for something shorter.'
}
