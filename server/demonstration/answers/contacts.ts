import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import type { Workforce } from '../workforce/workforce'
import { answer, missing } from './cellsSaid'

const notCounted = (held: boolean): Cells => ({
  ...missing('con_f2f', held ? 'held_by_partner' : 'not_extractable'),
  ...missing('con_nonf2f', held ? 'held_by_partner' : 'not_extractable'),
  ...answer('con_basis', 'not_known'),
})

/** Section M. */
export function contacts({ here, hosted, habits }: Workforce, chance: Chance): Cells {
  const wte = here.wte + hosted.wte
  if (wte === 0 || !habits.countsContacts) return notCounted(wte === 0)
  const faceToFace = Math.round(wte * (130 + chance.fraction() * 220))
  const carrying = Math.round(wte * 80) / 100
  const caseload = Math.round(carrying * (13 + chance.fraction() * 15))
  return {
    ...answer('con_basis', chance.weighted({ mhsw_only: 65, whole_team: 30, not_known: 5 })),
    ...answer('con_f2f', faceToFace),
    ...answer('con_nonf2f', Math.round(faceToFace * (0.35 + chance.fraction() * 0.7))),
    ...(habits.fillsOptional
      ? {
          ...answer(
            'con_group_included',
            chance.weighted({ yes_per_person: 20, yes_per_group: 20, no: 45, not_known: 15 }),
          ),
          ...answer('caseload_people', caseload),
          ...answer('caseload_care_coord', Math.round(caseload * (0.6 + chance.fraction() * 0.35))),
          ...answer('caseload_sw_wte', carrying),
        }
      : {}),
  }
}
