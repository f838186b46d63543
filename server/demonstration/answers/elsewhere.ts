import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import { isAskedOfPeers } from '../collection'
import type { Workforce } from '../workforce/workforce'
import type { Approved } from './approved'
import { answer, counted, figures, joined, rowsOf } from './cellsSaid'
import { peersHere } from './peers/peers'

/** Teams of a council in which social workers meet mental health needs, and how many for each 100,000 residents. */
const teams: Readonly<Record<string, number>> = {
  ...{ generic_locality: 14, learning_disability: 6, older_people: 8, hospital_discharge: 4, safeguarding: 2 },
  ...{ emergency_duty: 2, transitions_cyp: 2, physical_sensory: 2, substance_misuse: 1 },
}
const shares = { s1_9: 15, s10_24: 35, s25_49: 30, s50_74: 1.2, not_known: 19 }

function outsideTeams({ employer }: Workforce, chance: Chance): Cells {
  const size = (employer.popResident ?? 40_000) / 100_000
  const rows = rowsOf('out_teams').map((row) => {
    const hc = chance.happens(0.7) ? Math.round((teams[row] ?? 0) * size * chance.fraction()) : 0
    return {
      ...counted(`out_teams.${row}`, { hc, wte: Math.round(hc * (80 + chance.fraction() * 15)) / 100 }),
      ...answer(`out_teams.${row}.share`, hc > 0 ? chance.weighted(shares) : 's0'),
    }
  })
  return joined([
    ...rows,
    answer(
      'out_share_method',
      chance.weighted({ case_records: 15, sample: 15, professional_judgement: 65, not_known: 5 }),
    ),
    answer('out_recording', chance.weighted({ primary_reason_only: 60, primary_and_secondary: 25, all_needs: 15 })),
  ])
}

/** Section N. */
export function elsewhere(workforce: Workforce, approved: Approved, chance: Chance): Cells {
  const council = workforce.employer.type === 'local_authority'
  const any = council && chance.happens(0.85)
  return {
    ...answer('out_any', any ? 'yes' : chance.weighted({ no: 85, not_known: 15 })),
    ...(any ? outsideTeams(workforce, chance) : {}),
    ...(workforce.habits.fillsOptional ? answer('out_amhp', approved.amhps - approved.amhpsInPost) : {}),
    ...answer('out_generic_model', chance.weighted({ generic_only: 8, specialist_only: 52, both: 40 })),
  }
}

/** Section O, which few fill in. */
export function otherStaff({ employer, habits, here }: Workforce, chance: Chance): Cells {
  if (!habits.fillsOptional) return {}
  const of = (share: number) => Math.round(here.hc * share * chance.fraction() * 2)
  const staff = {
    occupational_therapist: of(0.2),
    social_work_assistant: of(0.12),
    support_recovery_worker: of(0.4),
    // Those asked in the sister survey say the same here (rule PS12).
    peer_support_worker: isAskedOfPeers(employer) ? peersHere(employer) : of(0.08),
  }
  return {
    ...figures('oth_staff', staff),
    ...figures('oth_staff', Object.fromEntries(Object.entries(staff).map(([row, hc]) => [row, hc * 0.86])), 'wte'),
  }
}
