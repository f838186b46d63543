import fc from 'fast-check'
import type { Tally } from '../../../server/domain/benchmarks/indicator'
import type { Shown } from '../../../server/domain/disclosure/figure'
import { isNational } from '../../../server/domain/disclosure/groups'
import { hideSmall } from '../../../server/domain/disclosure/hideSmall'
import { countName, tableOf, type TallyMember } from '../../../server/domain/disclosure/tallyTable'
import { tallyTables, type TallyTables } from '../../../server/domain/disclosure/tallyTables'
import { openSolver, valuesLeft, type KnownSum, type Solver } from './attack/tables'

interface Case {
  readonly tally: Tally
  readonly members: readonly TallyMember[]
}

const rowCodes = ['a', 'b', 'c', 'd', 'e', 'f']
const shares = { low: ['a', 'b'], high: ['c', 'd', 'e', 'f'], one: ['b'] }

/** A table of a collection that never was, with many noughts and small numbers in it. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    subject: fc.constantFrom('workforce' as const, 'protected' as const),
    rows: fc.integer({ min: 2, max: 6 }),
    most: fc.constantFrom(1, 3, 8),
    organisations: fc.array(
      fc.record({
        type: fc.constantFrom('nhs_trust', 'local_authority'),
        region: fc.option(fc.nat(2), { freq: 8 }),
        people: fc.array(fc.oneof(fc.constant(0), fc.nat(9)), { minLength: 6, maxLength: 6 }),
      }),
      { minLength: 8, maxLength: 40 },
    ),
  })
  .map(({ subject, rows, most, organisations }) => ({
    tally: {
      code: 'ages',
      label: 'Ages',
      subject,
      organisations: ['nhs_trust', 'local_authority'],
      rows: rowCodes.slice(0, rows).map((code) => ({ code, label: code, people: { kind: 'cell', address: code } })),
      shares: Object.fromEntries(
        Object.entries(shares).map(([code, of]) => [code, of.filter((row) => rowCodes.indexOf(row) < rows - 1)]),
      ),
      // The last row is of those of whom it is not known.
      sharesOver: Object.fromEntries(Object.keys(shares).map((code) => [code, rowCodes.slice(0, rows - 1)])),
    } satisfies Tally,
    members: organisations.map(({ type, region, people }, at) => ({
      submission: `s${at}`,
      groups: ['all', `type:${type}`, ...(region === null ? [] : [`region:${type}:${region}`])],
      people: Object.fromEntries(
        rowCodes.slice(0, rows).map((row, index) => [row, Math.min(people[index] ?? 0, most)]),
      ),
    })),
  }))

/** A small number, what it is a sum of, and what a reader sees of everything. */
interface Read {
  readonly known: readonly KnownSum[]
  readonly small: readonly { readonly name: string; readonly of: readonly number[] }[]
}

/**
 * Reads what was published as an enemy would: who is in which group is public, so people of each row in each part of the
 * country are unknowns, and each published count says between what their sum lies. A hidden one is known to be from 1 to 7
 * where `isKnownSmall`.
 */
function read({ tally, members }: Case, told: TallyTables, isKnownSmall: (name: string) => boolean): Read {
  const groups = told.accepted
  const keyOf = (member: TallyMember) => groups.filter((group) => member.groups.includes(group)).join()
  const parts = [...new Set(members.map(keyOf))].filter((key) => key !== '')
  const [known, small]: [KnownSum[], Read['small'][number][]] = [[], []]
  const look = (group: string, name: string, rows: readonly string[], shown: Shown) => {
    const of = parts.flatMap((part, at) =>
      part.split(',').includes(group) ? rows.map((row) => at * rowCodes.length + rowCodes.indexOf(row)) : [],
    )
    const within = members.filter((member) => member.groups.includes(group))
    const value = within
      .flatMap(({ people }) => rows.map((row) => people[row] ?? 0))
      .reduce((one, other) => one + other, 0)
    const isGuarded = !isNational(group) || tally.subject === 'protected'
    if (value > 0 && value < 8 && isGuarded) small.push({ name, of })
    if ('value' in shown) known.push({ of, ...boundsOf(shown.value, isNational(group)) })
    else if (isKnownSmall(name)) known.push({ of, least: 1, greatest: 7 })
  }
  const withheld: Shown = { withheld: 'small_number' }
  const counted = (group: string, rows: readonly string[]): Shown => rounded(group, peopleIn(members, group, rows))
  for (const { group, people, total } of told.tables.filter((table) => groups.includes(table.group))) {
    const rows = tally.rows.map(({ code }) => code)
    for (const row of rows) look(group, countName(group, [row]), [row], people[row] ?? { withheld: 'small_number' })
    look(group, countName(group, rows), rows, total)
    for (const [indicator, of] of Object.entries(tally.shares).filter(([, of]) => of.length > 0)) {
      const over = tally.sharesOver?.[indicator] ?? rows
      const isHidden = (part: string) =>
        told.hiddenShares.some(
          (share) => share.indicator === indicator && share.group === group && ['both', part].includes(share.hides),
        )
      look(group, countName(group, of), of, isHidden('numerator') ? withheld : counted(group, of))
      look(group, countName(group, over), over, isHidden('denominator') ? withheld : counted(group, over))
    }
  }
  return { known, small }
}

