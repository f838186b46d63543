import fc from 'fast-check'
import type { EarlierGroup } from '../../../server/domain/disclosure/contributor'
import { gate } from '../../../server/domain/disclosure/family'
import { collections, told, type Invented } from './attack/collection'
import { fewSolved, freedoms, othersSolved } from './attack/solve'

const accepted = (members: readonly Invented[], earlier: readonly EarlierGroup[]) =>
  [...gate(members, earlier)].flatMap(([group, standing]) => (standing === 'accepted' ? [group] : []))

/** Whoever an attack finds in all that was told, by outsiders and by everybody who sent something in. */
function found(releases: readonly (readonly Invented[])[], groups: readonly EarlierGroup[]): string[] {
  const everybody = releases.flat()
  const submissions = [...new Set(everybody.map(({ submission }) => submission))]
  const sums = groups.map((group) => [...group.submissions].map((submission) => submissions.indexOf(submission)))
  const free = freedoms(sums, submissions.length)
  const few = fewSolved(free).map((few) => `anybody: ${few.map((at) => submissions[at]).join(' + ')}`)
  const organisations = [...new Set(everybody.map(({ organisation }) => organisation))]
  const byInsiders = organisations.flatMap((organisation) => {
    const own = everybody.filter((other) => other.organisation === organisation)
    const numbers = [...new Set(own.map(({ submission }) => submissions.indexOf(submission)))]
    return othersSolved(free, numbers).map((at) => `${organisation}: ${submissions[at] ?? ''}`)
  })
  return [...few, ...byInsiders]
}

const runs = { numRuns: 300, seed: 20190930 }

describe('groups of hundreds of random collections, over several releases', () => {
  test('tell nobody, outside or inside, of fewer than five or of anybody', () => {
    fc.assert(
      fc.property(collections, (releases) => {
        expect(found(releases, told(releases, accepted))).toEqual([])
      }),
      runs,
    )
  })

  test('differ by nobody or by five organisations, in one release and between two', () => {
    fc.assert(
      fc.property(collections, (releases) => {
        const groups = told(releases, accepted)
        for (const one of groups)
          for (const other of groups) expect(organisationsApart(one, other)).not.toMatch(/^[1-4]$/)
      }),
      runs,
    )
  })

  test('are told, most of those that are large enough', () => {
    const all = fc.sample(collections, runs).map((releases) => releases.slice(0, 1))
    const [shown, large] = [accepted, enough].map((way) => all.flatMap((releases) => told(releases, way)).length)
    expect((shown ?? 0) / (large ?? 0)).toBeGreaterThan(0.6)
  })

  test.each([
    ['only their size', enough],
    ['only their size and how they differ', apart],
  ])(
    'are broken by the same attack if %s is looked at',
    (_what, naive) => {
      const broken = fc
        .sample(collections, runs)
        .filter((releases) => found(releases, told(releases, naive)).length > 0)
      expect(broken.length).toBeGreaterThan(5)
    },
    60_000,
  )
})

const groupsIn = (members: readonly Invented[]) => [...new Set(members.flatMap(({ groups }) => groups))]
const within = (members: readonly Invented[], group: string) =>
  new Set(members.filter(({ groups }) => groups.includes(group)).map(({ submission }) => submission))

const countOnly = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((submission) => !other.has(submission)).length

/** How many organisations make the difference of two groups that share somebody. */
function organisationsApart(one: EarlierGroup, other: EarlierGroup): string {
  const [gone, come] = [one, other].map(({ submissions }, at) =>
    [...submissions].filter((submission) => !(at === 0 ? other : one).submissions.has(submission)),
  )
  if (gone?.length === one.submissions.size) return 'all'
  return String(new Set([...(gone ?? []), ...(come ?? [])].map((submission) => submission.split('.')[0])).size)
}

/** A gate that only counts. */
function enough(members: readonly Invented[]): string[] {
  return groupsIn(members).filter((group) => within(members, group).size >= 5)
}

/** A gate that also compares groups two by two, and solves nothing. */
function apart(members: readonly Invented[], earlier: readonly EarlierGroup[]): string[] {
  const sets = earlier.map(({ submissions }) => submissions)
  return enough(members).filter((group) => {
    const set = within(members, group)
    const differ = sets.every((other) => {
      const [gone, come] = [countOnly(other, set), countOnly(set, other)]
      return come === set.size || gone + come === 0 || gone + come >= 5
    })
    if (differ) sets.push(set)
    return differ
  })
}
