import type { Part } from '../../db/exports'
import type { Services } from '../../services'
import type { Visit } from '../route'
import { partAsked, type keys } from './asked'
import { cannotRead, nextPage, sendJson } from './send'

interface Listing<T> {
  readonly key: keyof typeof keys
  /** The things after one, by their keys, and no more than so many. */
  readonly read: (part: Part) => Promise<readonly T[]>
  readonly keyOf: (one: T) => string
  readonly said: (one: T) => object
}

/** Answers with a page of a list: by keys, so that nothing is missed and nothing told twice, whatever comes meanwhile. */
export async function sendList<T>(
  { publicUrl }: Pick<Services, 'publicUrl'>,
  visit: Visit,
  { key, read, keyOf, said }: Listing<T>,
): Promise<void> {
  const asked = partAsked(visit.req, key)
  if (!asked.ok) {
    cannotRead(visit, asked.detail)
    return
  }
  const { after, limit } = asked.part
  const found = await read({ after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  const next = nextPage(visit, publicUrl, last === undefined ? undefined : keyOf(last))
  sendJson(visit, { items: shown.map(said), next })
}
