import type { Indicator } from '../../../domain/benchmarks/indicator'
import type { Row } from '../../../domain/survey/definition'
import { all, any, is, minus } from '../../../domain/survey/expression'
import { rowsOf } from '../../indicators/figures'
import { organisations, providers, ratio } from '../../indicators/made'

const topic = 'Where they work'

const provides = (team: string) => is(`team_provided.${team}`, 'yes')
const uses = (team: string) => is(`team_uses_sw.${team}`, 'yes')
/** "Not known" leaves the organisation out of that row. */
const saysWhether = (team: string) => is(`team_uses_sw.${team}`, 'yes', 'no')

const allocated = {
  wte: minus('sw_service.wte', 'team_unallocated.wte'),
  hc: minus('sw_service.hc', 'team_unallocated.hc'),
}

const share = (code: string, label: string, says: string, teams: readonly string[]): Indicator =>
  ratio({
    code,
    label,
    says,
    topic,
    organisations: providers,
    numerator: rowsOf('team_staff', 'wte', teams),
    denominator: allocated.wte,
    people: rowsOf('team_staff', 'hc', teams),
    peopleBelow: allocated.hc,
  })

const ofTeam = ({ code, label }: Row): Indicator[] => [
  organisations({
    code: `ind_team_orgs_${code}`,
    label: `Trusts with social workers in: ${label}`,
    says: 'Of the trusts that say whether they do, the share with social workers in this service. Trusts that do not provide it count as not.',
    topic,
    counted: all(provides(code), uses(code)),
    among: any(is(`team_provided.${code}`, 'no'), saysWhether(code)),
  }),
  organisations({
    code: `ind_team_orgs_prov_${code}`,
    label: `Providers with social workers in: ${label}`,
    says: 'Of the trusts that provide this service and say whether social workers are in it, the share where they are.',
    topic,
    counted: uses(code),
    among: all(provides(code), saysWhether(code)),
  }),
  share(
    `ind_team_wte_${code}`,
    `WTE in: ${label}`,
    'Of the WTE in services that can be told by team, the share in this one.',
    [code],
  ),
]

/** In which services social workers are (section K), a family of three for each. */
export const teamIndicators = (teams: readonly Row[]): readonly Indicator[] => [
  share(
    'ind_inpatient_share',
    'WTE in inpatient services',
    'Of the WTE in services that can be told by team, the share in inpatient services.',
    teams.map(({ code }) => code).filter((code) => code.startsWith('ip_') || code === 'other_inpatient'),
  ),
  ...teams.flatMap(ofTeam),
]
