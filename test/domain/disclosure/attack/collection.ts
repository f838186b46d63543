import fc from 'fast-check'
import type { EarlierGroup } from '../../../../server/domain/disclosure/contributor'

/** An organisation of a collection that never was: the groups it is in, and which of its submissions stands. */
export interface Invented {
  readonly organisation: string
  readonly submission: string
  readonly groups: readonly string[]
  readonly named: boolean
}

const organisation = fc.record({
  type: fc.constantFrom('nhs_trust', 'nhs_trust', 'local_authority', 'voluntary'),
  region: fc.nat(3),
  model: fc.option(fc.nat(2)),
  size: fc.nat(2),
  service: fc.option(fc.nat(2)),
  named: fc.boolean(),
})

type Described = ReturnType<(typeof organisation)['generate']>['value']

/** A collection of up to three releases: at each later one some have sent in anew, and some have come in late. */
export const collections = fc
  .record({
    organisations: fc.array(organisation, { minLength: 6, maxLength: 36 }),
    releases: fc.integer({ min: 1, max: 3 }),
    seeds: fc.array(fc.nat(99), { minLength: 72, maxLength: 72 }),
    lateShare: fc.constantFrom(0, 10, 30),
    againShare: fc.constantFrom(0, 5, 25, 60),
  })
  .map(({ organisations, releases, seeds, lateShare, againShare }) =>
    Array.from({ length: releases }, (_, release) =>
      organisations.flatMap((described, at): Invented[] => {
        const isLate = (seeds[at] ?? 0) < lateShare
        if (isLate && release === 0 && releases > 1) return []
        const times = Array.from({ length: release }, (_, later) => seeds[(at * 2 + later * 7 + 1) % seeds.length] ?? 0)
        const again = times.filter((seed) => seed < againShare).length
        return [invented(described, at, again)]
      }),
    ),
  )

const invented = (described: Described, at: number, again: number): Invented => ({
  organisation: `o${at}`,
  submission: `o${at}.${again}`,
  groups: groupsOf(described),
  named: described.named,
})

function groupsOf({ type, region, model, size, service }: Described): string[] {
  const groups = ['all', `type:${type}`, `region:${type}:${region}`, `size:${type}:${size}`]
  if (model !== null) groups.push(`model:${type}:${model}`)
  if (service !== null && type === 'nhs_trust') groups.push(`service:${type}:${service}`)
  return groups
}

/** What a gate told, release after release: every group, with who was in it. */
export function told(
  releases: readonly (readonly Invented[])[],
  accepted: (members: readonly Invented[], earlier: readonly EarlierGroup[]) => readonly string[],
): EarlierGroup[] {
  return releases.reduce<EarlierGroup[]>((earlier, members, release) => {
    const groups = accepted(members, earlier).map((group): EarlierGroup => {
      const submissions = members.filter((member) => member.groups.includes(group)).map(({ submission }) => submission)
      return { group, release, submissions: new Set(submissions) }
    })
    return [...earlier, ...groups]
  }, [])
}
