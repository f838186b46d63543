import { chanceOf } from '../chance'
import { hostedBy } from '../deployments'
import type { RegisteredEmployer } from '../registerOfEmployers'
import { drawWorker } from './drawWorker'
import { habitsOf, type Habits } from './habits'
import { postsOf } from './posts'
import { teamWeights } from './teamsOf'
import { together, type Count, type External, type Worker } from './worker'

/** Everybody a return is about, and how well its employer keeps count of them. */
export interface Workforce {
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
export function workforceOf(employer: RegisteredEmployer): Workforce {
  const chance = chanceOf('workforce', employer.code)
  const habits = habitsOf(employer)
  const teams = teamWeights(employer.type, chance)
  const employed = postsOf(employer).map((post) => drawWorker(post, { habits, teams }, chance))
  const arrangements = { s75_secondment: 70, honorary_or_colocated: 20, secondment_no_s75: 10 }
  const external = hostedBy(employer.code).flatMap(({ council, hundredths }) => {
    const arrangement = chance.weighted(arrangements)
    return hundredths.map((each) => ({
      hundredths: each,
      employedBy: council,
      arrangement,
      team: chance.weighted(teams),
    }))
  })
  return {
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
