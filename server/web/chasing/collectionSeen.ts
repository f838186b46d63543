import type { ListedAt } from '../../db/chasingFacts'
import { colleagues as colleaguesOf } from '../../db/colleagues'
import { findCollection, latestCollections, type FoundCollection } from '../../db/collections'
import { scheduleOf } from '../../db/reminderSchedules'
import { queryCounts } from '../../db/listedQueries'
import { requestCounts } from '../../db/requestQueue'
import { responseDays } from '../../db/responseDays'
import type { Reader } from '../../db/transaction'
import { worklist, type WorklistRow } from '../../db/worklist'
import { countedReturns, countListed, viewCounts, type CountedReturns, type ViewCounts } from '../../db/worklistCounts'
import { reminderMoments } from '../../domain/chasing/reminders'
import { responseRate } from '../../domain/chasing/responses'
import { averagePopulations } from '../../domain/chasing/weighing'
import { earlierOf } from '../../domain/collections/series'
import { fillableSections } from '../../domain/returns/standing'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import type { StaffVisit } from '../route'
import { askedIn, type Asked, type Colleague } from './asked'
import type { CollectionSeen } from './collectionPage'

/** The collection at an address, what is asked of its list, and the moment for which it is made. */
export interface CollectionFound {
  readonly collection: FoundCollection
  readonly sections: readonly string[]
  readonly colleagues: readonly Colleague[]
  readonly asked: Asked
  readonly counted: readonly CountedReturns[]
  readonly at: ListedAt
}

/** Reads the collection at an address; 404 where there is none. */
export async function collectionAt(db: Reader, { req, person }: StaffVisit): Promise<CollectionFound> {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  const [colleagues, counted] = await Promise.all([colleaguesOf(db), countedReturns(db, collection.id)])
  const sections = fillableSections(definitionOf(collection.code))
  const { now, opensAt } = collection
  const at = { now, sections: sections.length, averages: averagePopulations(counted), upcoming: now < opensAt }
  return {
    collection,
    sections,
    colleagues,
    counted,
    at,
    asked: askedIn(req.query, { personId: person.id, colleagues }),
  }
}

interface List {
  readonly rows: readonly WorklistRow[]
  readonly viewed: ViewCounts
  readonly listed: number
}

/** A page of the list, and how many there are in it and in the views beside it. */
export async function listMade(
  db: Reader,
  { collection, at, asked }: CollectionFound,
  { personId, ...part }: { readonly personId: string; readonly offset: number; readonly limit: number },
): Promise<List> {
  const of = { collectionId: collection.id, at, personId }
  const { narrowing, by, descending } = asked
  const [rows, viewed] = await Promise.all([
    worklist(db, of, narrowing, { by, descending, ...part }),
    viewCounts(db, of, narrowing),
  ])
  return { rows, viewed, listed: countedAlready(asked, viewed) ?? (await countListed(db, of, narrowing)) }
}

/** Most lists are one of the views, which have been counted. */
function countedAlready({ narrowing: { view, owner }, owner: asked }: Asked, viewed: ViewCounts): number | undefined {
  if (owner === undefined) return view ? viewed.views[view] : viewed.all
  return asked === 'me' && view === undefined ? viewed.mine : undefined
}

/** What is told of a collection besides its list: the days on which responses came, and the collection before it. */
export async function overviewOf(
  db: Reader,
  collection: FoundCollection,
): Promise<Pick<CollectionSeen, 'others' | 'curve' | 'waiting' | 'answered'>> {
  const [every, days, schedule, { waiting }, queries] = await Promise.all([
    latestCollections(db),
    responseDays(db, collection.id),
    scheduleOf(db, collection.id),
    requestCounts(db, collection.id),
    queryCounts(db, collection.id),
  ])
  const before = earlierOf(collection, every)
  const earlier = before && {
    collection: before,
    days: await responseDays(db, before.id),
    asked: responseRate(await countedReturns(db, before.id)).frame,
  }
  return {
    waiting,
    answered: queries.find(({ state }) => state === 'answered')?.count ?? 0,
    others: every.filter(({ id }) => id !== collection.id),
    curve: { days, reminders: reminderMoments(collection.cutoffAt, schedule), earlier },
  }
}
