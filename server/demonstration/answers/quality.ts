import type { Cells } from '../../domain/survey/cells'
import type { OrganisationType } from '../../domain/survey/expression'
import type { Census } from '../census'
import type { Chance } from '../chance'
import type { Workforce } from '../workforce/workforce'
import { answer, joined } from './cellsSaid'

/** The sections that end with the three questions about the quality of their figures. */
const asked = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n']
const askedIn: Readonly<Record<Census, readonly string[]>> = { '2019': asked, '2022': [...asked, 't'] }
const activityOf = ['k', 'l', 'm']

const hrSystem: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'esr',
  local_authority: 'la_hr_system',
  independent: 'other',
  voluntary: 'other',
}

const caseSystem: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'patient_record_system',
  local_authority: 'case_management_system',
  independent: 'patient_record_system',
  voluntary: 'case_management_system',
}

const doubts: Readonly<Record<Census, readonly string[]>> = {
  '2019': [
    'Teams counted these by hand because our system cannot report them.',
    'The report was run in November, so a few people may have moved since the day asked about.',
    'Some records were closed late; the true figure may be a little higher.',
    'We changed our system in the summer of 2019 and not everything was carried over.',
  ],
  '2022': [
    'Teams counted these by hand because our system cannot report them.',
    'The report was run in June, so a few people may have moved since the day asked about.',
    'Some records were closed late; the true figure may be a little higher.',
  ],
}

type Told = Pick<Workforce, 'employer' | 'census'>

const confidence = { high: 52, medium: 40, low: 8 }

function qualityOf(section: string, { employer: { type }, census }: Told, chance: Chance): Cells {
  const [system, sure] = [activityOf.includes(section) ? caseSystem[type] : hrSystem[type], chance.weighted(confidence)]
  return {
    ...answer(`dq_${section}_source`, [system, ...(chance.happens(0.35) ? ['team_count'] : [])]),
    ...answer(`dq_${section}_confidence`, sure),
    ...(sure === 'low' ? answer(`dq_${section}_comment`, chance.oneOf(doubts[census])) : {}),
  }
}

/** Where each section's figures come from, and how far they can be relied on. */
export const quality = (told: Told, chance: Chance): Cells =>
  joined(askedIn[told.census].map((section) => qualityOf(section, told, chance)))

const practice = [
  'A fortnightly reflective group for all our social workers, run by the head of social work.',
  'Newly qualified colleagues spend a month with the AMHP service before they take a caseload.',
  'Social workers lead the welfare rights clinic at each community team.',
]
const hard = [
  'Finding social workers in generic posts: the HR system only knows the job title.',
  'Contacts by profession. The patient record system does not show who is a social worker.',
  'Splitting WTE between teams for people who work across two.',
]

/** Section P. */
export function comments(chance: Chance): Cells {
  const plans = chance.weighted({ increase: 28, no_change: 54, decrease: 6, not_known: 12 })
  const more = chance.whole(4, 24) / 4
  return {
    ...(chance.happens(0.25) ? answer('good_practice', chance.oneOf(practice)) : {}),
    ...answer('future_plans', plans),
    ...answer('future_plans_wte', plans === 'decrease' ? -more : more),
    ...answer('time_taken', chance.weighted({ under_2h: 8, '2_to_7h': 40, '1_to_3_days': 44, over_3_days: 8 })),
    ...(chance.happens(0.3) ? answer('survey_feedback', chance.oneOf(hard)) : {}),
  }
}
