import type { Indicator } from '../../../domain/benchmarks/indicator'
import { cell } from '../../../domain/survey/expression'
import { ratio } from '../../indicators/made'

const topic = 'Social workers in post'

/** Newly qualified social workers, those in the second year of Think Ahead among them. */
export const asyeShare: Indicator = ratio({
  code: 'ind_asye_share',
  label: 'Newly qualified, in their assessed and supported year',
  says: 'WTE in the assessed and supported year in employment (ASYE), people in year 2 of Think Ahead among them, as a share of the WTE the organisation employs.',
  topic,
  numerator: cell('sw_career_stage.asye.wte'),
  denominator: cell('sw_employed.wte'),
  people: cell('sw_career_stage.asye.hc'),
  peopleBelow: cell('sw_employed.hc'),
})

/** Who is still training, told apart from those newly qualified (section B). */
export const trainees: readonly Indicator[] = [
  ratio({
    code: 'ind_trainee_share',
    label: 'In year 1 of Think Ahead',
    says: 'WTE of people in year 1 of Think Ahead, as a share of the WTE the organisation employs. People in year 2 are counted as newly qualified.',
    topic,
    numerator: cell('sw_career_stage.ta_year1.wte'),
    denominator: cell('sw_employed.wte'),
    people: cell('sw_career_stage.ta_year1.hc'),
    peopleBelow: cell('sw_employed.hc'),
  }),
  asyeShare,
]
