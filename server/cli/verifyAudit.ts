import { createHash } from 'node:crypto'
import {
  auditedCounts,
  brokenHistories,
  decidedAfterCutoff,
  sealedSubmissions,
  strayCells,
  straySubmissions,
  type AfterCutoff,
  type Suspect,
} from '../db/audit'
import { contentOfRelease, sealedReleases } from '../db/sealedReleases'
import type { Db } from '../db/transaction'
import { writing } from '../domain/benchmarks/content'
import { momentInWords } from '../domain/collections/calendar'
import { openThen } from '../domain/returns/openThen'
import { canonicalCells } from '../domain/returns/submission'
import { atlasOf } from '../domain/survey/places'
import { definitionOf } from '../surveys'
import { NotDone, type Verb } from './verb'
import { counted } from '../domain/reading/counted'

/** So many are told one by one. */
const TOLD = 20
const AT_ONCE = 200

export const verifyAudit: Verb = {
  usage: 'verify-audit',
  does: 'checks that history, answers, submissions and releases agree with each other, with their seals and with the cutoff',
  run: async ({ services: { db }, say }) => {
    const wrong = [
      ...told(await brokenHistories(db), (of) => `the changes of ${of} do not follow on from each other`),
      ...told(await strayCells(db), (of) => `${of} is not what its last change left`),
      ...told(await straySubmissions(db), (of) => `the submission does not say what was answered: ${of}`),
      ...told(await brokenSeals(db), (of) => `submission ${of} is not what its seal was made of`),
      ...(await brokenReleases(db)),
      ...told((await decidedAfterCutoff(db)).filter(isLate).map(dated), (of) => `${of}, after everything was shut`),
    ]
    if (wrong.length > 0) throw new NotDone(tellAll(wrong))
    const { returns, changes, submissions, releases } = await auditedCounts(db)
    const [all, many, more] = [returns, changes, submissions].map((count) => count.toLocaleString('en-GB'))
    const made = counted(releases, 'release')
    say(`${all} returns, ${many} changes, ${more} submissions and ${made}: all agree.`)
  },
}

const told = (suspects: readonly Suspect[], words: (of: string) => string): string[] =>
  suspects.map(
    ({ organisation, collection, returnId, of }) => `${organisation}, ${collection} (${returnId}): ${words(of)}`,
  )

function tellAll(wrong: readonly string[]): string {
  const rest = wrong.length > TOLD ? [`and ${(wrong.length - TOLD).toLocaleString('en-GB')} more`] : []
  return [...wrong.slice(0, TOLD), ...rest].join('\n')
}

/** Releases whose figures are no longer those that their digest, shown on their page, was made of. */
async function brokenReleases(db: Db): Promise<string[]> {
  const broken: string[] = []
  for (const { id, collection, hash, ...release } of await sealedReleases(db)) {
    const now = createHash('sha256')
    for (const part of writing(release, await contentOfRelease(db, id))) now.update(part)
    if (now.digest('hex') !== hash) {
      broken.push(`${collection}, release ${release.number}: it does not say what its digest (SHA-256) was made of`)
    }
  }
  return broken
}

async function brokenSeals(db: Db): Promise<Suspect[]> {
  const broken: Suspect[] = []
  for (let after: string | undefined; ;) {
    const some = await sealedSubmissions(db, after, AT_ONCE)
    for (const { cells, hash, reference, ...of } of some) {
      const now = createHash('sha256').update(canonicalCells(cells)).digest('hex')
      if (now !== hash) broken.push({ ...of, of: reference })
    }
    if (some.length < AT_ONCE) return broken
    after = some.at(-1)?.id
  }
}

/** Whether no opening held then. A submission may be made while any section is open. */
const isLate = ({ kind, address, collection, openings, decidedAt }: AfterCutoff): boolean =>
  !openThen(openings, kind === 'change' ? sectionOf(collection, address) : undefined, decidedAt)

const sectionOf = (collection: string, address: string): string | undefined =>
  atlasOf(definitionOf(collection)).place(address)?.section.code

const dated = (late: AfterCutoff): Suspect => ({
  ...late,
  of: `${late.of} was decided at ${momentInWords(late.decidedAt)}`,
})
