import type { FoundCollection } from '../../db/collections'
import type { Part } from '../../db/exports'
import { figuresOfRelease, latestRelease, releaseNumbered } from '../../db/releases'
import { releasesOf, talliesOfRelease, type FoundRelease } from '../../db/releases'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import type { Visit } from '../route'
import { keys } from './asked'
import { sendList } from './lists'
import { saidIndicator, saidRelease, saidTable } from './saidFigures'

type Reads = Pick<Services, 'db' | 'publicUrl'>

const isPublished = (release: FoundRelease): release is FoundRelease & { readonly publishedAt: Date } =>
  release.publishedAt !== null

/** The things after one, by their keys in order, and no more than so many. */
function partOf<T>(all: readonly T[], { after, limit }: Part, isAfter: (one: T, key: string) => boolean): T[] {
  return all.filter((one) => after === undefined || isAfter(one, after)).slice(0, limit)
}

/** Releases that employers see, from the first on. */
export const listReleases = (services: Reads, visit: Visit, { id }: FoundCollection): Promise<void> =>
  sendList(services, visit, {
    key: 'number',
    read: async (part) => {
      const releases = await releasesOf(services.db, id, { forEmployers: true })
      return partOf(releases.filter(isPublished).reverse(), part, ({ number }, key) => number > Number(key))
    },
    keyOf: ({ number }) => String(number),
    said: saidRelease,
  })

/** The release asked for by its number, `?release=2`; the last one where none is. Undefined before there is one. */
async function releaseAsked(
  db: Reads['db'],
  { req }: Visit,
  { id }: FoundCollection,
): Promise<FoundRelease | undefined> {
  const { release: asked } = req.query
  if (asked === undefined) return latestRelease(db, id, { forEmployers: true })
  const number = typeof asked === 'string' && keys.number.pattern.test(asked) ? Number(asked) : 0
  const found = await releaseNumbered(db, id, { number, forEmployers: true })
  if (!found) throw new NotFound()
  return found
}

const byCode = <T extends { readonly code: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (a.code < b.code ? -1 : 1))

/** The indicators of a published release, with all their groups; nothing before there is one. */
export const listFigures = (services: Reads, visit: Visit, collection: FoundCollection): Promise<void> =>
  sendList(services, visit, {
    key: 'code',
    read: async (part) => {
      const release = await releaseAsked(services.db, visit, collection)
      if (!release) return []
      const all = byCode(definitionOf(release.definition).indicators)
      const indicators = partOf(all, part, ({ code }, key) => code > key)
      const codes = indicators.map(({ code }) => code)
      const figures = await figuresOfRelease(services.db, release.id, { indicators: codes })
      return indicators.map((indicator) => ({
        indicator,
        release: release.number,
        figures: figures.filter((figure) => figure.indicator === indicator.code),
      }))
    },
    keyOf: ({ indicator }) => indicator.code,
    said: ({ release, indicator, figures }) => saidIndicator(release, indicator, figures),
  })

/** The tables of people of a published release. */
export const listTables = (services: Reads, visit: Visit, collection: FoundCollection): Promise<void> =>
  sendList(services, visit, {
    key: 'code',
    read: async (part) => {
      const release = await releaseAsked(services.db, visit, collection)
      if (!release) return []
      const tallies = partOf(byCode(definitionOf(release.definition).tallies), part, ({ code }, key) => code > key)
      const codes = tallies.map(({ code }) => code)
      const counts = await talliesOfRelease(services.db, release.id, { tallies: codes })
      return tallies.map((tally) => ({
        tally,
        release: release.number,
        counts: counts.filter((each) => each.tally === tally.code),
      }))
    },
    keyOf: ({ tally }) => tally.code,
    said: ({ release, tally, counts }) => saidTable(release, tally, counts),
  })
