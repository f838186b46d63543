import { findCollection, latestCollections, type FoundCollection } from '../../db/collections'
import { figuresOfRelease, latestRelease, releasesOf, talliesOfRelease, type FoundRelease } from '../../db/releases'
import { standingNow } from '../../db/exports'
import { figureBook } from '../../domain/benchmarks/figureBook'
import { surveyOf } from '../../domain/collections/series'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import type { StaffVisit } from '../route'
import { askedIn } from './asked'
import type { FiguresSeen } from './figuresPage'
import type { Released } from './released'

export type Db = Services['db']

/** The collection at `:code`; not found where there is none. */
export async function collectionAt(db: Db, { req }: StaffVisit): Promise<FoundCollection> {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  return collection
}

/** A release with all that it says. */
export async function readReleased(db: Db, release: FoundRelease): Promise<Released> {
  const [figures, tallies] = await Promise.all([figuresOfRelease(db, release.id), talliesOfRelease(db, release.id)])
  return { release, definition: definitionOf(release.definition), book: figureBook(figures), tallies }
}

/** What the page of a collection's figures is drawn from: the release that is asked for, or the latest. */
export async function readFigures(db: Db, visit: StaffVisit): Promise<FiguresSeen> {
  const collection = await collectionAt(db, visit)
  const asked = askedIn(visit.req.query)
  const [releases, standing] = await Promise.all([
    releasesOf(db, collection.id, { forEmployers: false }),
    standingNow(db, collection.id),
  ])
  const wanted = releases.find(({ number }) => number === asked.release)
  const release = wanted ?? releases[0]
  const says = asked.release === undefined || wanted ? [] : ['There is no such release. The latest is shown.']
  return {
    collection,
    asked: { ...asked, says: [...asked.says, ...says] },
    releases,
    standing: standing.ids.length,
    released: release && (await readReleased(db, release)),
  }
}

/** Collections of one survey over time: the latest release of each, and those that have none yet. */
export interface Series {
  readonly released: readonly Released[]
  readonly unreleased: readonly FoundCollection[]
}

/** All collections of the same survey, from the earliest on. */
export async function readSeries(db: Db, collection: FoundCollection): Promise<Series> {
  const all = await latestCollections(db)
  const series = all.filter(({ code }) => surveyOf(code) === surveyOf(collection.code)).reverse()
  const releases = await Promise.all(series.map(({ id }) => latestRelease(db, id, { forEmployers: false })))
  return {
    released: await Promise.all(releases.flatMap((release) => (release ? [readReleased(db, release)] : []))),
    unreleased: series.filter((_, at) => releases[at] === undefined),
  }
}
