import type { Cells } from '../../domain/survey/cells'
import type { OrganisationType } from '../../domain/survey/expression'
import { mhsw2019 } from '../../surveys/mhsw2019'
import { mhsw2022 } from '../../surveys/mhsw2022'
import type { Chance } from '../chance'
import { together, type Working } from '../workforce/worker'
import type { Workforce } from '../workforce/workforce'
import { answer, counted, joined, rowsOf, withoutThose } from './cellsSaid'

const children = /^(cyp_|ip_cyp)/

/** How often each type of employer runs a service in which it has no social workers. */
const alsoRuns: Readonly<Record<OrganisationType, number>> = {
  nhs_trust: 0.55,
  local_authority: 0.03,
  independent: 0.05,
  voluntary: 0.03,
}

interface Placed extends Working {
  readonly team: string
}

/** Everybody at work in the employer's own services, with their main team ('' for none). */
const atWork = ({ employed, external }: Workforce): Placed[] => [
  ...employed.filter(({ deployedTo }) => deployedTo === null),
  ...external,
]

/** Section K. `forChildren` is whether section A says that children are served. */
export function deployment(workforce: Workforce, forChildren: boolean, chance: Chance): Cells {
  const { census, employer, habits } = workforce
  // A team for children where none are served would contradict section A: its people are not allocated.
  const people = atWork(workforce).map((each) =>
    !forChildren && children.test(each.team) ? { ...each, team: 'cmht' } : each,
  )
  const staffed = new Set(people.map(({ team }) => team))
  const runs = (row: string) =>
    staffed.has(row) ||
    (row === 'cmht' && employer.type === 'nhs_trust') ||
    (!row.startsWith('other') && (forChildren || !children.test(row)) && chance.happens(alsoRuns[employer.type]))
  const rows = rowsOf('team_provided', [census === '2019' ? mhsw2019 : mhsw2022]).map((row) => {
    const members = people.filter(({ team }) => team === row)
    return {
      ...answer(`team_provided.${row}`, runs(row) ? 'yes' : 'no'),
      ...answer(`team_uses_sw.${row}`, members.length > 0 ? 'yes' : 'no'),
      ...counted(`team_staff.${row}`, together(members)),
    }
  })
  const cells = joined([...rows, counted('team_unallocated', together(people.filter(({ team }) => team === '')))])
  const named = {
    ...cells,
    ...(staffed.has('other_community') ? answer('team_other_name', 'Rural outreach clinics') : {}),
  }
  return habits.postsByTeam
    ? named
    : withoutThose(named, (address) => address.startsWith('team_staff.'), 'not_extractable')
}
