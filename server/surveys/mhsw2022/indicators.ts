import type { Indicator } from '../../domain/benchmarks/indicator'
import { activity } from '../mhsw2019/indicators/activity'
import { amhps } from '../mhsw2019/indicators/amhps'
import { assessors } from '../mhsw2019/indicators/assessors'
import { characteristics } from '../mhsw2019/indicators/characteristics'
import { contacts } from '../mhsw2019/indicators/contacts'
import { employment } from '../mhsw2019/indicators/employment'
import { outside } from '../mhsw2019/indicators/outside'
import { pay } from '../mhsw2019/indicators/pay'
import { posts } from '../mhsw2019/indicators/posts'
import { teamIndicators } from '../mhsw2019/indicators/teams'
import { vacancies } from '../mhsw2019/indicators/vacancies'
import { withBreaks } from './indicators/breaks'
import { recruiting, socialCare, trainees } from './indicators/since2019'
import { teams } from './teams'

/** What social work is compared by in 2022: all of 2019, what came since, and where a trend would join what is not alike. */
export const indicators: readonly Indicator[] = withBreaks([
  ...posts,
  ...socialCare,
  ...trainees,
  ...employment,
  ...vacancies,
  ...recruiting,
  ...amhps,
  ...assessors,
  ...characteristics,
  ...pay,
  ...teamIndicators(teams),
  ...activity,
  ...contacts,
  ...outside,
])
