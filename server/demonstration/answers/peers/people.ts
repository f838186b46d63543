import type { Cells } from '../../../domain/survey/cells'
import type { Chance } from '../../chance'
import { together } from '../../workforce/worker'
import { groupOf } from '../characteristics'
import { answer, counted, joined, peopleTable, rowsOf, table, withoutThose } from '../cellsSaid'
import type { Peers } from './peers'

/** Section E. */
export function characteristics({ employer, employed, habits }: Peers): Cells {
  const told = {
    ...table('psw_gender', employed, ({ gender }) => gender),
    ...table('psw_age', employed, ({ age }) => age),
    ...table('psw_ethnicity', employed, ({ ethnicity }) => ethnicity),
    ...table('psw_ethnicity5', employed, ({ ethnicity }) => groupOf(ethnicity)),
    ...table('psw_disability', employed, ({ disability }) => disability),
  }
  const inWte = habits.demographicsInWte
  return {
    ...(inWte ? told : withoutThose(told, (address) => address.endsWith('.wte'), 'not_extractable')),
    ...answer('psw_eth_detail', habits.ethnicity),
    ...answer('psw_pay_scheme', employer.type === 'nhs_trust' ? 'afc' : 'other'),
    ...table('psw_pay_afc', employed, ({ band }) => band),
    ...peopleTable('psw_pay_other', employed, ({ salary }) => salary),
  }
}

/** Section F: services there are, and those with peer support workers in them. */
export function teams({ employed, external }: Peers, chance: Chance): Cells {
  const here = [...employed.filter(({ isAway }) => !isAway), ...external]
  const inTeam = (team: string) => together(here.filter((each) => each.team === team))
  return joined([
    counted('psw_unallocated', inTeam('')),
    ...rowsOf('psw_team_provided').map((row) => {
      const count = inTeam(row)
      const isThere = chance.happens(0.55) || count.hc > 0
      return {
        ...answer(`psw_team_provided.${row}`, isThere ? 'yes' : 'no'),
        ...answer(`psw_team_uses.${row}`, count.hc > 0 ? 'yes' : 'no'),
        ...counted(`psw_team_staff.${row}`, count),
      }
    }),
  ])
}
