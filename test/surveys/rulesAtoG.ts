import { columnOf } from './columnOf'
import type { Given, RuleCase } from './ruleCase'

type Cells = Readonly<Record<string, Given>>
type Figures = readonly [hc: number, wte: number]

/** People and WTE of a row of boxes. */
const row = (question: string, [hc, wte]: Figures): Cells => ({ [`${question}.hc`]: hc, [`${question}.wte`]: wte })

/** The three base rows of section B: in your own services, deployed into others', employed by others. */
const posts = (here: Figures, out: Figures = [0, 0], external: Figures = [0, 0]): Cells => ({
  has_mhsw: 'yes',
  ...row('sw_emp_in', here),
  ...row('sw_emp_out', out),
  ...row('sw_ext', external),
})

const both = (question: string, hc: Record<string, number>, wte: Record<string, number> = hc): Cells => ({
  ...columnOf(question, 'hc', hc),
  ...columnOf(question, 'wte', wte),
})

const partners = (list: string, ...wtes: number[]): Cells =>
  Object.fromEntries(wtes.map((wte, at) => [`${list}.${at + 1}.wte`, wte]))

const arrangements = (told: Record<string, number>): Cells => columnOf('ext_arrangement', 'wte', told)
const mix = (told: Record<string, number>): Cells => columnOf('emp_fulltime', 'hc', told)
const amhps = (hc: number): Cells => ({ amhp_emp_any: 'yes', 'amhp_emp.hc': hc })
const professions = (told: Record<string, number>): Cells => columnOf('amhp_emp_prof', 'hc', told)
const modes = (told: Record<string, number>): Cells => columnOf('amhp_emp_mode', 'hc', told)
const approved = (told: Record<string, number>): Cells => columnOf('amhp_approved_employer', 'hc', told)
const bias = (count: number): Cells => ({ bia_emp_any: 'yes', bia_emp: count })
const biaProfessions = (told: Record<string, number>): Cells => columnOf('bia_emp_prof', 'hc', told)

const sectionB: readonly RuleCase[] = [
  { code: 'B01', holds: posts([41, 41]), breaks: posts([41, 41.01]) },
  { code: 'B01', holds: posts([1, 1], [12, 10.8]), breaks: posts([1, 1], [12, 12.5]) },
  { code: 'B01', holds: posts([1, 1], [0, 0], [12, 12]), breaks: posts([1, 1], [0, 0], [12, 13]) },
  { code: 'B02', holds: posts([1, 0.01]), breaks: posts([1, 0]) },
  { code: 'B02', holds: posts([1, 1], [0, 0]), breaks: posts([1, 1], [0, 0.5]) },
  { code: 'B02', holds: posts([1, 1], [0, 0], [2, 1]), breaks: posts([1, 1], [0, 0], [2, 0]) },
  { code: 'B03', holds: posts([1, 1]), breaks: posts([0, 0]) },
  { code: 'B03', holds: posts([0, 0], [0, 0], [1, 1]), breaks: posts([0, 0]) },
  { code: 'B03', holds: { has_mhsw: 'no' }, breaks: posts([0, 0]) },
  {
    code: 'B04',
    base: posts([0, 0], [0, 0], [12, 10.8]),
    holds: both('sw_ext_by_employer', { local_authority: 10, other: 2 }, { local_authority: 9, other: 1.7 }),
    breaks: both('sw_ext_by_employer', { local_authority: 10, other: 1 }, { local_authority: 9, other: 1.8 }),
  },
  {
    code: 'B04',
    base: posts([0, 0], [0, 0], [12, 10.8]),
    holds: both('sw_ext_by_employer', { nhs_trust: 12 }, { nhs_trust: 10.9 }),
    breaks: both('sw_ext_by_employer', { nhs_trust: 12 }, { nhs_trust: 10.91 }),
  },
  {
    code: 'B06',
    base: posts([5, 5], [0, 0], [12, 10.8]),
    holds: partners('sw_ext_partner', 6.7, 4),
    breaks: partners('sw_ext_partner', 6.69, 4),
  },
  {
    code: 'B06',
    base: posts([5, 5], [4, 3.5]),
    holds: partners('sw_out_partner', 1.6, 2),
    breaks: partners('sw_out_partner', 1.61, 2),
  },
  {
    code: 'B07',
    base: posts([40, 35.4], [1, 0.8]),
    holds: both('sw_career_stage', { asye: 6, social_worker: 35 }, { asye: 6, social_worker: 30.2 }),
    breaks: both('sw_career_stage', { asye: 6, social_worker: 34 }, { asye: 6, social_worker: 30.2 }),
  },
  {
    code: 'B07',
    base: posts([40, 35.4], [1, 0.8]),
    holds: both('sw_career_stage', { social_worker: 41 }, { social_worker: 36.1 }),
    breaks: both('sw_career_stage', { social_worker: 41 }, { social_worker: 35.4 }),
  },
  {
    code: 'B08',
    base: posts([10, 8]),
    holds: row('sw_generic_posts', [10, 8]),
    breaks: row('sw_generic_posts', [11, 8]),
  },
  {
    code: 'B08',
    base: posts([10, 8]),
    holds: row('sw_generic_posts', [9, 8]),
    breaks: row('sw_generic_posts', [9, 8.01]),
  },
  { code: 'B09', holds: posts([5, 3]), breaks: posts([5, 2.99]) },
  { code: 'B09', holds: posts([4, 1], [10, 10]), breaks: posts([4, 1], [10, 10.01]) },
  { code: 'B10', holds: posts([300, 250]), breaks: posts([300, 250.01]) },
  { code: 'B10', type: 'local_authority', holds: posts([90, 90]), breaks: posts([91, 90.01]) },
  { code: 'B11', holds: posts([0, 0], [1, 1]), breaks: posts([0, 0], [0, 0], [9, 9]) },
  {
    code: 'B13',
    base: posts([1, 1]),
    holds: { sw_fte_standard_hours: 37.5 },
    breaks: { sw_fte_standard_hours: 37 },
  },
  {
    code: 'B14',
    base: posts([20, 18]),
    holds: row('sw_generic_posts', [1, 1]),
    breaks: row('sw_generic_posts', [0, 0]),
  },
  { code: 'B14', base: row('sw_generic_posts', [0, 0]), holds: posts([19, 18]), breaks: posts([19, 18], [1, 1]) },
]

