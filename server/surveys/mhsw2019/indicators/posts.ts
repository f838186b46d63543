import type { Indicator } from '../../../domain/benchmarks/indicator'
import { atLeast, cell, equal, is, plus } from '../../../domain/survey/expression'
import { population, rowsOf } from '../../indicators/figures'
import { amongAll, organisations, perPopulation, providers, ratio } from '../../indicators/made'

const topic = 'Social workers in post'

const practitioners = ['asye', 'social_worker', 'senior_advanced', 'consultant']
const managers = ['team_manager', 'service_head']

const models = {
  direct_only: 'All directly employed',
  mixed: 'A mix of directly employed and through partnership',
  partnership_only: 'All through partnership',
}

/** How many social workers there are, and by whom they are employed (sections B and C). */
export const posts: readonly Indicator[] = [
  perPopulation({
    code: 'ind_wte_employed_100k',
    label: 'Mental health social workers directly employed, per 100,000 people',
    says: 'WTE of mental health social workers employed by the organisation in its own services, for every 100,000 people: registered with practices in a trust’s area, or resident in a council’s. People employed by others are left out. An organisation without any counts as 0.',
    topic,
    headline: true,
    numerator: cell('sw_emp_in.wte'),
    denominator: population,
    people: cell('sw_emp_in.hc'),
  }),
  perPopulation({
    code: 'ind_wte_service_100k',
    label: 'Mental health social workers in services, per 100,000 people',
    says: 'WTE of mental health social workers working in the organisation’s services, whoever employs them, for every 100,000 people. An organisation without any counts as 0.',
    topic,
    headline: true,
    numerator: cell('sw_service.wte'),
    denominator: population,
    people: cell('sw_service.hc'),
  }),
  ratio({
    code: 'ind_pct_direct',
    label: 'Directly employed',
    says: 'Of the WTE working in the organisation’s services, the share it employs itself.',
    topic,
    organisations: providers,
    numerator: cell('sw_emp_in.wte'),
    denominator: cell('sw_service.wte'),
    people: cell('sw_emp_in.hc'),
    peopleBelow: cell('sw_service.hc'),
  }),
  ratio({
    code: 'ind_pct_external',
    label: 'Employed by others',
    says: 'Of the WTE working in the organisation’s services, the share that others employ, such as councils.',
    topic,
    organisations: providers,
    numerator: cell('sw_ext.wte'),
    denominator: cell('sw_service.wte'),
    people: cell('sw_ext.hc'),
    peopleBelow: cell('sw_service.hc'),
  }),
  organisations({
    code: 'ind_orgs_no_direct',
    label: 'Trusts that employ none directly',
    says: 'Of the trusts that say how many they employ, or that they have none, the share that employs no mental health social workers in its own services.',
    topic,
    counted: equal('sw_emp_in.hc', 0),
    among: atLeast('sw_emp_in.hc', 0),
  }),
  ...Object.entries(models).map(([model, label]) =>
    organisations({
      code: `ind_partnership_${model}`,
      label,
      says: `Of the trusts with social workers in their services, the share whose social workers are: ${label.toLowerCase()}.`,
      topic,
      groups: ['type', 'region', 'size', 'service'],
      counted: is('partnership_model', model),
      among: is('partnership_model', ...Object.keys(models)),
    }),
  ),
  ratio({
    code: 'ind_wte_per_head',
    label: 'Average WTE of a person',
    says: 'WTE of the mental health social workers the organisation employs, for each of them.',
    topic,
    scale: 'each',
    decimals: 2,
    groups: amongAll,
    numerator: cell('sw_employed.wte'),
    denominator: cell('sw_employed.hc'),
    people: cell('sw_employed.hc'),
  }),
  ratio({
    code: 'ind_generic_posts',
    label: 'In generic posts',
    says: 'Of the people the organisation employs as mental health social workers, the share in posts open to other professions too.',
    topic,
    numerator: cell('sw_generic_posts.hc'),
    denominator: cell('sw_employed.hc'),
  }),
  ratio({
    code: 'ind_manager_ratio',
    label: 'Practitioners for each manager',
    says: 'WTE of newly qualified, experienced, senior and consultant social workers, for each WTE of team managers and heads of service. Organisations without managers are left out.',
    topic,
    scale: 'each',
    numerator: rowsOf('sw_career_stage', 'wte', practitioners),
    denominator: rowsOf('sw_career_stage', 'wte', managers),
    people: rowsOf('sw_career_stage', 'hc', practitioners),
    peopleBelow: rowsOf('sw_career_stage', 'hc', managers),
  }),
  ratio({
    code: 'ind_agency_rate',
    label: 'Agency staff',
    says: 'WTE of agency social workers, as a share of all WTE working in the organisation’s services and theirs together.',
    topic,
    numerator: cell('agency_sw.wte'),
    denominator: plus('sw_service.wte', 'agency_sw.wte'),
    people: cell('agency_sw.hc'),
    peopleBelow: plus('sw_service.hc', 'agency_sw.hc'),
  }),
]
