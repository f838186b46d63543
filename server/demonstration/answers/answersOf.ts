import type { Cells } from '../../domain/survey/cells'
import { livingCell } from '../../domain/survey/reckoning'
import { sheetOf } from '../../domain/survey/routing'
import { mhsw2019 } from '../../surveys/mhsw2019'
import { chanceOf } from '../chance'
import type { Employer } from '../employer'
import { workforceOf } from '../workforce/workforce'
import { activity } from './activity'
import { amhps, approvedOf, bias } from './approved'
import { demographics, pay, qualifications } from './characteristics'
import { contacts } from './contacts'
import { deployment } from './deployment'
import { elsewhere, otherStaff } from './elsewhere'
import { inPost } from './inPost'
import { partnerships } from './partnerships'
import { employmentStatus, postsOf, vacancies } from './posts'
import { comments, quality } from './quality'
import { yourOrganisation } from './yourOrganisation'

const serves = (cells: Cells, age: string): boolean => {
  const ages = cells.services_ages
  return ages?.state === 'value' && Array.isArray(ages.value) && ages.value.includes(age)
}

/** Everything an employer would answer, whether or not it is asked. Each section has its own line of chance. */
function allAnswers(employer: Employer): Cells {
  const chanceIn = (section: string) => chanceOf(section, employer.code)
  const workforce = workforceOf(employer)
  const posts = postsOf(workforce, chanceIn('posts'))
  const approved = approvedOf(workforce, chanceIn('approved'))
  const about = yourOrganisation(employer, chanceIn('a'))
  return {
    ...about,
    ...inPost(workforce, chanceIn('b')),
    ...partnerships(workforce, chanceIn('c')),
    ...employmentStatus(workforce, posts, chanceIn('d')),
    ...vacancies(workforce, posts, chanceIn('e')),
    ...amhps(workforce, approved, chanceIn('f')),
    ...bias(workforce, approved, chanceIn('g')),
    ...demographics(workforce),
    ...qualifications(workforce, approved, chanceIn('i')),
    ...pay(workforce, chanceIn('j')),
    ...deployment(workforce, serves(about, 'cyp_0_17'), chanceIn('k')),
    ...activity(workforce, approved, chanceIn('l')),
    ...contacts(workforce, chanceIn('m')),
    ...elsewhere(workforce, approved, chanceIn('n')),
    ...otherStaff(workforce, chanceIn('o')),
    ...comments(chanceIn('p')),
    ...quality(employer.type, chanceIn('quality')),
  }
}

/** The whole return of an employer: what it answers of what it is asked. */
export function answersOf(employer: Employer): Cells {
  const cells = allAnswers(employer)
  const sheet = sheetOf(mhsw2019, { organisation: employer }, cells)
  return Object.fromEntries(Object.entries(cells).filter(([address]) => livingCell(address, sheet) !== undefined))
}