const sectionC: readonly RuleCase[] = [
  {
    code: 'C01',
    base: posts([5, 5], [1, 1]),
    holds: { partnership_model: 'direct_only' },
    breaks: { partnership_model: 'mixed' },
  },
  {
    code: 'C01',
    type: 'independent',
    base: { partnership_model: 'mixed' },
    holds: posts([5, 5], [0, 0], [1, 1]),
    breaks: posts([5, 5]),
  },
  {
    code: 'C01',
    type: 'voluntary',
    base: { partnership_model: 'partnership_only' },
    holds: posts([0, 0], [2, 2], [1, 1]),
    breaks: posts([1, 1], [2, 2], [1, 1]),
  },
  {
    code: 'C01',
    base: posts([0, 0], [2, 2]),
    holds: { partnership_model: 'none' },
    breaks: { partnership_model: 'partnership_only' },
  },
  {
    code: 'C02',
    base: posts([0, 0], [0, 0], [12, 10.8]),
    holds: arrangements({ s75_secondment: 10, contracted_service: 0.7 }),
    breaks: arrangements({ s75_secondment: 10, contracted_service: 0.69 }),
  },
  {
    code: 'C03',
    base: { ...posts([0, 0], [0, 0], [12, 10.8]), ...arrangements({ s75_secondment: 10.8 }) },
    holds: { s75_in_place: 'yes_part' },
    breaks: { s75_in_place: 'no' },
  },
  {
    code: 'C03',
    base: { ...posts([0, 0], [0, 0], [12, 10.8]), s75_in_place: 'no' },
    holds: arrangements({ secondment_no_s75: 10.8 }),
    breaks: arrangements({ secondment_no_s75: 10.79, s75_secondment: 0.01 }),
  },
  {
    code: 'C04',
    type: 'local_authority',
    base: { ...posts([1, 1]), la_delivery_model: ['integrated_s75'] },
    holds: { s75_in_place: 'yes_all' },
    breaks: { s75_in_place: 'no' },
  },
  {
    code: 'C04',
    type: 'local_authority',
    base: { ...posts([1, 1]), s75_in_place: 'yes_part' },
    holds: { la_delivery_model: ['standalone_team', 'integrated_s75'] },
    breaks: { la_delivery_model: ['standalone_team', 'integrated_la_managed'] },
  },
  {
    code: 'C05',
    type: 'local_authority',
    base: posts([1, 1], [1, 1]),
    holds: { la_delivery_model: ['integrated_la_managed'] },
    breaks: { la_delivery_model: ['generic_teams', 'transferred_to_nhs'] },
  },
  {
    code: 'C04',
    type: 'local_authority',
    base: { ...posts([1, 1]), la_delivery_model: ['generic_teams'] },
    holds: { s75_in_place: 'not_known' },
    breaks: { s75_in_place: 'yes_all' },
  },
  {
    code: 'C05',
    type: 'local_authority',
    base: posts([1, 1], [1, 1]),
    holds: { la_delivery_model: ['generic_teams', 'integrated_s75'] },
    breaks: { la_delivery_model: ['generic_teams', 'other'] },
  },
  {
    code: 'C05',
    type: 'local_authority',
    base: { la_delivery_model: ['standalone_team'] },
    holds: posts([1, 1]),
    breaks: posts([1, 1], [1, 0.5]),
  },
]

