import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import { isQualified } from '../workforce/drawWorker'
import type { Workforce } from '../workforce/workforce'
import { answer, figures, missing } from './cellsSaid'
import { split } from './split'

/** AMHPs and BIAs of one employer, in people. */
export interface Approved {
  readonly amhps: number
  readonly amhpSocialWorkers: number
  /** Of those, how many are counted in section B. */
  readonly amhpsInPost: number
  readonly approved: number
  readonly bias: number
  readonly biaSocialWorkers: number
  readonly biasInPost: number
}

const isCouncil = ({ employer }: Workforce): boolean => employer.type === 'local_authority'

/** Nationally about 6.7 AMHPs for every 100,000 residents. Trusts employ a few, other providers none. */
function numberOf(workforce: Workforce, per100k: number, share: number, chance: Chance): number {
  const { employer, employed } = workforce
  if (isCouncil(workforce)) return Math.max(3, Math.round(((employer.popResident ?? 0) / 100_000) * per100k))
  return employer.type === 'nhs_trust' ? Math.round(employed.length * share * chance.fraction()) : 0
}

const mostly = (all: number, share: number): number => Math.round(all * share)

/** How many AMHPs and BIAs an employer has, and which of them are among its social workers. */
export function approvedOf(workforce: Workforce, chance: Chance): Approved {
  const qualified = workforce.employed.filter(isQualified).length
  const approved = isCouncil(workforce) ? numberOf(workforce, 4.5 + chance.fraction() * 4.5, 0, chance) : 0
  const amhps = isCouncil(workforce)
    ? mostly(approved, 0.75 + chance.fraction() * 0.2)
    : numberOf(workforce, 0, 0.4, chance)
  const amhpSocialWorkers = mostly(amhps, 0.95)
  const bias = numberOf(workforce, 3 + chance.fraction() * 4, 0.2, chance)
  const biaSocialWorkers = mostly(bias, 0.9)
  return {
    amhps,
    amhpSocialWorkers,
    amhpsInPost: Math.min(mostly(amhpSocialWorkers, isCouncil(workforce) ? 0.6 : 1), Math.floor(qualified * 0.45)),
    approved,
    bias,
    biaSocialWorkers,
    biasInPost: Math.min(mostly(biaSocialWorkers, 0.4), Math.floor(qualified * 0.3)),
  }
}

const half = (figure: number, chance: Chance): number =>
  Math.round(figure * (0.3 + chance.fraction() * 0.3) * 100) / 100

function employedAmhps({ amhps, amhpSocialWorkers, amhpsInPost }: Approved, optional: boolean, chance: Chance): Cells {
  const others = split(amhps - amhpSocialWorkers, { nurse: 90, occupational_therapist: 10 }, chance)
  const modes = split(amhps, { amhp_only: 20, combined_on_rota: 68, not_regularly_on_rota: 12 }, chance)
  const wte = Math.round(amhps * (0.86 + chance.fraction() * 0.1) * 100) / 100
  const duty = Math.min(wte, half(amhps, chance) + (modes.amhp_only ?? 0) * 0.3)
  return {
    ...answer('amhp_emp_any', 'yes'),
    ...answer('amhp_emp.hc', amhps),
    ...answer('amhp_emp.wte', wte),
    ...figures('amhp_emp_prof', { social_worker: amhpSocialWorkers, ...others }),
    ...(chance.happens(0.8) ? answer('amhp_emp_duty_wte', duty) : missing('amhp_emp_duty_wte', 'not_extractable')),
    ...figures('amhp_emp_mode', modes),
    ...answer('amhp_emp_mhsw', amhpsInPost),
    ...(optional ? answer('amhp_emp_50plus', mostly(amhps, 0.3 + chance.fraction() * 0.15)) : {}),
    ...answer('amhp_allowance', chance.weighted({ yes: 70, no: 25, not_known: 5 })),
  }
}

function approvalView({ amhps, approved }: Approved, chance: Chance): Cells {
  const elsewhere = split(
    approved - amhps,
    { nhs: 65, other_council: 10, agency: 15, independent_freelance: 10 },
    chance,
  )
  const models = chance.weighted({ central_team: 30, rota_from_teams: 30, mixed_hub_and_rota: 40 })
  return {
    ...answer('amhp_approved', approved),
    ...figures('amhp_approved_employer', { own_council: amhps, ...elsewhere }),
    ...answer('amhp_service_model', [models, ...(chance.happens(0.6) ? ['edt_out_of_hours'] : [])]),
  }
}

/** Section F. */
export function amhps(workforce: Workforce, approved: Approved, chance: Chance): Cells {
  const size = Math.max(approved.amhps, approved.approved)
  const optional = workforce.habits.fillsOptional
  return {
    ...(approved.amhps > 0 ? employedAmhps(approved, optional, chance) : answer('amhp_emp_any', 'no')),
    ...figures('amhp_flow', {
      newly_approved: Math.round(size * 0.12 * chance.fraction()),
      ceased: Math.round(size * 0.12 * chance.fraction()),
      in_training: Math.round(size * 0.14 * chance.fraction()),
    }),
    ...(optional ? answer('amhp_vac_wte', Math.round(size * chance.fraction() * 12) / 100) : {}),
    ...approvalView(approved, chance),
  }
}

/** Section G. */
export function bias({ habits }: Workforce, approved: Approved, chance: Chance): Cells {
  const { bias: all, biaSocialWorkers } = approved
  const independent = answer('bia_independent', Math.round(all * chance.fraction()))
  if (all === 0) return { ...answer('bia_emp_any', 'no'), ...(habits.fillsOptional ? independent : {}) }
  return {
    ...answer('bia_emp_any', 'yes'),
    ...answer('bia_emp', all),
    ...figures('bia_emp_prof', {
      social_worker: biaSocialWorkers,
      ...split(all - biaSocialWorkers, { nurse: 70, occupational_therapist: 30 }, chance),
    }),
    ...(habits.fillsOptional ? answer('bia_emp_duty_wte', Math.round(all * chance.fraction() * 50) / 100) : {}),
    ...answer('bia_emp_mhsw', approved.biasInPost),
    ...answer('bia_also_amhp', Math.min(all, Math.round(approved.amhps * 0.35))),
    ...answer('bia_active', Math.max(1, Math.round(all * (0.7 + chance.fraction() * 0.3)))),
    ...(habits.fillsOptional ? independent : {}),
  }
}
