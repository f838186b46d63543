import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell, plus } from '../../../domain/survey/expression'
import { amongAll, ratio } from '../../indicators/made'

const topic = 'Vacancies, starters and leavers'

/** Posts nobody is in, and people who came and went (section E). */
export const vacancies: readonly Indicator[] = [
  ratio({
    code: 'ind_vacancy_rate',
    label: 'Vacancy rate',
    says: 'Vacant WTE, as a share of vacant and employed WTE together.',
    topic,
    headline: true,
    groups: amongAll,
    numerator: cell('vac_wte'),
    denominator: plus('vac_wte', 'sw_employed.wte'),
    peopleBelow: plus('vac_wte', 'sw_employed.hc'),
  }),
  ratio({
    code: 'ind_vacancy_est_rate',
    label: 'Vacancy rate on establishment',
    says: 'Vacant WTE, as a share of the funded establishment. Beside the vacancy rate it shows how much depends on what is counted.',
    topic,
    groups: amongAll,
    numerator: cell('vac_wte'),
    denominator: cell('est_wte'),
  }),
  ratio({
    code: 'ind_vacancy_long',
    label: 'Vacant for over three months',
    says: 'Of the vacant WTE, the share unfilled for more than three months. Organisations without vacancies are left out.',
    topic,
    groups: amongAll,
    numerator: cell('vac_over_3m_wte'),
    denominator: cell('vac_wte'),
  }),
  ratio({
    code: 'ind_vacancy_covered',
    label: 'Vacancies covered',
    says: 'Of the vacant WTE, the share covered by agency or bank staff. Organisations without vacancies are left out.',
    topic,
    groups: amongAll,
    numerator: cell('vac_covered_wte'),
    denominator: cell('vac_wte'),
  }),
  ratio({
    code: 'ind_turnover',
    label: 'Turnover',
    says: 'People who left in the year, as a share of those employed at its end. Organisations that employ fewer than five are left out.',
    topic,
    headline: true,
    denominatorAtLeast: 5,
    numerator: cell('leavers.hc'),
    denominator: cell('sw_employed.hc'),
  }),
  ratio({
    code: 'ind_starter_rate',
    label: 'Starters',
    says: 'People who started in the year, as a share of those employed at its end. Organisations that employ fewer than five are left out.',
    topic,
    denominatorAtLeast: 5,
    numerator: cell('starters.hc'),
    denominator: cell('sw_employed.hc'),
  }),
]