const sectionD: readonly RuleCase[] = [
  {
    code: 'D01',
    base: posts([41, 36.2]),
    holds: both('emp_contract', { permanent: 40, other: 1 }, { permanent: 35.2, other: 1.1 }),
    breaks: both('emp_contract', { permanent: 40 }, { permanent: 36.2 }),
  },
  {
    code: 'D01',
    base: posts([41, 36.2]),
    holds: both('emp_contract', { permanent: 41 }, { permanent: 36.2 }),
    breaks: both('emp_contract', { permanent: 41 }, { permanent: 36.31 }),
  },
  {
    code: 'D02',
    base: posts([41, 36.2]),
    holds: mix({ full_time: 30, part_time: 10, not_known: 1 }),
    breaks: mix({ full_time: 30, part_time: 12 }),
  },
  { code: 'D03', base: posts([41, 36.2]), holds: { emp_leave: 41 }, breaks: { emp_leave: 42 } },
  {
    code: 'D04',
    base: mix({ full_time: 10, part_time: 10 }),
    holds: posts([20, 11.4]),
    breaks: posts([20, 11.39]),
  },
  {
    code: 'D04',
    base: mix({ full_time: 10, part_time: 10 }),
    holds: posts([20, 20]),
    breaks: posts([21, 20.01]),
  },
  {
    code: 'D05',
    base: {
      ...posts([5, 5]),
      ...columnOf('sw_career_stage', 'hc', { ta_year1: 2 }),
    },
    holds: columnOf('emp_contract', 'hc', { trainee_bursary: 2 }),
    breaks: columnOf('emp_contract', 'hc', { trainee_bursary: 1 }),
  },
  {
    code: 'D06',
    base: posts([6, 6], [9, 9], [4, 4]),
    holds: row('agency_sw', [5, 5]),
    breaks: row('agency_sw', [6, 5.01]),
  },
  {
    code: 'D07',
    base: posts([10, 10]),
    holds: columnOf('emp_contract', 'hc', { fixed_term: 4 }),
    breaks: columnOf('emp_contract', 'hc', { fixed_term: 5 }),
  },
  {
    code: 'D07',
    base: columnOf('emp_contract', 'hc', { fixed_term: 9 }),
    holds: posts([9, 9]),
    breaks: posts([10, 9]),
  },
]

