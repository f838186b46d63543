import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import { provisionOf } from '../deployments'
import { together } from '../workforce/worker'
import type { Workforce } from '../workforce/workforce'
import { answer, missing } from './cellsSaid'
import { otherStaff } from './elsewhere'

const figureIn = (cells: Cells, address: string): number | undefined => {
  const cell = cells[address]
  return cell?.state === 'value' ? Number(cell.value) : undefined
}

/** Section T: of those in their first year of practice, some are in the second year of Think Ahead. */
function thinkAhead({ employed }: Workforce, chance: Chance): Cells {
  const first = together(employed.filter(({ role }) => role === 'ta_year1'))
  const second = together(employed.filter(({ role }) => role === 'asye').filter(() => chance.happens(0.12)))
  const others = employed.filter(({ role }) => role === 'other_trainee').length
  const apprentices = Math.min(others, chance.whole(0, 2))
  return {
    ...answer('ta_year1_hc', first.hc),
    ...answer('ta_year1_wte', first.wte),
    ...answer('ta_year2_hc', second.hc),
    ...answer('ta_year2_wte', second.wte),
    ...answer('trainee_apprentice_hc', apprentices),
    ...answer('trainee_stepup_hc', others - apprentices),
    ...answer('trainee_msc_hc', 0),
  }
}

/** Whether a trust that had social workers of councils in 2019 now employs all of its own. */
const hasTakenOver = ({ employer: { type, code } }: Workforce): boolean =>
  type === 'nhs_trust' && provisionOf(code, '2019') !== 'direct_only' && provisionOf(code, '2022') === 'direct_only'

function endedAgreement(workforce: Workforce, cells: Cells, chance: Chance): Cells {
  const said = cells.s75_change_3y
  const ended = said?.state === 'value' && Array.isArray(said.value) && said.value.includes('ended_by_la')
  const takenOver = hasTakenOver(workforce)
  if (!ended && !takenOver) return answer('s75_ended_since_2019', 'no')
  return {
    ...answer('s75_ended_since_2019', 'yes'),
    ...answer('s75_ended_date', chance.oneOf(['2020-03-31', '2020-09-30', '2021-03-31', '2021-06-30'])),
    ...(takenOver ? answer('s75_change_3y', ['ended_by_nhs', 'staff_tuped_to_nhs']) : {}),
  }
}

/** What was one figure in 2019 is two: most of it by telephone. */
function remoteContacts(cells: Cells, chance: Chance): Cells {
  const told = cells.con_nonf2f
  if (told?.state === 'not_collected') return { con_video: told, con_remote_other: told }
  const all = figureIn(cells, 'con_nonf2f') ?? 0
  const video = Math.round(all * (0.1 + chance.fraction() * 0.3))
  return { ...answer('con_video', video), ...answer('con_remote_other', all - video) }
}

function recruiting({ habits }: Workforce, cells: Cells, chance: Chance): Cells {
  const vacant = figureIn(cells, 'vac_wte')
  if (!habits.fillsOptional || vacant === undefined) return {}
  return answer('vac_recruiting_wte', Math.floor(vacant * (30 + chance.fraction() * 60)) / 100)
}

const supervision = (chance: Chance): Cells =>
  chance.happens(0.3)
    ? missing('act_social_supervision', 'not_recorded')
    : answer('act_social_supervision', chance.whole(0, 24))

/** What the survey of 2022 asks that the one of 2019 did not, beside what has been answered already. */
export function askedSince2019(workforce: Workforce, cells: Cells, chance: Chance): Cells {
  const { employer, habits } = workforce
  const mustTellOfOthers = employer.type === 'local_authority' || employer.type === 'voluntary'
  return {
    ...thinkAhead(workforce, chance),
    ...endedAgreement(workforce, cells, chance),
    ...remoteContacts(cells, chance),
    ...recruiting(workforce, cells, chance),
    ...(employer.type === 'nhs_trust' ? supervision(chance) : {}),
    ...(mustTellOfOthers ? otherStaff({ ...workforce, habits: { ...habits, fillsOptional: true } }, chance) : {}),
  }
}
