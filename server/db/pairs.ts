import { sql } from 'kysely'
import {
  countPairs,
  pairsOf,
  partnerLists,
  type Claim,
  type Pair,
  type PairCounts,
  type Party,
  type Side,
} from '../domain/pairs/pair'
import type { Reader } from './transaction'

/** The returns of a collection, with the submission that stands. Those set aside are not asked. */
const parties = (db: Reader, collectionId: string) =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select([
      'organisations.code',
      'organisations.name',
      'returns.id as returnId',
      'returns.standingSubmissionId as submissionId',
    ])
    .where('returns.collectionId', '=', collectionId)
    .where('returns.status', 'not in', ['covered', 'declined', 'no_longer_required'])

const prefixes: Record<Side, string> = { host: `${partnerLists.host}.`, employer: `${partnerLists.employer}.` }

/** What stands submitted of partners, entry by entry. */
const claims = (db: Reader, collectionId: string) =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .innerJoin(
      sql<{ stem: string; about: string }>`lateral (
        select regexp_replace(key, '[.]org$', '') as stem, value ->> 'value' as about
        from jsonb_each(submissions.cells)
        where (starts_with(key, ${prefixes.host}) or starts_with(key, ${prefixes.employer}))
          and right(key, 4) = '.org' and value ->> 'state' = 'value')`.as('entry'),
      (join) => join.onTrue(),
    )
    .select([
      'organisations.code as by',
      'entry.stem',
      'entry.about',
      sql<number | null>`(submissions.cells -> (entry.stem || '.hc') ->> 'value')::float8`.as('people'),
      sql<number | null>`(submissions.cells -> (entry.stem || '.wte') ->> 'value')::float8`.as('wte'),
    ])
    .where('returns.collectionId', '=', collectionId)

type ClaimRow = Awaited<ReturnType<ReturnType<typeof claims>['execute']>>[number]

const claimOf = ({ people, wte, stem, ...row }: ClaimRow): Claim => ({
  ...row,
  stem,
  side: stem.startsWith(prefixes.host) ? 'host' : 'employer',
  people: people ?? undefined,
  wte: wte ?? undefined,
})

/** Everybody who is told of by two organisations of a collection, pair by pair. */
export async function pairsIn(db: Reader, collectionId: string): Promise<Pair[]> {
  const [all, said] = await Promise.all([
    parties(db, collectionId).execute(),
    claims(db, collectionId).orderBy('by').orderBy('stem').execute(),
  ])
  return pairsOf(said.map(claimOf), all)
}

/** How many pairs of a collection agree, differ or wait, as their submissions stand. */
export const pairCounts = async (db: Reader, collectionId: string): Promise<PairCounts> =>
  countPairs(await pairsIn(db, collectionId))

/** The pairs of one organisation: what it says of others, and what others say of it. */
export async function pairsAround(db: Reader, collectionId: string, code: string): Promise<Pair[]> {
  const said = await claims(db, collectionId)
    .where((where) =>
      where.or([
        where('organisations.code', '=', code),
        sql<boolean>`partners_named(submissions.cells) @> array[${code}]::text[]`,
      ]),
    )
    .orderBy('by')
    .orderBy('stem')
    .execute()
  const theirs = said.map(claimOf).filter(({ by, about }) => by === code || about === code)
  const codes = [...new Set(theirs.flatMap(({ by, about }: Claim) => [by, about]))]
  if (codes.length === 0) return []
  const known: Party[] = await parties(db, collectionId).where('organisations.code', 'in', codes).execute()
  return pairsOf(theirs, known)
}
