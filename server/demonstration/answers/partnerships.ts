import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import type { Workforce } from '../workforce/workforce'
import { together } from '../workforce/worker'
import { answer, figures, rowsOf } from './cellsSaid'

function model({ here, hosted }: Workforce): string {
  if (here.hc > 0) return hosted.hc > 0 ? 'mixed' : 'direct_only'
  return hosted.hc > 0 ? 'partnership_only' : 'none'
}

/** Section 75 secondments come with an agreement; councils that deploy people are integrated in one way or another. */
function agreement({ employer, external, away }: Workforce, chance: Chance): 'yes_all' | 'yes_part' | 'no' {
  const seconded = external.some(({ arrangement }) => arrangement === 's75_secondment')
  if (employer.type === 'nhs_trust') return seconded ? chance.weighted({ yes_all: 1, yes_part: 2 }) : 'no'
  return away.hc > 0 && chance.happens(0.8) ? chance.weighted({ yes_all: 1, yes_part: 1 }) : 'no'
}

function councilModel({ here, away }: Workforce, integrated: boolean, chance: Chance): Cells {
  const models = [
    ...(here.hc > 0 && (away.hc === 0 || chance.happens(0.5)) ? ['standalone_team'] : []),
    ...(chance.happens(0.25) ? ['generic_teams'] : []),
    ...(away.hc > 0 && !integrated ? ['integrated_la_managed'] : []),
    ...(integrated ? ['integrated_s75'] : []),
  ]
  return answer('la_delivery_model', models.length > 0 ? models : ['standalone_team'])
}

const functions = {
  ...{ care_act_assessment: 0.9, care_act_review: 0.85, s117_aftercare: 0.7, safeguarding: 0.5 },
  ...{ amhp_service: 0.3, social_supervision: 0.5, commissioning_budget: 0.15 },
}

function delegated(partners: number, chance: Chance): Cells {
  const ticked = Object.entries(functions).filter(([, often]) => chance.happens(often))
  return {
    ...answer('s75_partner_count', Math.max(1, partners)),
    ...answer('s75_functions', ticked.length > 0 ? ticked.map(([code]) => code) : ['care_act_assessment']),
    ...answer('s75_pooled_budget', chance.weighted({ yes: 25, no: 65, not_known: 10 })),
  }
}

function changes(agreed: boolean, chance: Chance): Cells {
  if (agreed) return answer('s75_change_3y', [chance.weighted({ no_change: 75, renegotiated: 20, started: 5 })])
  if (chance.happens(0.85)) return answer('s75_change_3y', ['no_change'])
  return {
    ...answer('s75_change_3y', ['ended_by_la', 'staff_returned_to_la']),
    ...answer('s75_change_reason', ['social_work_identity', 'care_act_compliance']),
  }
}

/** How many organisations an employer works with. */
const partnersOf = ({ employer, employed, external }: Workforce): number =>
  employer.type === 'local_authority'
    ? new Set(employed.flatMap(({ deployedTo }) => deployedTo ?? [])).size
    : new Set(external.map(({ employedBy }) => employedBy)).size

/** External people by how they come to be here; a trust that cannot tell says so in one row. */
const arrangements = ({ external }: Workforce): Cells =>
  figures(
    'ext_arrangement',
    Object.fromEntries(
      rowsOf('ext_arrangement').map((row) => [row, together(external.filter((each) => each.arrangement === row)).wte]),
    ),
    'wte',
  )

/** Section C. */
export function partnerships(workforce: Workforce, chance: Chance): Cells {
  const agreed = agreement(workforce, chance)
  return {
    ...answer('partnership_model', model(workforce)),
    ...councilModel(workforce, agreed !== 'no', chance),
    ...arrangements(workforce),
    ...answer('s75_in_place', agreed),
    ...(agreed === 'no' ? {} : delegated(partnersOf(workforce), chance)),
    ...changes(agreed !== 'no', chance),
  }
}