const sectionE: readonly RuleCase[] = [
  { code: 'E01', base: { ...posts([1, 1]), est_wte: 5 }, holds: { vac_wte: 5 }, breaks: { vac_wte: 5.01 } },
  {
    code: 'E02',
    base: { ...posts([1, 1]), vac_wte: 5, vac_over_3m_wte: 5 },
    holds: { vac_covered_wte: 5 },
    breaks: { vac_covered_wte: 5.01 },
  },
  {
    code: 'E02',
    base: { ...posts([1, 1]), vac_wte: 5, vac_covered_wte: 0 },
    holds: { vac_over_3m_wte: 5 },
    breaks: { vac_over_3m_wte: 5.01 },
  },
  { code: 'E03', base: { ...posts([9, 9]), vac_wte: 1 }, holds: { est_wte: 11 }, breaks: { est_wte: 11.01 } },
  { code: 'E03', base: { ...posts([95, 95]), est_wte: 100 }, holds: { vac_wte: 10 }, breaks: { vac_wte: 10.01 } },
  { code: 'E04', base: posts([9, 9]), holds: row('starters', [3, 3]), breaks: row('starters', [3, 3.01]) },
  { code: 'E04', base: posts([9, 9]), holds: row('leavers', [0, 0]), breaks: row('leavers', [1, 0]) },
  {
    code: 'E05',
    base: { ...posts([9, 9]), ...row('starters', [3, 3]), ...row('leavers', [0, 0]) },
    holds: columnOf('starter_source', 'hc', { newly_qualified: 2, tupe_in: 1 }),
    breaks: columnOf('starter_source', 'hc', { newly_qualified: 2 }),
  },
  {
    code: 'E05',
    base: { ...posts([9, 9]), ...row('starters', [0, 0]), ...row('leavers', [2, 2]) },
    holds: columnOf('leaver_reason', 'hc', { retired: 2 }),
    breaks: columnOf('leaver_reason', 'hc', { retired: 2, agency: 1 }),
  },
  {
    code: 'E06',
    base: { ...row('starters', [5, 5]), ...row('leavers', [3, 3]), ...row('sw_employed_prev', [8, 8]) },
    holds: posts([12, 12]),
    breaks: posts([13, 13]),
  },
  {
    code: 'E06',
    base: { ...posts([50, 50]), ...row('starters', [5, 5]), ...row('leavers', [5, 5]) },
    holds: row('sw_employed_prev', [45, 45]),
    breaks: row('sw_employed_prev', [44, 44]),
  },
  { code: 'E07', base: posts([65, 65]), holds: { vac_wte: 35 }, breaks: { vac_wte: 35.01 } },
  {
    code: 'E08',
    base: { ...posts([10, 10]), ...row('starters', [5, 5]) },
    holds: row('leavers', [4, 4]),
    breaks: row('leavers', [5, 5]),
  },
  {
    code: 'E08',
    base: { ...posts([2, 2]), ...row('leavers', [2, 2]) },
    holds: row('starters', [2, 2]),
    breaks: row('starters', [3, 3]),
  },
  {
    code: 'E09',
    base: { ...posts([9, 9]), est_wte: 20, vac_wte: 3 },
    holds: row('agency_sw', [5, 5]),
    breaks: row('agency_sw', [6, 5.01]),
  },
  {
    code: 'E10',
    base: { ...posts([9, 9]), ...row('agency_sw', [2, 2]), ...row('bank_sw', [1, 0.5]), vac_wte: 5 },
    holds: { vac_covered_wte: 2.6 },
    breaks: { vac_covered_wte: 2.61 },
  },
]

const sectionF: readonly RuleCase[] = [
  {
    code: 'F01',
    base: amhps(10),
    holds: professions({ social_worker: 9, nurse: 1 }),
    breaks: professions({ social_worker: 9, nurse: 2 }),
  },
  {
    code: 'F02',
    base: { ...amhps(10), amhp_emp_duty_wte: 4 },
    holds: { 'amhp_emp.wte': 10 },
    breaks: { 'amhp_emp.wte': 10.01 },
  },
  {
    code: 'F02',
    base: { ...amhps(10), 'amhp_emp.wte': 8 },
    holds: { amhp_emp_duty_wte: 8 },
    breaks: { amhp_emp_duty_wte: 8.01 },
  },
  {
    code: 'F03',
    base: { ...amhps(10), amhp_emp_50plus: 3 },
    holds: modes({ amhp_only: 2, combined_on_rota: 8 }),
    breaks: modes({ amhp_only: 2, combined_on_rota: 7 }),
  },
  {
    code: 'F03',
    base: { ...amhps(10), ...modes({ combined_on_rota: 10 }) },
    holds: { amhp_emp_50plus: 10 },
    breaks: { amhp_emp_50plus: 11 },
  },
  {
    code: 'F04',
    type: 'local_authority',
    base: { amhp_approved: 20 },
    holds: approved({ own_council: 16, nhs: 3, agency: 1 }),
    breaks: approved({ own_council: 16, nhs: 3 }),
  },
  {
    code: 'F05',
    base: { ...posts([20, 20]), ...amhps(10), ...professions({ social_worker: 9, nurse: 1 }) },
    holds: { amhp_emp_mhsw: 9 },
    breaks: { amhp_emp_mhsw: 10 },
  },
  {
    code: 'F05',
    base: { ...amhps(10), ...professions({ social_worker: 9, nurse: 1 }), amhp_emp_mhsw: 8 },
    holds: posts([5, 5], [3, 3]),
    breaks: posts([5, 5], [2, 2]),
  },
  {
    code: 'F06',
    type: 'local_authority',
    base: { ...amhps(16), amhp_approved: 20 },
    holds: approved({ own_council: 18 }),
    breaks: approved({ own_council: 19 }),
  },
  {
    code: 'F06',
    type: 'local_authority',
    base: { ...amhps(50), amhp_approved: 60 },
    holds: approved({ own_council: 45 }),
    breaks: approved({ own_council: 44 }),
  },
  {
    code: 'F07',
    base: amhps(10),
    holds: professions({ social_worker: 6, nurse: 4 }),
    breaks: professions({ social_worker: 5, nurse: 5 }),
  },
  { code: 'F07', base: professions({ nurse: 9 }), holds: amhps(9), breaks: amhps(10) },
  {
    code: 'F08',
    base: amhps(10),
    holds: professions({ social_worker: 8, psychologist: 2 }),
    breaks: professions({ social_worker: 7, psychologist: 3 }),
  },
  { code: 'F09', type: 'local_authority', holds: { amhp_approved: 6 }, breaks: { amhp_approved: 5 } },
  { code: 'F09', type: 'local_authority', holds: { amhp_approved: 60 }, breaks: { amhp_approved: 61 } },
  { code: 'F09', type: 'local_authority', holds: { amhp_approved: 20 }, breaks: { amhp_approved: 0 } },
  {
    code: 'F10',
    base: { ...amhps(10), ...modes({ amhp_only: 4, combined_on_rota: 6 }) },
    holds: { amhp_emp_duty_wte: 2 },
    breaks: { amhp_emp_duty_wte: 1.99 },
  },
]

