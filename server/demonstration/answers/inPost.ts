import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import { employerCoded } from '../employers'
import type { Workforce } from '../workforce/workforce'
import { together, type Working } from '../workforce/worker'
import { answer, counted, joined, table } from './cellsSaid'

/** A list of partner organisations, numbered from 1, each with the people it is named for. */
function partners<T extends Working>(
  code: string,
  people: readonly T[],
  partnerOf: (person: T) => string | null,
): Cells {
  const named = [...new Set(people.map(partnerOf))].filter((partner) => partner !== null)
  const entries = named.map((partner, at) => ({
    ...answer(`${code}.${at + 1}.org`, partner),
    ...counted(`${code}.${at + 1}`, together(people.filter((person) => partnerOf(person) === partner))),
  }))
  return joined(entries)
}

function standardHours({ employer }: Workforce, chance: Chance): number {
  if (employer.type === 'nhs_trust') return chance.happens(0.04) ? 37 : 37.5
  return chance.oneOf([35, 36, 37, 37, 37])
}

/** Section B. */
export function inPost(workforce: Workforce, chance: Chance): Cells {
  const { employed, external, here, away, hosted } = workforce
  return {
    ...counted('sw_emp_in', here),
    ...counted('sw_emp_out', away),
    ...counted('sw_ext', hosted),
    ...table('sw_ext_by_employer', external, ({ employedBy }) => employerCoded(employedBy).type),
    ...partners('sw_ext_partner', external, ({ employedBy }) => employedBy),
    ...partners('sw_out_partner', employed, ({ deployedTo }) => deployedTo),
    ...counted('sw_generic_posts', together(employed.filter(({ generic }) => generic))),
    ...table('sw_career_stage', employed, ({ role }) => role),
    ...answer('sw_fte_standard_hours', standardHours(workforce, chance)),
  }
}
