import type { Indicator } from '../../domain/benchmarks/indicator'
import { teams } from '../teams'
import { activity } from './indicators/activity'
import { amhps } from './indicators/amhps'
import { assessors } from './indicators/assessors'
import { characteristics } from './indicators/characteristics'
import { contacts } from './indicators/contacts'
import { employment } from './indicators/employment'
import { outside } from './indicators/outside'
import { pay } from './indicators/pay'
import { posts } from './indicators/posts'
import { teamIndicators } from './indicators/teams'
import { trainees } from './indicators/trainees'
import { vacancies } from './indicators/vacancies'

/** Everything social work is compared by (specification §5.3), in the order of the results. */
export const indicators: readonly Indicator[] = [
  ...posts,
  ...trainees,
  ...employment,
  ...vacancies,
  ...amhps,
  ...assessors,
  ...characteristics,
  ...pay,
  ...teamIndicators(teams),
  ...activity,
  ...contacts,
  ...outside,
]
