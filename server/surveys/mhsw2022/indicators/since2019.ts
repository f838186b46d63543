import type { Indicator } from '../../../domain/benchmarks/indicator'
import { byType, cell, minus, plus, sum } from '../../../domain/survey/expression'
import { asyeShare } from '../../mhsw2019/indicators/trainees'
import { population } from '../../indicators/figures'
import { amongAll, perPopulation, ratio } from '../../indicators/made'

const inPost = 'Social workers in post'

/** Those in services; of a council, those it employs: its own are the workforce of the published results. */
const workforce = (column: string) =>
  byType({
    nhs_trust: `sw_service.${column}`,
    local_authority: `sw_employed.${column}`,
    independent: `sw_service.${column}`,
    voluntary: `sw_service.${column}`,
  })

/** Think Ahead, told apart in a section of its own since 2022 (wave 2022, row 3). */
export const trainees: readonly Indicator[] = [
  perPopulation({
    code: 'ind_wte_qualified_100k',
    label: 'Qualified mental health social workers in services, per 100,000 people',
    says: 'The same as all in services, without people in year 1 of Think Ahead, who are not yet qualified.',
    topic: inPost,
    numerator: minus('sw_service.wte', 'ta_year1_wte'),
    denominator: population,
    people: minus('sw_service.hc', 'ta_year1_hc'),
  }),
  ratio({
    code: 'ind_trainee_share',
    label: 'In Think Ahead',
    says: 'WTE of people in years 1 and 2 of Think Ahead, as a share of the WTE in services, and of councils of the WTE they employ.',
    topic: inPost,
    groups: amongAll,
    numerator: plus('ta_year1_wte', 'ta_year2_wte'),
    denominator: workforce('wte'),
    people: plus('ta_year1_hc', 'ta_year2_hc'),
    peopleBelow: workforce('hc'),
  }),
  ratio({
    code: 'ind_trainee_share_year1',
    label: 'In year 1 of Think Ahead',
    says: 'WTE of people in year 1 of Think Ahead, as a share of the WTE in services, and of councils of the WTE they employ.',
    topic: inPost,
    numerator: cell('ta_year1_wte'),
    denominator: workforce('wte'),
    people: cell('ta_year1_hc'),
    peopleBelow: workforce('hc'),
  }),
  asyeShare,
]

/** The social care workforce beside social workers, a headline of its own (wave 2022, row 9). */
export const socialCare: readonly Indicator[] = [
  perPopulation({
    code: 'ind_social_care_100k',
    label: 'Mental health social care workforce, per 100,000 people',
    says: 'WTE of mental health social workers in services and of the other social care staff of mental health teams, for every 100,000 people.',
    topic: inPost,
    headline: true,
    numerator: plus('sw_service.wte', sum('oth_staff.*.wte')),
    denominator: population,
    people: plus('sw_service.hc', sum('oth_staff.*.hc')),
  }),
]

export const recruiting: readonly Indicator[] = [
  ratio({
    code: 'ind_vacancy_recruiting',
    label: 'Vacancies being recruited to',
    says: 'Of the vacant WTE, the share being recruited to. Organisations without vacancies are left out.',
    topic: 'Vacancies, starters and leavers',
    groups: amongAll,
    numerator: cell('vac_recruiting_wte'),
    denominator: cell('vac_wte'),
  }),
]
