import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { appNow } from '../db/clock'
import { findCollection, lockCollection, type FoundCollection } from '../db/collections'
import { earlierGroups, membersBefore, publishedBefore, type Earlier } from '../db/earlierReleases'
import { gatherRelease, type GatheredRelease } from '../db/gatherRelease'
import { insertRelease } from '../db/insertRelease'
import { frameOf, type Frame } from '../db/releaseFrame'
import { latestRelease, type FoundRelease } from '../db/releases'
import { inTransaction, type Db, type Reader, type Tx } from '../db/transaction'
import { canonical } from '../domain/benchmarks/canonical'
import { placesOf } from '../domain/benchmarks/exactTotals'
import { writing, type Content, type Sealed } from '../domain/benchmarks/content'
import { isReckoned, methodsOf } from '../domain/benchmarks/methods'
import { contentOf, indicatorPart, tallyPart, type IndicatorPart, type TallyPart } from '../domain/benchmarks/reckoning'
import { besides } from '../domain/benchmarks/published'
import { changedSince, finalFrom, releaseKindAt, type ReleaseKind } from '../domain/benchmarks/release'
import { responders } from '../domain/benchmarks/response'
import { parted } from '../domain/benchmarks/unchanged'
import { parameters } from '../domain/disclosure/parameters'
import { sharesOf as rowsOfShares } from '../domain/disclosure/tallyTable'
import type { SurveyDefinition } from '../domain/survey/definition'
import type { Services } from '../services'
import { definitionOf } from '../surveys'
import { constantsOf, sharesOf } from '../surveys/publishedConstants'

interface MakeRelease {
  /** Of the collection. */
  readonly code: string
  readonly personId: string
  /** The network looks at it first; employers are let in later. */
  readonly hold: boolean
}

export type ReleaseMade =
  | { readonly kind: 'made'; readonly number: number }
  /** In the minute after the cutoff: something may still be under way. */
  | { readonly kind: 'too_early'; readonly from: Date }
  | { readonly kind: 'nothing_submitted' }
  /** No group is large enough for any figure; or too few organisations have changed since employers were told. */
  | { readonly kind: 'nothing_to_tell'; readonly because: 'too_few_organisations' | 'too_few_changed' }
  /** Nothing has changed since the last one. */
  | { readonly kind: 'nothing_new'; readonly number: number }
  /** Somebody has made or published another, or moved the cutoff, meanwhile. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'not_found' }

/**
 * Makes the next release of a collection from what stands in it at one moment. What takes long is done before anything is
 * locked, bit by bit, so that pages are answered meanwhile; then it is written in one transaction, unless something it
 * was judged by has changed since.
 */
export async function makeRelease({ db }: Pick<Services, 'db'>, wanted: MakeRelease): Promise<ReleaseMade> {
  const collection = await findCollection(db, wanted.code)
  if (!collection) return { kind: 'not_found' }
  const frame = await frameOf(db, collection.id)
  const kind = releaseKindAt(collection.cutoffAt, frame.asAt)
  if (kind === 'too_early') return { kind: 'too_early', from: finalFrom(collection.cutoffAt) }
  if (!frame.framed.some(isReckoned)) return { kind: 'nothing_submitted' }
  const planned = await planOf(db, { collection, frame, kind })
  if (planned.basis === planned.last?.basis) return { kind: 'nothing_new', number: planned.last.number }
  const gathered = await gather(db, planned)
  const reckoned = await reckon(db, planned, gathered)
  if (!reckoned.tells) return { kind: 'nothing_to_tell', because: whyNothing(reckoned) }
  return write(db, planned, { ...wanted, ...reckoned })
}

interface Planned {
  readonly collection: FoundCollection
  readonly frame: Frame
  readonly kind: ReleaseKind
  readonly definition: SurveyDefinition
  /** The release before, if there is one, and all that employers have seen. */
  readonly last: FoundRelease | undefined
  readonly earlier: readonly Earlier[]
  /** The hash of all that it is reckoned from. */
  readonly basis: string
}

async function planOf(
  db: Reader,
  { collection, frame, kind }: Pick<Planned, 'collection' | 'frame' | 'kind'>,
): Promise<Planned> {
  const definition = definitionOf(collection.code)
  const last = await latestRelease(db, collection.id, { forEmployers: false })
  const earlier = await publishedBefore(db, collection.id)
  const basis = await hashOf(basisOf({ kind, definition, frame }))
  return { collection, frame, kind, definition, last, earlier, basis }
}

