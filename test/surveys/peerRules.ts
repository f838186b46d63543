import { questionsOf } from '../../server/domain/survey/definition'
import { psw2019 } from '../../server/surveys/psw2019'
import { columnIn } from './columnOf'
import type { Given, RuleCase } from './ruleCase'

type Cells = Readonly<Record<string, Given>>
type Figures = readonly [hc: number, wte: number]

const columnOf = columnIn(psw2019)

const row = (question: string, [hc, wte]: Figures): Cells => ({ [`${question}.hc`]: hc, [`${question}.wte`]: wte })

/** Paid peer workers: those employed, those of others, and those employed but placed elsewhere. */
const peers = (employed: Figures, external: Figures = [0, 0], out: Figures = [0, 0]): Cells => ({
  psw_any: 'yes',
  ...row('psw_emp', employed),
  ...row('psw_ext', external),
  ...row('psw_out', out),
})

const both = (table: string, hc: Record<string, number>, wte: Record<string, number> = hc): Cells => ({
  ...columnOf(table, 'hc', hc),
  ...columnOf(table, 'wte', wte),
})

const teams = questionsOf(psw2019).find(({ code }) => code === 'psw_team_provided')
const providing = (...codes: string[]): Cells =>
  Object.fromEntries(
    (teams?.shape === 'table' ? teams.rows : []).map(({ code }) => [
      `psw_team_provided.${code}`,
      codes.includes(code) ? 'yes' : 'no',
    ]),
  )
const using = (...codes: string[]): Cells => ({
  ...providing(...codes),
  ...Object.fromEntries(codes.map((code) => [`psw_team_uses.${code}`, 'yes'])),
})

/** The demographics and pay of ten people of 9 WTE, all that PS04 adds up. */
const tenPeople: Cells = {
  ...peers([10, 9]),
  ...both('psw_gender', { female: 7, male: 3 }, { female: 6, male: 3 }),
  ...both('psw_age', { a25_29: 4, a40_44: 6 }, { a25_29: 4, a40_44: 5 }),
  psw_eth_detail: 'detailed_16',
  ...both('psw_ethnicity', { A: 8, NK: 2 }, { A: 7, NK: 2 }),
  ...both('psw_disability', { yes: 5, no: 5 }, { yes: 4, no: 5 }),
  psw_pay_scheme: 'afc',
  ...both('psw_pay_afc', { b3: 8, b4: 2 }, { b3: 7, b4: 2 }),
}

const disability = (told: Record<string, number>): Cells => columnOf('psw_disability', 'hc', told)
const bands = (told: Record<string, number>): Cells => ({
  psw_pay_scheme: 'afc',
  ...columnOf('psw_pay_afc', 'hc', told),
})

