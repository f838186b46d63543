import type { Cells } from '../../../domain/survey/cells'
import { livingCell } from '../../../domain/survey/reckoning'
import { sheetOf } from '../../../domain/survey/routing'
import { psw2019 } from '../../../surveys/psw2019'
import { chanceOf, type Chance } from '../../chance'
import type { Employer } from '../../employer'
import { answer, missing } from '../cellsSaid'
import { yourOrganisation } from '../yourOrganisation'
import { inPost, posts, roles } from './inPost'
import { characteristics, teams } from './people'
import { peersOf, type Peers } from './peers'

const support = (chance: Chance): Cells => ({
  ...answer(
    'psw_training_provider',
    chance.shuffled(['own_trust', 'imroc', 'voluntary_sector']).slice(0, chance.whole(1, 2)),
  ),
  ...answer('psw_supervision', ['line_management', ...(chance.happens(0.6) ? ['group_reflective'] : [])]),
  ...answer('psw_supervisors', chance.whole(1, 12)),
  ...answer('psw_lead_post', chance.weighted({ yes: 45, no: 50, not_known: 5 })),
  ...answer('psw_career', chance.weighted({ yes: 30, no: 65, not_known: 5 })),
  ...answer('psw_planned_wte', chance.whole(0, 24) / 4),
  ...answer('psw_barriers', chance.shuffled(['funding', 'supervision', 'team_culture', 'career_path']).slice(0, 2)),
})

/** Section H. */
function contacts({ employed, employer, habits }: Peers, chance: Chance): Cells {
  const each = () => Math.round(employed.length * (180 + chance.fraction() * 160))
  const counts = habits.countsContacts
    ? { ...answer('psw_contacts_f2f', each()), ...answer('psw_contacts_nonf2f', Math.round(each() * 0.4)) }
    : { ...missing('psw_contacts_f2f', 'not_recorded'), ...missing('psw_contacts_nonf2f', 'not_recorded') }
  return {
    ...counts,
    ...answer('dq_psw_source', [employer.type === 'nhs_trust' ? 'esr' : 'other', 'team_count']),
    ...answer('dq_psw_confidence', chance.weighted({ high: 45, medium: 55 })),
  }
}

/** The whole peer support return of an employer: what it answers of what it is asked, section A as in its sister. */
export function peerAnswersOf(employer: Employer): Cells {
  const chanceIn = (section: string) => chanceOf('peers', section, employer.code)
  const peers = peersOf(employer)
  const cells = {
    ...yourOrganisation(employer, chanceOf('a', employer.code)),
    ...inPost(peers, chanceIn('b')),
    ...roles(peers),
    ...posts(peers, chanceIn('d')),
    ...characteristics(peers),
    ...teams(peers, chanceIn('f')),
    ...support(chanceIn('g')),
    ...contacts(peers, chanceIn('h')),
  }
  const sheet = sheetOf(psw2019, { organisation: employer }, cells)
  return Object.fromEntries(Object.entries(cells).filter(([address]) => livingCell(address, sheet) !== undefined))
}
