import { contributionTo, contributionsOf } from '../../../server/domain/benchmarks/contribution'
import type { Cell, Cells } from '../../../server/domain/survey/cells'
import type { SurveyDefinition } from '../../../server/domain/survey/definition'
import type { OrganisationType } from '../../../server/domain/survey/expression'
import { sheetOf } from '../../../server/domain/survey/routing'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../../server/surveys/mhsw2022'
import { psw2019 } from '../../../server/surveys/psw2019'
import { registerOf } from '../../surveys/register'

type Told = Readonly<Record<string, number | string | readonly string[]>>

const cellsOf = (told: Told): Cells =>
  Object.fromEntries(
    Object.entries(told).map(([address, value]): [string, Cell] => [
      address,
      value === 'NC' ? { state: 'not_collected', reason: 'not_recorded' } : { state: 'value', value },
    ]),
  )

const of = (
  code: string,
  told: Told,
  { type = 'nhs_trust', definition = mhsw2019 }: { type?: OrganisationType; definition?: SurveyDefinition } = {},
) => {
  const indicator = definition.indicators.find((each) => each.code === code)
  if (!indicator) throw new Error(`${code} is nowhere`)
  return contributionTo(indicator, sheetOf(definition, registerOf(type), cellsOf(told)))
}

const rate = (...given: Parameters<typeof of>): number | string => {
  const told = of(...given)
  return told.kind === 'contributes' ? told.contribution.rate : told.because
}

const council = { type: 'local_authority' } as const
const staff = (employed: number, external = 0): Told => ({
  has_mhsw: 'yes',
  'sw_emp_in.hc': employed,
  'sw_emp_in.wte': employed * 0.8,
  'sw_emp_out.hc': 0,
  'sw_emp_out.wte': 0,
  'sw_ext.hc': external,
  'sw_ext.wte': external * 0.8,
})

describe('an organisation enters an indicator', () => {
  test('per 100,000 people: of a trust those registered, of a council those resident', () => {
    expect(rate('ind_wte_employed_100k', staff(40))).toBeCloseTo(3.2)
    expect(rate('ind_wte_employed_100k', staff(40), council)).toBeCloseTo(10.6667)
    expect(rate('ind_wte_service_100k', staff(40, 10))).toBeCloseTo(4)
  })

  test('with the people behind its WTE', () => {
    expect(of('ind_pct_direct', staff(40, 10))).toEqual({
      kind: 'contributes',
      contribution: { numerator: 32, denominator: 40, rate: 80, people: 40, peopleBelow: 50 },
    })
  })

  test('with at least as many people as WTE where the people are not told', () => {
    const told = { ...staff(40), 'agency_sw.hc': 'NC', 'agency_sw.wte': 2.4 }
    expect(of('ind_agency_rate', told)).toMatchObject({ contribution: { numerator: 2.4, people: 3 } })
  })

  test('with a true 0', () => {
    expect(rate('ind_vacancy_rate', { ...staff(40), vac_wte: 0 })).toBe(0)
  })

  test('as a nil return: with 0 of its population, and with no share of nobody', () => {
    const nil = { has_mhsw: 'no' }
    expect(rate('ind_wte_employed_100k', nil)).toBe(0)
    expect(rate('ind_vacancy_rate', nil)).toBe('nothing_below')
    expect(rate('ind_pct_50plus_hc', nil)).toBe('nothing_below')
    expect(rate('ind_orgs_no_direct', nil)).toBe(100)
    expect(rate('ind_pay_entry_median', nil)).toBe('nothing_below')
    expect(rate('ind_team_orgs_cmht', nil)).toBe('not_known')
  })
})