export const peerRules: readonly RuleCase[] = [
  { code: 'PS01', holds: peers([8, 8]), breaks: peers([8, 8.01]) },
  { code: 'PS01', holds: peers([8, 6], [3, 2]), breaks: peers([8, 6], [3, 0]) },
  { code: 'PS01', holds: peers([8, 6], [0, 0]), breaks: peers([8, 6], [0, 0.5]) },
  { code: 'PS01', holds: peers([8, 6], [0, 0], [8, 6]), breaks: peers([8, 6], [0, 0], [9, 6]) },
  { code: 'PS01', holds: peers([8, 6], [0, 0], [7, 6]), breaks: peers([8, 6], [0, 0], [7, 6.01]) },
  { code: 'PS02', base: peers([0, 0]), holds: { psw_volunteer: 1 }, breaks: { psw_volunteer: 0 } },
  { code: 'PS02', base: { psw_volunteer: 0 }, holds: peers([0, 0], [1, 1]), breaks: peers([0, 0]) },
  ...['psw_role', 'psw_contract', 'psw_fulltime', 'psw_training'].map((table): RuleCase => {
    const first =
      { psw_role: 'senior_peer', psw_contract: 'bank', psw_fulltime: 'part_time' }[table] ?? 'induction_only'
    return {
      code: 'PS03',
      base: peers([8, 6]),
      holds: columnOf(table, 'hc', { [first]: 8 }),
      breaks: columnOf(table, 'hc', { [first]: 7 }),
    }
  }),
  { code: 'PS04', base: tenPeople, holds: { 'psw_gender.male.hc': 3 }, breaks: { 'psw_gender.male.hc': 4 } },
  { code: 'PS04', base: tenPeople, holds: { 'psw_age.a40_44.wte': 5.1 }, breaks: { 'psw_age.a40_44.wte': 5.11 } },
  {
    code: 'PS04',
    base: { ...tenPeople, psw_eth_detail: 'grouped_5' },
    holds: both('psw_ethnicity5', { white: 8, Z: 2 }, { white: 7, Z: 2 }),
    breaks: both('psw_ethnicity5', { white: 8, Z: 1 }, { white: 7, Z: 2 }),
  },
  { code: 'PS04', base: tenPeople, holds: { 'psw_ethnicity.NK.hc': 2 }, breaks: { 'psw_ethnicity.NK.hc': 1 } },
  { code: 'PS04', base: tenPeople, holds: { 'psw_disability.no.wte': 4.9 }, breaks: { 'psw_disability.no.wte': 4.89 } },
  { code: 'PS04', base: tenPeople, holds: { 'psw_pay_afc.b4.hc': 2 }, breaks: { 'psw_pay_afc.b4.hc': 0 } },
  {
    code: 'PS04',
    type: 'voluntary',
    base: { ...tenPeople, psw_pay_scheme: 'other' },
    holds: columnOf('psw_pay_other', 'hc', { p18000_20999: 10 }),
    breaks: columnOf('psw_pay_other', 'hc', { p18000_20999: 11 }),
  },
  {
    code: 'PS05',
    base: {
      ...peers([8, 6], [3, 2], [2, 1.5]),
      ...using('cmht', 'gambling'),
      ...row('psw_team_staff.cmht', [5, 4]),
      ...row('psw_team_staff.gambling', [2, 1.5]),
    },
    holds: row('psw_unallocated', [2, 1]),
    breaks: row('psw_unallocated', [3, 1]),
  },
  {
    code: 'PS05',
    base: { ...peers([8, 6]), ...using('cmht'), ...row('psw_team_staff.cmht', [8, 5.9]) },
    holds: row('psw_unallocated', [0, 0.2]),
    breaks: row('psw_unallocated', [0, 0.21]),
  },
  {
    code: 'PS06',
    base: { ...peers([8, 6]), psw_est_wte: 8.5, ...row('psw_leavers', [0, 0]) },
    holds: { psw_vac_wte: 8.5 },
    breaks: { psw_vac_wte: 8.51 },
  },
  {
    code: 'PS06',
    base: { ...peers([8, 6]), psw_est_wte: 8.5, psw_vac_wte: 2, ...row('psw_leavers', [3, 2]) },
    holds: columnOf('psw_leaver_reason', 'hc', { education_or_training: 2, retired: 1 }),
    breaks: columnOf('psw_leaver_reason', 'hc', { education_or_training: 2 }),
  },
  {
    code: 'PS06',
    base: {
      ...peers([8, 6], [4, 3]),
      psw_est_wte: 8.5,
      psw_vac_wte: 2,
      ...row('psw_leavers', [0, 0]),
      'psw_ext_partner.1.wte': 1.5,
    },
    holds: { 'psw_ext_partner.2.wte': 1.4 },
    breaks: { 'psw_ext_partner.2.wte': 1.39 },
  },
  { code: 'PS07', holds: peers([60, 50], [12, 10]), breaks: peers([60, 50.01], [12, 10]) },
  {
    code: 'PS08',
    base: peers([10, 9]),
    holds: bands({ b3: 4, b4: 1, b5: 5 }),
    breaks: bands({ b3: 4, b5: 6 }),
  },
  { code: 'PS08', base: bands({ b5: 9, b3: 1 }), holds: peers([9, 9]), breaks: peers([10, 9]) },
  { code: 'PS09', holds: peers([5, 2]), breaks: peers([5, 1.99]) },
  { code: 'PS09', holds: peers([9, 9], [4, 0.5]), breaks: peers([9, 9], [5, 0.5]) },
  {
    code: 'PS10',
    base: peers([20, 18]),
    holds: disability({ yes: 17, no: 2, not_known: 1 }),
    breaks: disability({ yes: 18, no: 2 }),
  },
  { code: 'PS10', base: disability({ yes: 9 }), holds: peers([9, 9]), breaks: peers([10, 9]) },
  { code: 'PS11', base: peers([6, 5]), holds: { psw_volunteer: 60 }, breaks: { psw_volunteer: 61 } },
  { code: 'PS13', holds: peers([10, 9]), breaks: peers([9, 9]) },
  { code: 'PS11', base: peers([0, 0]), holds: { psw_volunteer: 50 }, breaks: { psw_volunteer: 51 } },
]
