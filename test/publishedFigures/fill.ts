import type { Value } from '../../server/domain/kinds'
import { valueCell, type Cell, type Cells } from '../../server/domain/survey/cells'
import { mayBeUncollected, type SurveyDefinition } from '../../server/domain/survey/definition'
import type { Place } from '../../server/domain/survey/places'
import { checkReturn } from '../../server/domain/survey/progress'
import type { RegisteredOrganisation } from '../../server/domain/survey/register'
import { sheetOf } from '../../server/domain/survey/routing'
import type { Employer, Told } from './employer'

/** What is answered by everybody who says nothing else, by question. */
const usual: Readonly<Record<string, Value>> = {
  return_scope: 'whole_org',
  has_mhsw: 'yes',
  services_ages: ['cyp_0_17', 'adult_18_64', 'older_65_plus'],
  contact_name: 'Dilys Marlow',
  contact_phone: '01632 960001',
  sw_fte_standard_hours: 37.5,
  la_delivery_model: ['standalone_team'],
  s75_in_place: 'no',
  s75_change_3y: ['no_change'],
  s75_ended_since_2019: 'no',
  amhp_emp_any: 'not_known',
  bia_emp_any: 'not_known',
  amhp_service_model: ['central_team'],
  demo_eth_detail: 'grouped_5',
  act_basis: 'mhsw_only',
  act_full_year: 'yes',
  con_basis: 'mhsw_only',
  team_provided: 'no',
  team_uses_sw: 'no',
  out_any: 'no',
  out_generic_model: 'specialist_only',
}

const payScheme = { nhs_trust: 'afc', local_authority: 'local_gov', independent: 'other', voluntary: 'other' }

/** Six AMHPs for every 100,000 residents: what a council must be able to say. */
const amhps = ({ popResident }: RegisteredOrganisation): number => Math.ceil((popResident ?? 0) / 16_000)

function answerTo({ address, question }: Place, organisation: RegisteredOrganisation): Value {
  const { code } = question
  if (code === 'contact_email') return `workforce@${organisation.emailDomains[0] ?? ''}`
  if (code === 'amhp_approved') return amhps(organisation)
  if (code === 'pay_scheme') return payScheme[organisation.type]
  if (code.startsWith('dq_')) return code.endsWith('_source') ? ['team_count'] : 'medium'
  const found = usual[code]
  if (found === undefined) throw new Error(`Nobody says what is answered to ${address} (${organisation.name})`)
  return found
}

function filled(place: Place, { organisation, told }: Employer): Cell {
  if (isToldOf(place, told)) return valueCell(0)
  if (mayBeUncollected(place.question, place.column)) return { state: 'not_collected', reason: 'not_recorded' }
  return valueCell(answerTo(place, organisation))
}

/** Whether other rows of a table are told in the same column: then there is nobody in this one. */
const isToldOf = ({ question, column, row }: Place, told: Told): boolean =>
  row !== undefined &&
  !(question.code in usual) &&
  Object.keys(told).some((each) => each.startsWith(`${question.code}.`) && each.endsWith(`.${column}`))

/** One answer leads to other questions, and those to others. */
const ROUNDS = 8

/** A whole return: what an employer says, and all else that must be answered, as little of it as may be. */
export function fill(employer: Employer, definition: SurveyDefinition): Cells {
  const { organisation } = employer
  let cells: Cells = Object.fromEntries(
    Object.entries(employer.told).map(([address, value]) => [address, valueCell(value)] as const),
  )
  for (let round = 0; round < ROUNDS; round += 1) {
    const missing = checkReturn(sheetOf(definition, { organisation }, cells)).flatMap((each) => each.missing)
    if (missing.length === 0) return cells
    cells = { ...cells, ...Object.fromEntries(missing.map((place) => [place.address, filled(place, employer)])) }
  }
  throw new Error(`${organisation.name} is still not asked everything`)
}