describe('an organisation is left out of an indicator', () => {
  test('that its type is not asked', () => {
    expect(rate('ind_pct_direct', staff(40), council)).toBe('another_type')
    expect(rate('ind_wte_employed_100k', staff(40), { type: 'voluntary' })).toBe('another_type')
  })

  test.each(['NC', undefined])('where an operand is %s', (vacant) => {
    expect(rate('ind_vacancy_rate', { ...staff(40), ...(vacant ? { vac_wte: vacant } : {}) })).toBe('not_known')
  })

  test('with too few for a rate', () => {
    expect(rate('ind_turnover', { ...staff(4), 'leavers.hc': 1 })).toBe('too_few_below')
    expect(rate('ind_turnover', { ...staff(5), 'leavers.hc': 1 })).toBe(20)
  })

  test('with nobody below the line', () => {
    const ratios = { 'sw_career_stage.team_manager.wte': 0, 'sw_career_stage.service_head.wte': 0 }
    const rows = ['asye', 'social_worker', 'senior_advanced', 'consultant'].map((row) => [
      `sw_career_stage.${row}.wte`,
      1,
    ])
    expect(rate('ind_manager_ratio', { ...staff(40), ...Object.fromEntries(rows), ...ratios })).toBe('nothing_below')
  })

  test('of activity, with figures of part of the year or of others', () => {
    const told = { ...staff(40), amhp_emp_any: 'yes', 'amhp_emp.hc': 10, act_mha_assess: 300 }
    const whole = { ...told, act_full_year: 'yes', act_basis: 'mhsw_and_amhp' }
    expect(rate('ind_mha_per_amhp', whole)).toBe(30)
    expect(rate('ind_mha_per_amhp', { ...whole, act_basis: 'whole_team' })).toBe('left_out')
    expect(rate('ind_mha_per_amhp', { ...whole, act_full_year: 'no' })).toBe('left_out')
    expect(rate('ind_mha_per_amhp', { ...whole, 'amhp_emp.hc': 4 })).toBe('too_few_below')
    expect(rate('ind_mha_100k', { ...whole, act_basis: 'whole_organisation' }, council)).toBe(100)
  })
})

describe('of those known', () => {
  const gender = { female: 6, male: 3, other: 1, not_stated: 4, not_known: 6 }
  const table = (name: string, column: string, rows: Readonly<Record<string, number | string>>): Told =>
    Object.fromEntries(Object.entries(rows).map(([row, value]) => [`${name}.${row}.${column}`, value]))

  test('gender is a share, on each basis by its own column', () => {
    const told = { ...staff(20), ...table('demo_gender', 'hc', gender), 'demo_gender.female.wte': 'NC' }
    expect(rate('ind_pct_female_hc', told)).toBe(60)
    expect(rate('ind_pct_female', told)).toBe('not_known')
  })

  const sixteen = Object.fromEntries(
    [...'ABCDEFGHJKLMNPRS'].map((code) => [code, code === 'H' || code === 'M' ? 2 : 1]),
  )
  const five = { white: 3, mixed: 4, asian: 5, black: 4, other: 2 }

  test.each([
    ['detailed_16', table('demo_ethnicity', 'hc', { ...sixteen, Z: 1, NK: 1 })],
    ['grouped_5', table('demo_ethnicity5', 'hc', { ...five, Z: 1, NK: 1 })],
  ])('ethnicity is a share, told %s', (detail, cells) => {
    const told = { ...staff(20), demo_eth_detail: detail, ...cells }
    expect(rate('ind_pct_bame_hc', told)).toBeCloseTo((15 / 18) * 100)
    expect(rate('ind_pct_asian_hc', told)).toBeCloseTo((5 / 18) * 100)
    expect(rate('ind_pct_black_hc', told)).toBeCloseTo((4 / 18) * 100)
    expect(rate('ind_eth_known_hc', told)).toBeCloseTo(90)
  })

  test('ethnicity that cannot be given is not known', () => {
    expect(rate('ind_pct_bame_hc', { ...staff(20), demo_eth_detail: 'not_collected' })).toBe('not_known')
  })
})

describe('of teams', () => {
  const provided = { ...staff(20), 'team_provided.cmht': 'yes', 'team_provided.eip': 'no' }

  test('one that is not provided counts among all trusts, and not among those that provide it', () => {
    expect(rate('ind_team_orgs_eip', provided)).toBe(0)
    expect(rate('ind_team_orgs_prov_eip', provided)).toBe('left_out')
  })

  test('one in which social workers are counts in both', () => {
    expect(rate('ind_team_orgs_cmht', { ...provided, 'team_uses_sw.cmht': 'yes' })).toBe(100)
    expect(rate('ind_team_orgs_prov_cmht', { ...provided, 'team_uses_sw.cmht': 'no' })).toBe(0)
  })

  test('“not known” leaves the trust out of that row', () => {
    const told = { ...provided, 'team_uses_sw.cmht': 'not_known' }
    expect(rate('ind_team_orgs_cmht', told)).toBe('left_out')
    expect(rate('ind_team_orgs_prov_cmht', told)).toBe('left_out')
  })
})