/** All that a release is reckoned from, part by part. */
function* basisOf({ kind, definition, frame }: Pick<Planned, 'kind' | 'definition' | 'frame'>): Generator<string> {
  yield canonical({ kind, definition, parameters })
  for (const framed of frame.framed) yield canonical(framed)
}

/** So many parts are hashed before somebody else has a turn. */
const AT_ONCE = 250

async function hashOf(parts: Iterable<string>): Promise<string> {
  const hash = createHash('sha256')
  let count = 0
  for (const part of parts) {
    hash.update(part)
    count += 1
    if (count % AT_ONCE === 0) await setImmediate()
  }
  return hash.digest('hex')
}

/** What stands, and what stood in earlier releases. */
async function gather(db: Reader, { definition, frame, earlier }: Planned): Promise<GatheredRelease> {
  const standing = frame.framed.filter(isReckoned)
  const past = await membersBefore(db, earlier, new Set(standing.map(({ submission }) => submission.id)))
  return gatherRelease(db, definition, standing, past)
}

interface Reckoned extends Pick<GatheredRelease, 'claims'> {
  readonly content: Content
  /** Whether anything but counts of organisations is told. */
  readonly tells: boolean
  /** Groups told of before and not now. */
  readonly keptBack: number
}

async function reckon(
  db: Reader,
  { definition, frame, earlier }: Planned,
  { members, past, gathered, claims }: GatheredRelease,
): Promise<Reckoned> {
  const places = placesOf(members, past)
  const everybody = [...members, ...past]
  const indicators: IndicatorPart[] = []
  for (const indicator of definition.indicators) {
    const isResponse = indicator.compares === 'quality' && indicator.of === 'responded'
    const [contributors, before] = isResponse
      ? [responders(frame.framed), []]
      : parted(gathered.contributors(indicator, everybody), places.past)
    const told = await earlierGroups(db, earlier, indicator)
    indicators.push(indicatorPart(indicator, contributors, { earlier: told, past: before, places }))
    await setImmediate()
  }
  const tallies: TallyPart[] = []
  for (const tally of definition.tallies) {
    const [tallied, before] = parted(gathered.tallied(tally, everybody), places.past)
    const told = await earlierGroups(db, earlier, { code: tally.code, shares: rowsOfShares(tally) })
    tallies.push(tallyPart(tally, tallied, { earlier: told, past: before, places }))
    await setImmediate()
  }
  return {
    claims,
    content: contentOf({ members, past }, indicators, tallies),
    tells: indicators.some(({ tells }) => tells),
    keptBack: [...indicators, ...tallies].reduce((sum, { keptBack }) => sum + keptBack, 0),
  }
}

const whyNothing = ({ keptBack }: Reckoned) => (keptBack > 0 ? 'too_few_changed' : 'too_few_organisations')

/** The number is taken and the release written while nobody else can make one, publish one or move the cutoff. */
async function write(db: Db, planned: Planned, { personId, hold, ...reckoned }: MakeRelease & Reckoned) {
  const { collection, frame, basis } = planned
  const { content } = reckoned
  const sealed = sealedOf(planned, reckoned)
  const hash = await hashOf(writing(sealed, content))
  return inTransaction<ReleaseMade>(db, async (tx) => {
    if (await isOvertaken(tx, planned)) return { kind: 'overtaken' }
    const made = { collectionId: collection.id, madeBy: personId, decidedAt: frame.asAt }
    const publishedAt = hold ? null : await appNow(tx)
    await insertRelease(tx, { ...sealed, ...made, hash, basis, publishedAt }, content)
    return { kind: 'made', number: sealed.number }
  })
}

/** Whether what the release was judged by is no longer so: the cutoff, and the release before it. */
async function isOvertaken(tx: Tx, { collection, frame, kind, last }: Planned): Promise<boolean> {
  const locked = await lockCollection(tx, collection.code)
  if (!locked || releaseKindAt(locked.cutoffAt, frame.asAt) !== kind) return true
  const latest = await latestRelease(tx, collection.id, { forEmployers: false })
  return latest?.id !== last?.id || latest?.publishedAt?.getTime() !== last?.publishedAt?.getTime()
}

const sealedOf = (
  { kind, definition, frame, earlier, last }: Planned,
  { content, keptBack, claims }: Reckoned,
): Sealed => ({
  number: (last?.number ?? 0) + 1,
  kind,
  definition: definition.code,
  parameters,
  methods: methodsOf(frame.framed, claims, {
    published: constantsOf(definition.code),
    besides: besides(sharesOf(definition.code), content.figures),
  }),
  changed: changedSince(
    earlier.at(-1),
    new Map(content.members.map(({ returnId, submissionId }) => [returnId, submissionId])),
    keptBack,
  ),
})
