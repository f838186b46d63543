import type { RatioIndicator } from '../../../server/domain/benchmarks/indicator'
import type { Contributor } from '../../../server/domain/disclosure/contributor'

/** A share of people that is told of every kind of group. */
export const share: RatioIndicator = {
  compares: 'ratio',
  code: 'ind_part_time',
  label: 'Part-time',
  says: 'People who work part time, as a share of all.',
  topic: 'Employment',
  subject: 'workforce',
  scale: 'percent',
  decimals: 0,
  organisations: ['nhs_trust', 'local_authority'],
  groups: ['all', 'type', 'region', 'model', 'size', 'service'],
  numerator: { kind: 'number', value: 0 },
  denominator: { kind: 'number', value: 0 },
}

/** An organisation with so many people of so many; in England's trusts unless other groups are given. */
export function contributor(
  name: string,
  people: number,
  peopleBelow: number,
  more: Partial<Contributor> = {},
): Contributor {
  return {
    submission: name,
    organisation: name,
    numerator: people,
    denominator: peopleBelow,
    rate: peopleBelow === 0 ? 0 : (people / peopleBelow) * 100,
    people,
    peopleBelow,
    named: false,
    groups: ['type:nhs_trust'],
    ...more,
  }
}

/** So many alike. */
export const several = (count: number, name: string, make: (name: string, at: number) => Contributor): Contributor[] =>
  Array.from({ length: count }, (_, at) => make(`${name}${at}`, at))
