import type { Mark } from '../domain/disclosure/figure'
import type { Release } from '../domain/benchmarks/release'
import type { Figure } from '../domain/disclosure/figure'
import type { TallyCounts } from '../domain/disclosure/tallyTables'
import type { Cells } from '../domain/survey/cells'
import type { OrganisationType } from '../domain/survey/expression'
import type { RegisteredOrganisation } from '../domain/survey/register'
import type { Reader } from './transaction'

/** A release as a page shows it: by whom it was made and published, too. */
export interface FoundRelease extends Release {
  readonly collectionId: string
  readonly madeByName: string
  readonly publishedByName: string | null
}

const releases = (db: Reader) =>
  db
    .selectFrom('releases')
    .innerJoin('people as maker', 'maker.id', 'releases.madeBy')
    .leftJoin('people as publisher', 'publisher.id', 'releases.publishedBy')
    .select([
      'releases.id',
      'releases.collectionId',
      'releases.number',
      'releases.kind',
      'releases.definition',
      'releases.parameters',
      'releases.methods',
      'releases.changed',
      'releases.hash',
      'releases.basis',
      'releases.decidedAt',
      'releases.publishedAt',
      'maker.name as madeByName',
      'publisher.name as publishedByName',
    ])

/** Whether somebody sees only what employers are let see. */
export interface Seen {
  readonly forEmployers: boolean
}

const seen = (db: Reader, collectionId: string, { forEmployers }: Seen) => {
  const all = releases(db).where('releases.collectionId', '=', collectionId).orderBy('releases.number', 'desc')
  return forEmployers ? all.where('releases.publishedAt', 'is not', null) : all
}

/** The release of a collection that is read unless another is asked for. Employers see only those that are published. */
export const latestRelease = (db: Reader, collectionId: string, as: Seen): Promise<FoundRelease | undefined> =>
  seen(db, collectionId, as).limit(1).executeTakeFirst()

/** Every release of a collection, the latest first. */
export const releasesOf = (db: Reader, collectionId: string, as: Seen): Promise<FoundRelease[]> =>
  seen(db, collectionId, as).execute()

/** One release of a collection by its number; undefined also where whoever asks may not see it yet. */
export const releaseNumbered = (
  db: Reader,
  collectionId: string,
  { number, ...as }: Seen & { readonly number: number },
): Promise<FoundRelease | undefined> =>
  seen(db, collectionId, as).where('releases.number', '=', number).executeTakeFirst()

/** Which figures of a release; left out, all of them. */
export interface Wanted {
  readonly indicators?: readonly string[]
  readonly groups?: readonly string[]
}

/** What is told of indicators for groups, in the order of their codes. */
export async function figuresOfRelease(db: Reader, releaseId: string, wanted: Wanted = {}): Promise<Figure[]> {
  const { indicators, groups } = wanted
  if (indicators?.length === 0 || groups?.length === 0) return []
  let query = db.selectFrom('figures').select('figure').where('releaseId', '=', releaseId)
  if (indicators) query = query.where('indicator', 'in', indicators)
  if (groups) query = query.where('peerGroup', 'in', groups)
  const rows = await query.orderBy('indicator').orderBy('peerGroup').execute()
  return rows.map(({ figure }) => figure)
}

/** Tables of people, in the order of their codes. */
export async function talliesOfRelease(
  db: Reader,
  releaseId: string,
  wanted: { readonly tallies?: readonly string[]; readonly groups?: readonly string[] } = {},
): Promise<TallyCounts[]> {
  const { tallies, groups } = wanted
  if (tallies?.length === 0 || groups?.length === 0) return []
  let query = db.selectFrom('tallies').select('counts').where('releaseId', '=', releaseId)
  if (tallies) query = query.where('tally', 'in', tallies)
  if (groups) query = query.where('peerGroup', 'in', groups)
  const rows = await query.orderBy('tally').orderBy('peerGroup').execute()
  return rows.map(({ counts }) => counts)
}

/** What an organisation that agreed to be named is shown at, with its name and the groups it stands in. */
export interface NamedMark extends Mark {
  readonly name: string
  readonly type: OrganisationType
  readonly groups: readonly string[]
}

/** The values of organisations that agreed to be named in this release, of all indicators or of those wanted. */
export const marksOfRelease = (
  db: Reader,
  releaseId: string,
  { indicators }: Pick<Wanted, 'indicators'> = {},
): Promise<NamedMark[]> => {
  const marks = db
    .selectFrom('marks')
    .innerJoin('releaseMembers as member', (join) =>
      join.onRef('member.releaseId', '=', 'marks.releaseId').onRef('member.returnId', '=', 'marks.returnId'),
    )
    .select(['marks.indicator', 'marks.returnId as organisation', 'marks.value'])
    .select(['member.name', 'member.type', 'member.groups'])
    .where('marks.releaseId', '=', releaseId)
    .orderBy('marks.indicator')
    .orderBy('member.name')
    .orderBy('marks.returnId')
  return (indicators ? marks.where('marks.indicator', 'in', [...indicators, '']) : marks).execute()
}

/** One return in a release: what it said then, and what its organisation was; the owner's exact figures come from this. */
export interface FoundMember {
  readonly returnId: string
  readonly submissionId: string
  readonly definition: string
  readonly cells: Cells
  readonly essentialOnly: boolean
  readonly register: RegisteredOrganisation
  readonly groups: readonly string[]
  readonly named: boolean
  /** When it was submitted. */
  readonly submittedAt: Date
}

/** A return as it is in a release; undefined where it is not in it. Unscoped: whose return it is, the caller has asked. */
export const memberOf = (db: Reader, releaseId: string, returnId: string): Promise<FoundMember | undefined> =>
  db
    .selectFrom('releaseMembers as member')
    .innerJoin('submissions', 'submissions.id', 'member.submissionId')
    .select(['member.returnId', 'member.submissionId', 'member.register', 'member.groups', 'member.named'])
    .select(['submissions.definition', 'submissions.cells', 'submissions.essentialOnly'])
    .select('submissions.decidedAt as submittedAt')
    .where('member.releaseId', '=', releaseId)
    .where('member.returnId', '=', returnId)
    .executeTakeFirst()

/** How many returns are in a release. */
export async function membersCount(db: Reader, releaseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('releaseMembers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('releaseId', '=', releaseId)
    .executeTakeFirstOrThrow()
  return count
}
