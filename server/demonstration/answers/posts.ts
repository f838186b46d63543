import type { Cells } from '../../domain/survey/cells'
import type { Census } from '../census'
import type { Chance } from '../chance'
import type { Count } from '../workforce/worker'
import type { Workforce } from '../workforce/workforce'
import { answer, counted, figures, missing, peopleTable, table } from './cellsSaid'
import { split } from './split'

/** Posts that are funded, vacant and covered, and people who came and went. */
interface Posts {
  readonly vacant: number
  readonly established: number
  readonly agency: Count
  readonly starters: number
  readonly leavers: number
}

/** Between 2% and 18% of those in post in 2019, and more in 2022. */
const leastVacant: Readonly<Record<Census, number>> = { '2019': 0.02, '2022': 0.09 }

const rounded = (figure: number): number => Math.round(figure * 100) / 100

function agencyFor(vacant: number, chance: Chance): Count {
  const hc = chance.happens(0.6) ? Math.floor(vacant * chance.fraction()) : 0
  return { hc, wte: rounded(hc * (0.6 + chance.fraction() * 0.4)) }
}

/** What there is to tell of an employer's posts. Some are over-established, some have a great many vacancies. */
export function postsOf({ census, total, habits }: Workforce, chance: Chance): Posts {
  const rate = habits.manyVacancies ? 0.6 : leastVacant[census] + chance.fraction() * 0.16
  const vacant = rounded(total.wte * rate)
  const off = habits.overEstablished ? -0.12 * total.wte : Math.min(0.8, total.wte * 0.02) * (chance.fraction() * 2 - 1)
  return {
    vacant,
    established: rounded(Math.max(vacant, total.wte + vacant + off)),
    agency: agencyFor(vacant, chance),
    starters: Math.round(total.hc * (0.06 + chance.fraction() * 0.12)),
    leavers: Math.round(total.hc * (0.05 + chance.fraction() * 0.11)),
  }
}

/** Section D. */
export function employmentStatus({ employed, total, habits }: Workforce, posts: Posts, chance: Chance): Cells {
  return {
    ...table('emp_contract', employed, ({ contract }) => contract),
    ...peopleTable('emp_fulltime', employed, ({ hundredths }) => (hundredths === 100 ? 'full_time' : 'part_time')),
    ...(habits.fillsOptional ? answer('emp_leave', Math.round(total.hc * chance.fraction() * 0.06)) : {}),
    ...counted('agency_sw', posts.agency),
    ...(habits.fillsOptional ? counted('bank_sw', { hc: 0, wte: 0 }) : {}),
  }
}

const sources = {
  ...{ newly_qualified: 30, think_ahead: 6, nhs_trust: 18, local_authority: 26, independent_voluntary: 4 },
  ...{ agency_to_permanent: 8, return_to_practice: 2, overseas: 3, other: 3 },
}
const reasons = {
  ...{ retired: 26, other_nhs_trust: 16, local_authority: 20, independent_voluntary: 5, agency: 10 },
  ...{ left_social_work: 6, end_of_contract: 6, died_or_ill_health: 3, other: 4, not_known: 4 },
}

/** People who came or went, most of them full time. */
const flow = (hc: number): Count => ({ hc, wte: rounded(hc * 0.88) })

function optionalFlows(workforce: Workforce, posts: Posts, chance: Chance): Cells {
  const { total } = workforce
  const before = total.hc - posts.starters + posts.leavers
  return {
    ...figures('starter_source', split(posts.starters, sources, chance)),
    ...figures('leaver_reason', split(posts.leavers, reasons, chance)),
    ...counted('sw_employed_prev', { hc: before, wte: rounded(before * (total.hc > 0 ? total.wte / total.hc : 0.88)) }),
    ...answer('vac_covered_wte', Math.min(posts.vacant, posts.agency.wte)),
    ...answer('vac_over_3m_wte', rounded(posts.vacant * chance.fraction() * 0.7)),
  }
}

/** Section E. */
export function vacancies(workforce: Workforce, posts: Posts, chance: Chance): Cells {
  const { habits } = workforce
  return {
    ...answer('est_wte', posts.established),
    ...answer('vac_wte', posts.vacant),
    ...counted('starters', flow(posts.starters)),
    ...counted('leavers', flow(posts.leavers)),
    ...(habits.fillsOptional ? optionalFlows(workforce, posts, chance) : {}),
    ...(habits.fillsOptional ? {} : missing('sw_employed_prev.hc', 'too_burdensome')),
    ...(habits.fillsOptional ? {} : missing('sw_employed_prev.wte', 'too_burdensome')),
    ...answer(
      'recruit_difficulty',
      chance.weighted({ very_difficult: 15, fairly_difficult: 45, not_difficult: 25, not_recruited: 10, not_known: 5 }),
    ),
  }
}