describe('outside mental health teams', () => {
  const team = (row: string, hc: number, share: string): Told => ({
    [`out_teams.${row}.hc`]: hc,
    [`out_teams.${row}.wte`]: hc,
    [`out_teams.${row}.share`]: share,
  })
  const rows = ['generic_locality', 'learning_disability', 'autism', 'older_people']
  const outside = (unknown: number): Told =>
    Object.assign(
      { has_mhsw: 'no', out_any: 'yes' },
      ...rows.map((row, at) => team(row, 6, at < unknown ? 'not_known' : 's25_49')),
    ) as Told

  test('the estimate counts where the share of a quarter of the teams is not known', () => {
    expect(rate('ind_out_wte_100k', outside(1), council)).toBeGreaterThan(0)
  })

  test('it does not where that of more is not', () => {
    expect(rate('ind_out_wte_100k', outside(2), council)).toBe('left_out')
  })

  test('there are none', () => {
    expect(rate('ind_out_wte_100k', { has_mhsw: 'no', out_any: 'no' }, council)).toBe(0)
  })
})

describe('how well it is answered', () => {
  test('“not collected” is an answer without a value', () => {
    const answered = of('ind_completeness', { ...staff(20), est_wte: 10, vac_wte: 'NC' })
    const blank = of('ind_completeness', { ...staff(20), est_wte: 10 })
    expect(answered).toEqual(blank)
    const more = of('ind_completeness', { ...staff(20), est_wte: 10, vac_wte: 3 })
    const rates = [blank, more].map((told) => (told.kind === 'contributes' ? told.contribution.numerator : 0))
    expect((rates[1] ?? 0) - (rates[0] ?? 0)).toBe(1)
  })

  test('confidence is of the sections that tell it', () => {
    const told = {
      ...staff(20),
      dq_b_confidence: 'low',
      dq_c_confidence: 'high',
      est_wte: 4,
      dq_e_confidence: 'medium',
      partnership_model: 'mixed',
    }
    expect(rate('ind_dq_low', told)).toBeCloseTo(100 / 3)
    expect(rate('ind_dq_low', { has_mhsw: 'no' })).toBe('nothing_below')
  })
})

test('peer support: any at all, and volunteers for each paid worker', () => {
  const told = { psw_any: 'yes', 'psw_emp.hc': 4, 'psw_emp.wte': 3, 'psw_out.hc': 0, 'psw_out.wte': 0 }
  const all = { ...told, 'psw_ext.hc': 1, 'psw_ext.wte': 1, psw_volunteer: 10 }
  expect(rate('ind_psw_orgs', all, { definition: psw2019 })).toBe(100)
  expect(rate('ind_psw_orgs', { psw_any: 'no' }, { definition: psw2019 })).toBe(0)
  expect(rate('ind_psw_volunteers', all, { definition: psw2019 })).toBe(2)
  expect(rate('ind_psw_wte_100k', { psw_any: 'no' }, { definition: psw2019 })).toBe(0)
})

test('Think Ahead in 2022 is both years, of those in services, and of a council of those it employs', () => {
  const told = { ...staff(40, 10), ta_year1_hc: 1, ta_year1_wte: 1, ta_year2_hc: 1, ta_year2_wte: 1 }
  expect(rate('ind_trainee_share', told, { definition: mhsw2022 })).toBe(5)
  expect(rate('ind_trainee_share', told, { definition: mhsw2022, ...council })).toBeCloseTo(6.25)
  expect(rate('ind_wte_qualified_100k', told, { definition: mhsw2022 })).toBeCloseTo(3.9)
})

test('all of it together is what each indicator says', () => {
  const sheet = sheetOf(mhsw2019, registerOf('nhs_trust'), cellsOf(staff(40, 10)))
  const together = contributionsOf(sheet)
  expect(together.get('ind_pct_direct')?.rate).toBe(80)
  expect([...together.keys()]).not.toContain('ind_amhp_100k')
})
