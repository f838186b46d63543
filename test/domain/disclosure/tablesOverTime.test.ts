import fc from 'fast-check'
import type { Tally } from '../../../server/domain/benchmarks/indicator'
import type { EarlierGroup } from '../../../server/domain/disclosure/contributor'
import type { Shown } from '../../../server/domain/disclosure/figure'
import { isNational } from '../../../server/domain/disclosure/groups'
import { rowsName, type TallyMember } from '../../../server/domain/disclosure/tallyTable'
import { tallyTables, type TallyTables } from '../../../server/domain/disclosure/tallyTables'
import { openSolver, valuesLeft, type KnownSum, type Solver } from './attack/tables'

const rows = ['a', 'b', 'c']

const tally: Tally = {
  code: 'ages',
  label: 'Ages',
  subject: 'workforce',
  organisations: ['nhs_trust'],
  rows: rows.map((code) => ({ code, label: code, people: { kind: 'cell', address: code } })),
  shares: {},
}

const people = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4)), { minLength: 3, maxLength: 3 })

/** Trusts of three regions in two releases; of one region, or of two, many have submitted again. */
const collections = fc.record({
  regions: fc.array(
    fc.record({
      before: fc.array(people, { minLength: 5, maxLength: 9 }),
      again: fc.option(fc.array(people, { minLength: 9, maxLength: 9 }), { freq: 1 }),
    }),
    { minLength: 3, maxLength: 3 },
  ),
})

const member = (submission: string, region: number, counts: readonly number[]): TallyMember => ({
  submission,
  groups: ['type:nhs_trust', `region:nhs_trust:${region}`],
  people: Object.fromEntries(rows.map((row, at) => [row, counts[at] ?? 0])),
})

type Collection = typeof collections extends fc.Arbitrary<infer T> ? T : never

function membersOf({ regions }: Collection) {
  const before = regions.flatMap((region, at) => region.before.map((counts, n) => member(`${at}.${n}`, at, counts)))
  const now = regions.flatMap((region, at) =>
    region.before.map((counts, n) => {
      const again = region.again?.[n]
      return again ? member(`${at}.${n} again`, at, again) : member(`${at}.${n}`, at, counts)
    }),
  )
  return { before, now, past: before.filter(({ submission }) => !now.some((each) => each.submission === submission)) }
}

const isTold = (shown: Shown | undefined): boolean => shown !== undefined && 'value' in shown

/** What the first release told, group by group. */
const earlierOf = (told: TallyTables, before: readonly TallyMember[]): EarlierGroup[] =>
  told.tables
    .filter(({ group }) => told.accepted.includes(group))
    .map(({ group, people: shown, total }) => ({
      group,
      release: 1,
      submissions: new Set(before.flatMap(({ submission, groups }) => (groups.includes(group) ? [submission] : []))),
      counts: new Set([...rows.filter((row) => isTold(shown[row])), ...(isTold(total) ? [rowsName(rows)] : [])]),
    }))

interface Seen {
  readonly members: readonly TallyMember[]
  readonly told: TallyTables
}

/** Small numbers of either release that somebody who has both pins to fewer than five values. */
function pinned(solver: Solver, releases: readonly Seen[]): string[] {
  const everybody = [...new Set(releases.flatMap(({ members }) => members.map(({ submission }) => submission)))]
  const [known, small]: [KnownSum[], { name: string; of: number[] }[]] = [[], []]
  for (const [release, { members, told }] of releases.entries()) {
    for (const { group, people: shown, total } of told.tables.filter((table) => told.accepted.includes(table.group))) {
      const within = members.filter(({ groups }) => groups.includes(group))
      for (const of of [...rows.map((row) => [row]), rows]) {
        const unknowns = within.flatMap(({ submission }) =>
          of.map((row) => everybody.indexOf(submission) * 3 + rows.indexOf(row)),
        )
        const value = within.reduce((sum, each) => sum + of.reduce((all, row) => all + (each.people[row] ?? 0), 0), 0)
        const seen = of.length === 1 ? shown[of[0] ?? ''] : total
        if (seen && 'value' in seen) known.push({ of: unknowns, ...boundsOf(seen.value, isNational(group)) })
        else if (value > 0 && value < 8 && !isNational(group))
          small.push({ name: `${release} ${group} ${of.join()}`, of: unknowns })
      }
    }
  }
  return small.filter(({ of }) => valuesLeft(solver, known, of) < 5).map(({ name }) => name)
}

const boundsOf = (value: number, isExact: boolean) =>
  isExact || value === 0 ? { least: value, greatest: value } : { least: Math.max(8, value - 2), greatest: value + 2 }

/** Both releases as they are told. */
function releasesOf(collection: Collection): Seen[] {
  const { before, now, past } = membersOf(collection)
  const first = tallyTables(tally, before, [])
  const second = tallyTables(tally, now, earlierOf(first, before), past)
  return [
    { members: before, told: first },
    { members: now, told: second },
  ]
}

const runs = { numRuns: 20, seed: 20220331 }

test('two releases of many random tables together leave five values to every small number of either', async () => {
  const solver = await openSolver()
  fc.assert(
    fc.property(collections, (collection) => {
      expect(pinned(solver, releasesOf(collection))).toEqual([])
    }),
    runs,
  )
}, 120_000)

/** The same where small numbers are hidden, and nothing else. */
function naively(collection: Collection): Seen[] {
  const { before, now } = membersOf(collection)
  return [before, now].map((members): Seen => {
    const shown = (group: string, of: readonly string[]): Shown => {
      const within = members.filter(({ groups }) => groups.includes(group))
      const value = within.reduce((sum, each) => sum + of.reduce((all, row) => all + (each.people[row] ?? 0), 0), 0)
      if (isNational(group)) return { value }
      return value > 0 && value < 8 ? { withheld: 'small_number' } : { value: Math.round(value / 5) * 5 }
    }
    const told = tallyTables(tally, members, [])
    const tables = told.tables.map((table) => ({
      ...table,
      people: Object.fromEntries(rows.map((row) => [row, shown(table.group, [row])])),
      total: shown(table.group, rows),
    }))
    return { members, told: { ...told, tables } }
  })
}

test('the same attack succeeds where small numbers alone are hidden', async () => {
  const solver = await openSolver()
  const broken = fc.sample(collections, runs).filter((each) => pinned(solver, naively(each)).length > 0)
  expect(broken.length).toBeGreaterThan(3)
}, 120_000)
