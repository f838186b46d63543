import type { RatioIndicator, Tally } from '../../../server/domain/benchmarks/indicator'
import type { Contributor, EarlierGroup } from '../../../server/domain/disclosure/contributor'
import { figuresOf } from '../../../server/domain/disclosure/figuresOf'
import { totalsTooLike, type EarlierTotal, type ExactTotal } from '../../../server/domain/disclosure/likeTotals'
import { rowsName, type TallyMember } from '../../../server/domain/disclosure/tallyTable'
import { tallyTables } from '../../../server/domain/disclosure/tallyTables'
import { together } from '../../../server/domain/disclosure/together'
import { asNow, goneOf, standsFor } from '../../../server/domain/benchmarks/unchanged'
import { contributor, several, share } from './invented'

const TRUSTS = 'type:nhs_trust'
const [NORTH, SOUTH] = ['region:nhs_trust:Y63', 'region:nhs_trust:Y59']

const of = (members: readonly { readonly submission: string }[]) => new Set(members.map(({ submission }) => submission))

describe('somebody who has kept an earlier release', () => {
  const before = several(10, 'b', (name) => contributor(name, 20, 40))
  const [named, others] = [before.slice(0, 5), before.slice(5)]
  const earlier = { group: TRUSTS, release: 1, submissions: of(before) }

  test('and with it the figures of those who were named does not learn the sum of the few who are left', () => {
    const now = [...named, ...several(4, 'n', (name) => contributor(name, 20, 40))]
    const naive = figuresOf(share, now, [earlier]).accepted
    expect(naive).toEqual([TRUSTS])
    expect(figuresOf(share, now, [{ ...earlier, named: of(named) }]).accepted).toEqual([])
  })

  test('is told of as many as before where enough are left', () => {
    const now = [...named, ...others]
    expect(figuresOf(share, now, [{ ...earlier, named: of(named) }]).accepted).toEqual([TRUSTS])
  })

  const tally: Tally = {
    code: 'demo_gender',
    label: 'Gender',
    subject: 'workforce',
    organisations: ['nhs_trust'],
    rows: ['female', 'male'].map((code) => ({ code, label: code, people: { kind: 'number', value: 0 } })),
    shares: {},
  }
  const people = (name: string, region: string, female: number, male: number): TallyMember => ({
    submission: name,
    groups: [TRUSTS, region],
    people: { female, male },
  })
  const members = [
    ...[3, 1, 1, 1, 1].map((male, at) => people(`north${at}`, NORTH, 20, male)),
    ...[0, 0, 0, 0, 0].map((male, at) => people(`south${at}`, SOUTH, 20, male)),
  ]
  const released = (counts: Readonly<Record<string, readonly string[]>> = {}) =>
    [TRUSTS, NORTH, SOUTH].map((group) => ({
      group,
      release: 1,
      submissions: of(members.filter(({ groups }) => groups.includes(group))),
      ...(counts[group] && { counts: new Set(counts[group]) }),
    }))

  /** The seven of the north, for somebody who knows that there are none in the south; undefined where it is not told. */
  function inNorth(groups: readonly EarlierGroup[]): number | undefined {
    const england = tallyTables(tally, members, groups).tables.find(({ group }) => group === TRUSTS)
    const [all, female, male] = [england?.total, england?.people.female, england?.people.male].map((shown) =>
      shown && 'value' in shown ? shown.value : undefined,
    )
    return male ?? (all === undefined || female === undefined ? undefined : all - female)
  }

  test('cannot take from England what that told of the other region', () => {
    // Alone, England may be told, for the nought of the south is not. The earlier release told the nought.
    expect(inNorth(released())).toBe(7)
    expect(inNorth(released({ [TRUSTS]: ['female'], [NORTH]: [], [SOUTH]: ['male'] }))).toBeUndefined()
    expect(
      inNorth(released({ [TRUSTS]: ['female', 'male', rowsName(['female', 'male'])], [NORTH]: [], [SOUTH]: [] })),
    ).toBe(7)
  })
})