const sectionG: readonly RuleCase[] = [
  {
    code: 'G01',
    base: bias(8),
    holds: biaProfessions({ social_worker: 7, not_known: 1 }),
    breaks: biaProfessions({ social_worker: 7 }),
  },
  {
    code: 'G02',
    base: {
      ...posts([20, 20]),
      ...amhps(5),
      ...bias(8),
      ...biaProfessions({ social_worker: 7, nurse: 1 }),
      bia_active: 8,
      bia_emp_mhsw: 7,
    },
    holds: { bia_also_amhp: 5 },
    breaks: { bia_also_amhp: 6 },
  },
  {
    code: 'G02',
    base: {
      ...posts([20, 20]),
      ...amhps(50),
      ...bias(8),
      ...biaProfessions({ social_worker: 8 }),
      bia_active: 3,
      bia_emp_mhsw: 0,
    },
    holds: { bia_also_amhp: 8 },
    breaks: { bia_also_amhp: 9 },
  },
  {
    code: 'G02',
    base: {
      ...posts([20, 20]),
      ...amhps(5),
      ...bias(8),
      ...biaProfessions({ social_worker: 7, nurse: 1 }),
      bia_also_amhp: 0,
      bia_emp_mhsw: 0,
    },
    holds: { bia_active: 8 },
    breaks: { bia_active: 9 },
  },
  {
    code: 'G02',
    base: {
      ...posts([20, 20]),
      ...amhps(5),
      ...bias(8),
      ...biaProfessions({ social_worker: 7, nurse: 1 }),
      bia_also_amhp: 0,
      bia_active: 0,
    },
    holds: { bia_emp_mhsw: 7 },
    breaks: { bia_emp_mhsw: 8 },
  },
  {
    code: 'G02',
    base: {
      ...amhps(5),
      ...bias(8),
      ...biaProfessions({ social_worker: 7, nurse: 1 }),
      bia_also_amhp: 0,
      bia_active: 0,
      bia_emp_mhsw: 6,
    },
    holds: posts([6, 6]),
    breaks: posts([5, 5]),
  },
  {
    code: 'G03',
    type: 'local_authority',
    base: { bia_emp_any: 'no' },
    holds: { bia_independent: 1 },
    breaks: { bia_independent: 0 },
  },
  {
    code: 'G03',
    type: 'local_authority',
    base: { bia_independent: 0 },
    holds: bias(1),
    breaks: bias(0),
  },
  { code: 'G04', base: bias(5), holds: { bia_emp_duty_wte: 4.5 }, breaks: { bia_emp_duty_wte: 4.51 } },
  { code: 'G04', base: { bia_emp_duty_wte: 4 }, holds: bias(4), breaks: { bia_emp_duty_wte: 4.9, ...bias(5) } },
]

export const rulesAtoG: readonly RuleCase[] = [
  ...sectionB,
  ...sectionC,
  ...sectionD,
  ...sectionE,
  ...sectionF,
  ...sectionG,
]
