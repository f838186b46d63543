import type { Request } from 'express'
import type { Part } from '../../db/exports'

/** How many things a page holds where nothing is asked for, and at most. */
export const USUAL_LIMIT = 100
export const MOST_AT_ONCE = 1000

/** What may stand after `after`: the key of the last thing on the page before. */
export const keys = {
  code: { pattern: /^[\w-]{1,40}$/, says: 'a code' },
  id: { pattern: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, says: 'an id' },
  number: { pattern: /^\d{1,6}$/, says: 'a number' },
} as const

/** A page of a list as it was asked for, or what is wrong with the asking. */
export type PartAsked = { readonly ok: true; readonly part: Part } | { readonly ok: false; readonly detail: string }

/** Which page of a list is asked for. */
export function partAsked({ query }: Request, key: keyof typeof keys): PartAsked {
  const { after, limit = String(USUAL_LIMIT) } = query
  if (typeof limit !== 'string' || !/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST_AT_ONCE) {
    return { ok: false, detail: `limit must be a whole number from 1 to ${MOST_AT_ONCE}.` }
  }
  if (after !== undefined && (typeof after !== 'string' || !keys[key].pattern.test(after))) {
    return { ok: false, detail: `after must be ${keys[key].says}, as the link to the next page gives it.` }
  }
  return { ok: true, part: { after, limit: Number(limit) } }
}
