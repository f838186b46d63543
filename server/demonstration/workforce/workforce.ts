import { chanceIn, type Census } from '../census'
import { hostedBy } from '../deployments'
import type { RegisteredEmployer } from '../registerOfEmployers'
import { drawWorker } from './drawWorker'
import { habitsOf, type Habits } from './habits'
import { postsOf } from './posts'
import { teamWeights } from './teamsOf'
import { together, type Count, type External, type Worker } from './worker'

/** Everybody a return is about, and how well its employer keeps count of them. */
export interface Workforce {
  readonly census: Census
  readonly employer: RegisteredEmployer
  readonly habits: Habits
  /** Employed by the employer, wherever they work. */
  readonly employed: readonly Worker[]
  /** Employed by others, at work here. */
  readonly external: readonly External[]
  readonly total: Count
  /** In the employer's own services. */
  readonly here: Count
  readonly away: Count
  readonly hosted: Count
}

/** Invents everybody a return is about. */
export function workforceOf(employer: RegisteredEmployer, census: Census = '2019'): Workforce {
  const chance = chanceIn(census, 'workforce', employer.code)
  const habits = habitsOf(employer, census)
  const teams = teamWeights(employer, census, chance)
  const employed = postsOf(employer, census).map((post) => drawWorker(post, { habits, teams }, chance))
  const arrangements = { s75_secondment: 70, honorary_or_colocated: 20, secondment_no_s75: 10 }
  const external = hostedBy(employer.code, census).flatMap(({ council, hundredths }) => {
    const arrangement = chance.weighted(arrangements)
    return hundredths.map((each) => ({
      hundredths: each,
      employedBy: council,
      arrangement,
      team: chance.weighted(teams),
    }))
  })
  return {
    census,
    employer,
    habits,
    employed,
    external,
    total: together(employed),
    here: together(employed.filter(({ deployedTo }) => deployedTo === null)),
    away: together(employed.filter(({ deployedTo }) => deployedTo !== null)),
    hosted: together(external),
  }
}
