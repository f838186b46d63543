import type { Cells } from '../../domain/survey/cells'
import { livingCell } from '../../domain/survey/reckoning'
import { sheetOf } from '../../domain/survey/routing'
import { mhsw2019 } from '../../surveys/mhsw2019'
import { mhsw2022 } from '../../surveys/mhsw2022'
import { chanceIn, type Census } from '../census'
import { chanceOf } from '../chance'
import type { Employer } from '../employer'
import { workforceOf } from '../workforce/workforce'
import { activity } from './activity'
import { amhps, approvedOf, bias } from './approved'
import { askedSince2019 } from './askedSince2019'
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
function allAnswers(employer: Employer, census: Census): Cells {
  const lineOf = (section: string) => chanceIn(census, section, employer.code)
  const workforce = workforceOf(employer, census)
  const posts = postsOf(workforce, lineOf('posts'))
  const approved = approvedOf(workforce, chanceOf('approved', employer.code))
  // Which ages it serves does not change.
  const about = yourOrganisation(employer, chanceOf('a', employer.code), census)
  const cells = {
    ...about,
    ...inPost(workforce, lineOf('b')),
    ...partnerships(workforce, lineOf('c')),
    ...employmentStatus(workforce, posts, lineOf('d')),
    ...vacancies(workforce, posts, lineOf('e')),
    ...amhps(workforce, approved, lineOf('f')),
    ...bias(workforce, approved, lineOf('g')),
    ...demographics(workforce),
    ...qualifications(workforce, approved, lineOf('i')),
    ...pay(workforce, lineOf('j')),
    ...deployment(workforce, serves(about, 'cyp_0_17'), lineOf('k')),
    ...activity(workforce, approved, lineOf('l')),
    ...contacts(workforce, lineOf('m')),
    ...elsewhere(workforce, approved, lineOf('n')),
    ...otherStaff(workforce, lineOf('o')),
    ...comments(lineOf('p')),
    ...quality(workforce, lineOf('quality')),
  }
  return census === '2019' ? cells : { ...cells, ...askedSince2019(workforce, cells, lineOf('since')) }
}

const surveys = { '2019': mhsw2019, '2022': mhsw2022 } as const satisfies Record<Census, unknown>

/** The whole return of an employer: what it answers of what it is asked. */
export function answersOf(employer: Employer, census: Census = '2019'): Cells {
  const cells = allAnswers(employer, census)
  const sheet = sheetOf(surveys[census], { organisation: employer }, cells)
  return Object.fromEntries(Object.entries(cells).filter(([address]) => livingCell(address, sheet) !== undefined))
}