describe('five who submit again and change nothing of it', () => {
  const then = several(9, 'o', (name) => contributor(name, 20, 40))
  const again = then.slice(0, 5).map((member) => ({ ...member, submission: `${member.submission}.2` }))
  const now = [...again, ...then.slice(5), contributor('new', 31, 40)]
  const earlier = [{ group: TRUSTS, release: 1, submissions: of(then) }]

  test('do not hide a newcomer', () => {
    expect(figuresOf(share, now, earlier).accepted).toEqual([TRUSTS])
    const stands = standsFor(
      [...now, ...then],
      ({ organisation }) => organisation,
      ({ people }) => String(people),
    )
    const { accepted, figures } = figuresOf(share, now, asNow(earlier, stands))
    expect(accepted).toEqual([])
    expect(figures[0]?.mean).toEqual({ withheld: 'too_few_changed' })
    expect(goneOf(then.slice(0, 5), stands)).toEqual([])
  })
})

describe('exact totals of the same thing', () => {
  const everybody = [...Array.from({ length: 20 }).keys()]
  const groups = new Map([[TRUSTS, everybody]])
  const total = (name: string, people: (at: number) => number): ExactTotal => ({
    of: name,
    groups: [TRUSTS],
    amounts: Float64Array.from(everybody, people),
  })
  const employed = (at: number) => 20 + at * 3
  const but = (few: readonly number[]) => (at: number) => (few.includes(at) ? NaN : employed(at))
  const before = (people: (at: number) => number, changed: readonly number[] = []): EarlierTotal => ({
    ...total('ind_amhp denominator', people),
    changed: new Set(changed),
  })
  const withheld = (now: ExactTotal, then: EarlierTotal) => totalsTooLike([now], groups, [then]).size === 1

  test('are withheld where an earlier release told of one to four more, or fewer', () => {
    expect(totalsTooLike([total('ind_bia denominator', but([7]))], groups).size).toBe(0)
    expect(withheld(total('ind_bia denominator', but([7])), before(employed))).toBe(true)
    expect(withheld(total('ind_bia denominator', employed), before(but([1, 2, 3, 4])))).toBe(true)
    expect(withheld(total('ind_bia denominator', employed), before(but([1, 2, 3, 4, 5])))).toBe(false)
    expect(withheld(total('ind_bia denominator', employed), before(employed))).toBe(false)
  })

  test('are the same thing though a few have submitted again with other figures', () => {
    const now = (at: number) => (at < 2 ? employed(at) + 1 : employed(at))
    expect(withheld(total('ind_bia denominator', now), before(employed, [0, 1]))).toBe(true)
    expect(withheld(total('ind_bia denominator', now), before(employed))).toBe(false)
  })
})

describe('whole-time equivalents of few people', () => {
  const rate: RatioIndicator = {
    ...share,
    scale: 'per_100k',
    people: { kind: 'number', value: 0 },
  }
  const of100k = (name: string, region: string, heads: number, wte: number): Contributor =>
    contributor(name, heads, 100_000, { numerator: wte, rate: wte, groups: [TRUSTS, region] })
  // Seven people and 7 WTE in the north; eight and 7.4 in the south, where 5 is told.
  const members = [
    ...[2, 2, 1, 1, 1].map((wte, at) => of100k(`north${at}`, NORTH, wte, wte)),
    ...[2, 2, 1.4, 1, 1].map((wte, at) => of100k(`south${at}`, SOUTH, at === 2 ? 2 : wte, wte)),
  ]

  /** Between what the WTE of the north lie for somebody who reads England and the south; they are not more than people. */
  function spanOfNorth(numeratorOf: (group: string) => number | undefined): number {
    const [england, south] = [numeratorOf(TRUSTS), numeratorOf(SOUTH)]
    if (england === undefined || south === undefined) return 7
    return Math.min(7, england - south + 2.5) - Math.max(0, england - south - 2.5)
  }

  test('cannot be had by taking the other region from England', () => {
    const naive = (group: string) => {
      const { numerator } = together(
        rate,
        group,
        members.filter(({ groups }) => groups.includes(group)),
      )
      return 'value' in numerator ? numerator.value : undefined
    }
    expect(spanOfNorth(naive)).toBeLessThan(1)
    const { figures } = figuresOf(rate, members, [])
    const told = (group: string) => {
      const numerator = figures.find((figure) => figure.group === group)?.numerator
      return numerator && 'value' in numerator ? numerator.value : undefined
    }
    expect(told(NORTH)).toBeUndefined()
    expect(spanOfNorth(told)).toBeGreaterThanOrEqual(4)
  })
})
