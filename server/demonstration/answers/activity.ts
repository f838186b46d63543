import { moreActivity } from './moreActivity'
import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import type { Workforce } from '../workforce/workforce'
import type { Approved } from './approved'
import { answer, figures, missing } from './cellsSaid'
import { proportioned } from './split'

const per100k = ({ employer }: Workforce, rate: number): number =>
  Math.round(((employer.popResident ?? 0) / 100_000) * rate)

/** A round guess instead of a count, where an employer estimates. */
const told = (figure: number, { habits }: Workforce): number =>
  habits.estimates && figure > 500 ? Math.round(figure / 100) * 100 : figure

const outcomes = {
  ...{ s2: 36, s3: 22, s4: 1, informal_admission: 9, guardianship: 0.3, cto_related: 7, other_section: 3 },
  ...{ no_bed_or_incomplete: 4, no_admission: 16, not_known: 1 },
}

/** Mental Health Act assessments: about 268 for every 100,000 residents of a council; few trusts count any. */
function mentalHealthAct(workforce: Workforce, { amhps }: Approved, chance: Chance): Cells {
  const council = workforce.employer.type === 'local_authority'
  if (!council && (amhps < 2 || chance.happens(0.5))) return missing('act_mha_assess', 'held_by_partner')
  const all = council ? per100k(workforce, 170 + chance.fraction() * 220) : amhps * chance.whole(12, 50)
  const assessments = told(all, workforce)
  return {
    ...answer('act_mha_assess', assessments),
    ...answer('act_mha_requests', Math.round(assessments * (1.05 + chance.fraction() * 0.3))),
    ...(workforce.habits.countsOutcomes
      ? {
          ...figures('act_mha_outcome', proportioned(assessments, outcomes), 'n'),
          ...answer('act_mha_s136', Math.round(assessments * (0.1 + chance.fraction() * 0.15))),
        }
      : {}),
  }
}

function careAct(workforce: Workforce, chance: Chance): Cells {
  const { employer, total } = workforce
  if (employer.type !== 'local_authority' && chance.happens(0.6)) return missing('act_care_act', 'held_by_partner')
  return answer('act_care_act', told(Math.round(total.wte * (6 + chance.fraction() * 26)), workforce))
}

function bestInterests(workforce: Workforce, { bias }: Approved, chance: Chance): Cells {
  if (bias === 0) return answer('act_dols', 0)
  if (workforce.employer.type === 'nhs_trust' && chance.happens(0.5)) return missing('act_dols', 'not_recorded')
  const all = told(Math.round(bias * (12 + chance.fraction() * 60)), workforce)
  return {
    ...answer('act_dols', all),
    ...(workforce.habits.fillsOptional ? answer('act_dols_mhsw', Math.round(all * chance.fraction() * 0.5)) : {}),
  }
}

/** Assessments of people in services that have none of their own to count. */
const noneOfOurs = (): Cells => ({
  ...missing('act_mha_assess', 'held_by_partner'),
  ...missing('act_care_act', 'held_by_partner'),
  ...missing('act_dols', 'held_by_partner'),
  ...missing('act_mca', 'not_recorded'),
  ...answer('act_basis', 'mhsw_only'),
  ...answer('act_full_year', 'yes'),
})

/** Section L. */
export function activity(workforce: Workforce, approved: Approved, chance: Chance): Cells {
  const { employer, habits, total } = workforce
  if (employer.type === 'independent' || employer.type === 'voluntary') return noneOfOurs()
  const partOfYear = chance.happens(0.06)
  const capacity = Math.round(total.wte * (3 + chance.fraction() * 20))
  return {
    ...answer('act_basis', chance.weighted({ mhsw_only: 30, mhsw_and_amhp: 55, whole_team: 15 })),
    ...answer('act_full_year', partOfYear ? 'no' : 'yes'),
    ...(partOfYear ? answer('act_months', chance.whole(6, 11)) : {}),
    ...mentalHealthAct(workforce, approved, chance),
    ...careAct(workforce, chance),
    ...bestInterests(workforce, approved, chance),
    ...(habits.countsCapacity ? answer('act_mca', told(capacity, workforce)) : missing('act_mca', 'not_recorded')),
    ...(habits.fillsOptional ? moreActivity(total.wte, chance) : {}),
  }
}
