import type { TallyMember } from '../../server/domain/disclosure/tallyTable'
import type { Tally } from '../../server/domain/benchmarks/indicator'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { openSolver, valuesLeft, type KnownSum, type Solver } from '../domain/disclosure/attack/tables'
import { useApp } from '../support/app'
import { make } from '../support/make'
import { CODE, everybodySubmitted, listed, release, truthOf } from './attackedWorld'

interface Said {
  readonly value: number | null
  readonly withheld: string | null
}

interface Table {
  readonly code: string
  readonly groups: readonly {
    readonly group: string
    readonly organisations: number
    readonly rows: readonly { readonly code: string; readonly people: Said }[]
    readonly all: Said
  }[]
}

interface Figures {
  readonly code: string
  readonly figures: readonly {
    readonly group: string
    readonly organisations: number
    readonly counted: Said
    readonly out_of: Said
    readonly all_together: Said
  }[]
}

const ours = useApp(everybodySubmitted)

let tables: Table[]
let figures: Figures[]
let membersOf: (tally: Tally) => readonly TallyMember[]
let solver: Solver

beforeAll(async () => {
  const { members, gathered } = await truthOf(ours.db)
  membersOf = (tally) => gathered.tallied(tally, members)
  expect(await release(ours)).toBe('made')
  const { token } = await make(ours.db).token({ scopes: ['figures'] })
  const path = `/api/v1/collections/${CODE}`
  tables = await listed<Table>(ours.visitor(), token, `${path}/tables`)
  figures = await listed<Figures>(ours.visitor(), token, `${path}/figures`)
  solver = await openSolver()
})

const isNational = (group: string): boolean => group === 'all' || group.startsWith('type:')

/** A sum of rows in one group: what it really is, and which unknowns it adds up. */
interface Sum {
  readonly group: string
  readonly rows: readonly string[]
  readonly truth: number
  readonly of: readonly number[]
}

/** One table of people as somebody attacks it: an unknown for each row in each part of the country nobody tells apart. */
function unknownsOf(tally: Tally, table: Table) {
  const groups = table.groups.filter(({ all }) => all.value !== null).map(({ group }) => group)
  const parts = new Map<string, TallyMember[]>()
  for (const member of membersOf(tally)) {
    const key = groups.filter((group) => member.groups.includes(group)).join(' ')
    if (key !== '') parts.set(key, [...(parts.get(key) ?? []), member])
  }
  const rows = tally.rows.map(({ code }) => code)
  const all = [...parts.entries()]
  const sumOf = (group: string, wanted: readonly string[]): Sum => {
    const within = all.flatMap(([key, members], part) => (key.split(' ').includes(group) ? [{ members, part }] : []))
    return {
      group,
      rows: wanted,
      truth: within.reduce(
        (sum, { members }) =>
          sum + members.reduce((more, { people }) => wanted.reduce((n, row) => n + (people[row] ?? 0), more), 0),
        0,
      ),
      of: within.flatMap(({ part }) => wanted.map((row) => part * rows.length + rows.indexOf(row))),
    }
  }
  return { groups, rows, sumOf }
}

/** What a published count says of the truth: below England it is to the nearest five, and neither 1 nor 7. */
function told(group: string, of: readonly number[], value: number): KnownSum {
  if (isNational(group) || value === 0) return { of, least: value, greatest: value }
  return { of, least: Math.max(8, value - 2), greatest: value + 2 }
}

/** A small number that must stay hidden: below England always, of England where it tells of a characteristic. */
const isSecret = (tally: Tally, { group, truth }: Sum): boolean =>
  truth >= 1 && truth <= 7 && (!isNational(group) || tally.subject === 'protected')

const SMALL = { least: 1, greatest: 7 }

/** All that can be read of one table, on its own page and in the shares that are parts of it; and its secrets. */
function attacked(tally: Tally, table: Table) {
  const { groups, rows, sumOf } = unknownsOf(tally, table)
  const known: KnownSum[] = []
  const secrets: Sum[] = []
  const learn = (sum: Sum, said: Said) => {
    if (said.value !== null) known.push(told(sum.group, sum.of, said.value))
    else if (isSecret(tally, sum)) {
      known.push({ of: sum.of, ...SMALL })
      secrets.push(sum)
    }
  }
  for (const { group, rows: said, all, organisations } of table.groups.filter((each) => groups.includes(each.group))) {
    learn(sumOf(group, rows), all)
    const everybody = sumOf(group, rows)
    // As many organisations need not be the same ones: only what fits the truth is of the same people.
    for (const value of totalsElsewhere(group, organisations))
      if (Math.abs(value - everybody.truth) <= (isNational(group) ? 0 : 2)) known.push(told(group, everybody.of, value))
    for (const { code, people } of said) learn(sumOf(group, [code]), people)
    for (const [indicator, part] of Object.entries(tally.shares)) {
      const figure = figures.find(({ code }) => code === indicator)?.figures.find((each) => each.group === group)
      if (!figure || figure.organisations !== organisations) continue
      const [counted, outOf] = [sumOf(group, part), sumOf(group, tally.sharesOver?.[indicator] ?? rows)]
      if (indicator.endsWith('_hc')) {
        learn(counted, figure.counted)
        learn(outOf, figure.out_of)
      } else {
        // Nobody is more than one WTE: as many people at least.
        for (const [sum, { value }] of [
          [counted, figure.counted],
          [outOf, figure.out_of],
        ] as const)
          if (value !== null)
            known.push({ of: sum.of, least: Math.floor(isNational(group) ? value : Math.max(0, value - 2.5)) })
      }
    }
  }
  return { known, secrets }
}

