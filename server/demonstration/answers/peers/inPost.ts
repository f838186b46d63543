import type { Cells } from '../../../domain/survey/cells'
import type { Chance } from '../../chance'
import { employers } from '../../employers'
import { together } from '../../workforce/worker'
import { answer, counted, figures, peopleTable, table, tally } from '../cellsSaid'
import type { Peers } from './peers'

/** Charities that employ peer support workers for trusts: none of them exists. */
const charities = employers.filter(({ type }) => type === 'voluntary').map(({ name }) => name)

/** Section B. */
export function inPost({ employed, external, volunteers }: Peers, chance: Chance): Cells {
  const any = employed.length + external.length > 0
  const hosted = together(external)
  return {
    ...answer('psw_any', any ? 'yes' : 'no'),
    ...answer('psw_none_reason', chance.weighted({ planned: 55, not_planned: 30, provided_elsewhere: 15 })),
    ...counted('psw_emp', together(employed)),
    ...counted('psw_ext', hosted),
    ...answer('psw_ext_partner.1.org', chance.oneOf(charities)),
    ...counted('psw_ext_partner.1', hosted),
    ...counted('psw_out', together(employed.filter(({ isAway }) => isAway))),
    ...answer('psw_volunteer', volunteers),
  }
}

/** Section C. */
export const roles = ({ employed }: Peers): Cells => ({
  ...table('psw_role', employed, ({ role }) => role),
  ...peopleTable('psw_contract', employed, ({ contract }) => contract),
  ...peopleTable('psw_fulltime', employed, ({ hundredths }) => (hundredths === 100 ? 'full_time' : 'part_time')),
  ...peopleTable('psw_training', employed, ({ training }) => training),
})

const why = {
  ...{ other_peer_role: 20, other_nhs_or_care_role: 25, education_or_training: 15, health: 15 },
  ...{ end_of_contract: 12, retired: 3, other: 6, not_known: 4 },
}

/** Section D. */
export function posts({ employed, habits }: Peers, chance: Chance): Cells {
  const { hc, wte } = together(employed)
  const vacant = Math.round(wte * chance.fraction() * 20) / 100
  const started = Math.round(hc * (0.2 + chance.fraction() * 0.4))
  const left = Math.round(hc * (0.05 + chance.fraction() * 0.25))
  const reasons = tally(
    Array.from({ length: left }, () => chance.weighted(why)),
    (each) => each,
  )
  return {
    ...answer('psw_est_wte', wte + vacant),
    ...answer('psw_vac_wte', vacant),
    ...counted('psw_starters', { hc: started, wte: started * 0.7 }),
    ...counted('psw_leavers', { hc: left, wte: left * 0.68 }),
    ...(habits.fillsOptional ? figures('psw_leaver_reason', reasons) : {}),
  }
}
