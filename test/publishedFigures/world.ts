import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { makeRelease } from '../../server/actions/makeRelease'
import { findCollection } from '../../server/db/collections'
import { latestRelease } from '../../server/db/releases'
import type { Database } from '../../server/db/schema'
import type { RegisteredOrganisation } from '../../server/domain/survey/register'
import { definitionOf } from '../../server/surveys'
import { readReleased } from '../../server/web/figures/read'
import type { Released } from '../../server/web/figures/released'
import { setClock } from '../support/clock'
import { make } from '../support/make'
import type { Employer } from './employer'
import { enter, putIn } from './putIn'

/** When a collection is open, and the day on which everybody submits. */
const times = {
  'mhsw-2019': { opensAt: '2020-01-06T00:00:00Z', on: '2020-01-20T10:00:00Z', cutoffAt: '2020-02-11T00:00:00Z' },
  'mhsw-2022': { opensAt: '2022-05-02T00:00:00Z', on: '2022-06-20T10:00:00Z', cutoffAt: '2022-07-31T00:00:00Z' },
} as const

export interface World {
  readonly db: Kysely<Database>
  readonly pool: Pool
}

interface Asked {
  readonly answering: readonly Employer[]
  readonly silent?: readonly RegisteredOrganisation[]
}

/** Puts in what these employers say, lets the collection close, and makes a release of it. */
export async function collect(
  { db, pool }: World,
  code: keyof typeof times,
  { answering, silent = [] }: Asked,
): Promise<Released> {
  const { opensAt, on, cutoffAt } = times[code]
  const made = make(db)
  await made.collection({ code, title: definitionOf(code).title, opensAt, cutoffAt })
  await setClock(pool, on)
  const { id: admin } = await made.person({ staffRole: 'admin' })
  const putting = { db, definition: definitionOf(code), admin }
  await inTurns(silent, (organisation) => enter(putting, organisation))
  await inTurns(answering, (employer) => putIn(putting, employer))

  await setClock(pool, new Date(Date.parse(cutoffAt) + 600_000).toISOString())
  const released = await makeRelease({ db }, { code, personId: admin, hold: false })
  if (released.kind !== 'made') throw new Error(`No release of ${code} is made: ${released.kind}`)
  return latest(db, code)
}

/** So many employers are at work at once. */
const AT_ONCE = 4

async function inTurns<T>(all: readonly T[], work: (each: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(work))
}

/** The latest release of a collection with all that its pages say. */
async function latest(db: Kysely<Database>, code: string): Promise<Released> {
  const collection = await findCollection(db, code)
  const release = collection && (await latestRelease(db, collection.id, { forEmployers: true }))
  if (!release) throw new Error(`There is no release of ${code}`)
  return readReleased(db, release)
}