const peopleIn = (members: readonly TallyMember[], group: string, rows: readonly string[]): number =>
  members
    .filter((member) => member.groups.includes(group))
    .flatMap(({ people }) => rows.map((row) => people[row] ?? 0))
    .reduce((one, other) => one + other, 0)

const rounded = (group: string, value: number): Shown => ({
  value: isNational(group) ? value : Math.round(value / 5) * 5,
})

const boundsOf = (value: number, isExact: boolean) => {
  if (isExact || value === 0) return { least: value, greatest: value }
  return { least: Math.max(8, value - 2), greatest: value + 2 }
}

/** Small numbers that can be pinned to fewer than five values. */
function pinned(solver: Solver, { known, small }: Read): string[] {
  return small.filter(({ of }) => valuesLeft(solver, known, of) < 5).map(({ name }) => name)
}

/** Which hidden numbers are hidden because they are small: the gate's own word for it. */
function knownSmall({ tally, members }: Case, accepted: readonly string[]): (name: string) => boolean {
  const { telling } = hideSmall(
    tableOf(
      tally,
      members,
      accepted.map((group) => ({ name: group, group })),
    ),
  )
  const names = new Set([...telling].flatMap(([{ name }, how]) => (how === 'small' ? [name] : [])))
  return (name) => names.has(name)
}

const runs = { numRuns: 200, seed: 20190930 }

describe('tables of hundreds of random collections', () => {
  test('keep every small number five values wide, for somebody who even knows which ones are small', async () => {
    const solver = await openSolver()
    fc.assert(
      fc.property(cases, (given) => {
        const told = tallyTables(given.tally, given.members, [])
        expect(pinned(solver, read(given, told, knownSmall(given, told.accepted)))).toEqual([])
      }),
      runs,
    )
  })

  test('are broken by the same attack if only small numbers are hidden', async () => {
    const solver = await openSolver()
    const broken = fc.sample(cases, runs).filter((given) => {
      const told = naive(given)
      return (
        pinned(
          solver,
          read(given, told, () => true),
        ).length > 0
      )
    })
    expect(broken.length).toBeGreaterThan(20)
  })
})

/** Hides small numbers and nothing else, in the groups that are told. */
function naive(given: Case): TallyTables {
  const told = tallyTables(given.tally, given.members, [])
  const shown = (group: string, rows: readonly string[]): Shown => {
    const within = given.members.filter((member) => member.groups.includes(group))
    const value = within
      .flatMap(({ people }) => rows.map((row) => people[row] ?? 0))
      .reduce((one, other) => one + other, 0)
    const isGuarded = !isNational(group) || given.tally.subject === 'protected'
    if (isGuarded && value > 0 && value < 8) return { withheld: 'small_number' }
    return { value: isNational(group) ? value : Math.round(value / 5) * 5 }
  }
  const rows = given.tally.rows.map(({ code }) => code)
  return {
    accepted: told.accepted,
    tables: told.tables.map((table) => ({
      ...table,
      people: Object.fromEntries(rows.map((row) => [row, shown(table.group, [row])])),
      total: shown(table.group, rows),
    })),
    hiddenShares: told.accepted.flatMap((group) =>
      Object.entries(given.tally.shares).flatMap(([indicator, of]) => {
        const over = given.tally.sharesOver?.[indicator] ?? rows
        return [
          ...('withheld' in shown(group, of) ? [{ indicator, group, hides: 'numerator' as const }] : []),
          ...('withheld' in shown(group, over) ? [{ indicator, group, hides: 'denominator' as const }] : []),
        ]
      }),
    ),
  }
}
