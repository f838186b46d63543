import type { Cells } from '../../domain/survey/cells'
import { isQualified } from '../workforce/drawWorker'
import type { Workforce } from '../workforce/workforce'
import type { Census } from '../census'
import type { Chance } from '../chance'
import type { Approved } from './approved'
import { answer, figures, peopleTable, table, tally, withoutThose } from './cellsSaid'

const groups: readonly (readonly [string, string])[] = [
  ['ABC', 'white'],
  ['DEFG', 'mixed'],
  ['HJKL', 'asian'],
  ['MNP', 'black'],
  ['RS', 'other'],
]

/** The group of five that a category of 16 belongs to. */
export const groupOf = (category: string): string =>
  groups.find(([letters]) => category.length === 1 && letters.includes(category))?.[1] ?? category

/** Section H. */
export function demographics({ employed, habits }: Workforce): Cells {
  const cells = {
    ...table('demo_gender', employed, ({ gender }) => gender),
    ...table('demo_age', employed, ({ age }) => age),
    ...answer('demo_eth_detail', habits.ethnicity),
    ...table('demo_ethnicity', employed, ({ ethnicity }) => ethnicity),
    ...table('demo_ethnicity5', employed, ({ ethnicity }) => groupOf(ethnicity)),
    ...table('demo_disability', employed, ({ disability }) => disability),
  }
  return habits.demographicsInWte
    ? cells
    : withoutThose(cells, (address) => address.endsWith('.wte'), 'not_extractable')
}

const within = (total: number, share: number, chance: Chance): number =>
  Math.round(total * share * chance.fraction() * 2)

/** Section I. */
export function qualifications({ employed, employer, habits }: Workforce, approved: Approved, chance: Chance): Cells {
  const qualified = employed.filter(isQualified).length
  const asye = tally(employed, ({ role }) => role).asye ?? 0
  const holding = (share: number) => Math.min(employed.length, within(qualified, share, chance))
  return {
    ...peopleTable('qual_initial', employed, ({ award }) => award),
    ...answer('qual_registered', qualified),
    ...figures('qual_post', {
      amhp: Math.min(qualified, approved.amhpsInPost + holding(0.02)),
      bia: Math.min(qualified, approved.biasInPost + holding(0.03)),
      practice_educator: holding(0.22),
      mh_pq_award: holding(0.12),
      social_supervisor: holding(0.05),
      psych_intervention: holding(0.06),
      leadership: holding(0.05),
      doctorate: holding(0.005),
    }),
    ...(habits.fillsOptional
      ? figures('qual_in_training', { amhp: holding(0.04), practice_educator: holding(0.04) })
      : {}),
    ...(habits.fillsOptional
      ? figures('asye_supported', { current: asye, completed_y12: within(asye, 0.4, chance) })
      : {}),
    ...figures('students_hosted', {
      think_ahead: employer.type === 'nhs_trust' && chance.happens(0.4) ? 4 : 0,
      university: within(qualified, 0.12, chance),
    }),
  }
}

/** Where band 5 begins and band 6 ends, on the day asked about. */
const agendaForChange: Readonly<Record<Census, { readonly entry: number; readonly top: number }>> = {
  '2019': { entry: 24_214, top: 37_267 },
  '2022': { entry: 25_655, top: 39_027 },
}

/** Section J. */
export function pay({ census, employed, employer, habits }: Workforce, chance: Chance): Cells {
  const scheme = { nhs_trust: 'afc', local_authority: 'local_gov', independent: 'other', voluntary: 'other' }[
    employer.type
  ]
  return {
    ...answer('pay_scheme', scheme),
    ...table('pay_afc', employed, ({ band }) => band),
    ...table('pay_la', employed, ({ salary }) => salary),
    ...(habits.fillsOptional
      ? answer('pay_sw_entry', scheme === 'afc' ? agendaForChange[census].entry : 29_000 + 100 * chance.whole(0, 30))
      : {}),
    ...(habits.fillsOptional
      ? answer('pay_sw_top', scheme === 'afc' ? agendaForChange[census].top : 38_000 + 100 * chance.whole(0, 50))
      : {}),
    ...answer('pay_supplement', chance.weighted({ yes: 20, no: 75, not_known: 5 })),
  }
}
