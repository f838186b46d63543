import type { Kysely } from 'kysely'
import { makeRelease } from '../../server/actions/makeRelease'
import { findCollection } from '../../server/db/collections'
import { gatherRelease, type GatheredRelease } from '../../server/db/gatherRelease'
import { frameOf } from '../../server/db/releaseFrame'
import type { Database } from '../../server/db/schema'
import { isReckoned } from '../../server/domain/benchmarks/methods'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import type { TestApp } from '../support/app'
import { make } from '../support/make'
import type { Visitor } from '../support/signIn'

export const CODE = 'mhsw-2019'

/** The demonstration in which everybody has submitted: 55 trusts, 151 councils and 14 providers, none of which exists. */
export const everybodySubmitted = { demonstration: 'complete in 2020' } as const

/** Makes the next release, which employers see at once. */
export async function release({ db }: Pick<TestApp, 'db'>): Promise<string> {
  const { id: personId } = await make(db).person({ staffRole: 'analyst' })
  const made = await makeRelease({ db }, { code: CODE, personId, hold: false })
  return made.kind
}

/** All that went into a release made now: what an attacker must not find out. */
export async function truthOf(db: Kysely<Database>): Promise<GatheredRelease> {
  const collection = await findCollection(db, CODE)
  if (!collection) throw new Error('There is no collection')
  const { framed } = await frameOf(db, collection.id)
  return gatherRelease(db, mhsw2019, framed.filter(isReckoned))
}

interface Listed<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Everything of one list that other systems are told, page after page. */
export async function listed<T>({ agent }: Pick<Visitor, 'agent'>, token: string, path: string): Promise<T[]> {
  const all: T[] = []
  let next: string | null = path
  while (next !== null) {
    const { body, status } = await agent.get(next).set('authorization', `Bearer ${token}`)
    if (status !== 200) throw new Error(`${next}: ${status}`)
    const list = body as Listed<T>
    all.push(...list.items)
    next = list.next === null ? null : new URL(list.next).pathname + new URL(list.next).search
  }
  return all
}