/** Everybody employed, as other tables and pages tell it of as many organisations: the same people. */
const totalsElsewhere = (group: string, organisations: number): number[] =>
  [
    ...tables.flatMap(({ groups }) => groups.map((each) => ({ ...each, said: each.all }))),
    ...figures
      .filter(({ code }) => code === 'ind_wte_per_head' || code === 'ind_generic_posts')
      .flatMap((each) => each.figures.map((figure) => ({ ...figure, said: figure.out_of }))),
  ].flatMap((each) => {
    const { value } = each.said
    return each.group === group && each.organisations === organisations && value !== null ? [value] : []
  })

const tallied = mhsw2019.tallies.map(({ code }) => code)

const tableCoded = (code: string): { tally: Tally; table: Table } => {
  const tally = mhsw2019.tallies.find((each) => each.code === code)
  const table = tables.find((each) => each.code === code)
  if (!tally || !table) throw new Error(`There is no table ${code}`)
  return { tally, table }
}

describe.each(tallied)('the table of %s', (code) => {
  test('leaves five values at least to every small number, whatever is added and taken away, here and elsewhere', () => {
    const { tally, table } = tableCoded(code)
    const { known, secrets } = attacked(tally, table)
    expect(known.length).toBeGreaterThan(30)
    expect(secrets.length).toBeGreaterThan(3)
    const narrow = secrets
      .map((sum) => ({ group: sum.group, rows: sum.rows, values: valuesLeft(solver, known, sum.of) }))
      .filter(({ values }) => values < 5)
    expect(narrow).toEqual([])
  })

  test('contains what is true, as it is told', () => {
    const { tally, table } = tableCoded(code)
    const { rows, sumOf, groups } = unknownsOf(tally, table)
    for (const { group, rows: said, all } of table.groups.filter((each) => groups.includes(each.group))) {
      const counts = [...said.map(({ code: row, people }) => [[row], people] as const), [rows, all] as const]
      for (const [of, { value }] of counts) {
        const { truth } = sumOf(group, of)
        if (value === null) continue
        expect([group, of, Math.abs(truth - value) <= (isNational(group) ? 0 : 2)]).toEqual([group, of, true])
        expect(isSecret(tally, sumOf(group, of))).toBe(false)
      }
    }
  })
})

test('the same attack finds small numbers where only they are hidden and all else is told', () => {
  const { tally, table } = tableCoded('demo_disability')
  const { groups, rows, sumOf } = unknownsOf(tally, table)
  const all = groups.flatMap((group) => [...rows.map((row) => sumOf(group, [row])), sumOf(group, rows)])
  const secrets = all.filter((sum) => isSecret(tally, sum))
  expect(secrets.length).toBeGreaterThan(0)
  const known = all.map((sum) =>
    isSecret(tally, sum) ? { of: sum.of, ...SMALL } : { of: sum.of, least: sum.truth, greatest: sum.truth },
  )
  const widths = secrets.map((sum) => valuesLeft(solver, known, sum.of))
  expect(Math.min(...widths)).toBe(1)
})

describe('a share below England', () => {
  const isPercent = (code: string) => mhsw2019.indicators.find((each) => each.code === code)?.scale === 'percent'

  test('is told of 20 people or more, and is what the counts beside it come to: it tells nothing more', () => {
    let seen = 0
    for (const { code, figures: all } of figures.filter((each) => isPercent(each.code) && each.code.endsWith('_hc')))
      for (const { group, all_together: share, counted, out_of: outOf } of all.filter(
        (each) => !isNational(each.group),
      )) {
        if (share.value === null) continue
        seen += 1
        const reckoned = counted.value === null || outOf.value === null ? NaN : (100 * counted.value) / outOf.value
        expect([code, group, Math.round(reckoned)]).toEqual([code, group, share.value])
        expect([code, group, (outOf.value ?? 0) >= 20]).toEqual([code, group, true])
      }
    expect(seen).toBeGreaterThan(50)
  })

  test('never has one numerator between 1 and 7 that alone would be told so, whatever the denominator', () => {
    const shares = figures
      .filter(({ code }) => isPercent(code) && code.endsWith('_hc'))
      .flatMap(({ figures: all }) => all.filter(({ group }) => !isNational(group)))
      .flatMap(({ all_together: share, out_of: outOf }) =>
        share.value === null || outOf.value === null ? [] : [[share.value, outOf.value] as const],
      )
    expect(shares.length).toBeGreaterThan(50)
    expect(shares.filter(([share, outOf]) => givesAway(share, outOf))).toEqual([])
  })

  test('that is not rounded would: 37.5% of 8 is 3', () => {
    expect(givesAway(37.5, 8, 1)).toBe(true)
  })
})

/** Whether only small numerators can make a share of a denominator told to the nearest five. */
function givesAway(share: number, outOf: number, steps = 0): boolean {
  const denominators = steps === 1 ? [outOf] : [-2, -1, 0, 1, 2].map((by) => outOf + by)
  const rounded = (value: number) => (steps === 1 ? Math.round(value * 10) / 10 : Math.round(value))
  const numerators = denominators.flatMap((all) =>
    Array.from({ length: all + 1 }, (_, part) => part).filter((part) => rounded((100 * part) / all) === share),
  )
  return numerators.length > 0 && numerators.every((part) => part >= 1 && part <= 7)
}
