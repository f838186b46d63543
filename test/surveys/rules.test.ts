import { valueCell, type Cell, type Cells } from '../../server/domain/survey/cells'
import type { ExpressionRule, PlatformRule, Rule, Section } from '../../server/domain/survey/definition'
import type { OrganisationType } from '../../server/domain/survey/expression'
import { atlasOf } from '../../server/domain/survey/places'
import { checkSection } from '../../server/domain/survey/progress'
import { figureAt, holds } from '../../server/domain/survey/reckoning'
import { sheetOf } from '../../server/domain/survey/routing'
import { brokenRules, type Broken } from '../../server/domain/survey/rules'
import type { Sheet } from '../../server/domain/survey/sheet'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { registerOf } from './register'
import type { Given, RuleCase } from './ruleCase'
import { rulesAtoG } from './rulesAtoG'
import { rulesHtoO } from './rulesHtoO'

const cases: readonly RuleCase[] = [...rulesAtoG, ...rulesHtoO]

const all = mhsw2019.sections.flatMap((section) => section.rules.map((rule) => ({ rule, section })))

const cellOf = (given: Given): Cell =>
  given === 'NC' ? { state: 'not_collected', reason: 'not_recorded' } : valueCell(given)

const cellsOf = (given: Readonly<Record<string, Given>>): Cells =>
  Object.fromEntries(Object.entries(given).map(([address, each]) => [address, cellOf(each)]))

const sheetWith = (type: OrganisationType, ...given: Readonly<Record<string, Given>>[]): Sheet =>
  sheetOf(mhsw2019, registerOf(type), cellsOf(Object.assign({}, ...given)))

const coded = (code: string): { rule: Rule & ExpressionRule; section: Section } => {
  const found = all.find(({ rule }) => rule.code === code)
  if (!found) throw new Error(`No rule is called ${code}`)
  const { rule, section } = found
  if ('platform' in rule) throw new Error(`${code} is a rule of the platform`)
  return { rule, section }
}

const broken = (code: string, sheet: Sheet): Broken | undefined =>
  brokenRules(coded(code).section, sheet).find(({ rule }) => rule.code === code)

/** What a rule says of each place it is judged for: so, not so, or not known yet. */
const verdicts = (code: string, sheet: Sheet): (boolean | undefined)[] => {
  const { rule } = coded(code)
  return (rule.each ?? ['']).flatMap(placesJudged).map((at) => holds(rule.holds, sheet, at))
}

/** `demo_age.*` is every row of the table. */
function placesJudged(pattern: string): string[] {
  const question = atlasOf(mhsw2019).question(pattern)?.question
  if (!pattern.endsWith('.*') || question?.shape !== 'table') return [pattern]
  return question.rows.map(({ code }) => `${question.code}.${code}`)
}

/** Numbered, for a rule of several clauses has several cases. */
const numbered = cases.map((each, at) => ({
  ...each,
  type: each.type ?? ('nhs_trust' as const),
  name: `${each.code} (${cases.slice(0, at + 1).filter(({ code }) => code === each.code).length})`,
}))

describe.each(numbered)('rule $name', ({ code, type, base = {}, holds: held, breaks }) => {
  test('holds', () => {
    const sheet = sheetWith(type, base, held)
    expect(broken(code, sheet)).toBeUndefined()
    expect(verdicts(code, sheet)).toContain(true)
  })

  test('is broken, and says so in full', () => {
    const findings = broken(code, sheetWith(type, base, breaks))?.findings ?? []
    expect(findings).not.toEqual([])
    for (const { says, addresses } of findings) {
      expect(says).toMatch(/^[A-Z0-9“].*[.?]$/)
      expect(says).not.toMatch(/[{}]|undefined|NaN/)
      expect(addresses).not.toEqual([])
    }
  })

  test('is about boxes that are there', () => {
    const { rule } = coded(code)
    const addresses = Object.keys({ ...base, ...held, ...breaks })
    expect(addresses.filter((address) => !atlasOf(mhsw2019).place(address))).toEqual([])
    if (rule.organisations) expect(rule.organisations).toContain(type)
  })
})

describe('the rules of the survey', () => {
  const expressions = all.filter(({ rule }) => !('platform' in rule)).map(({ rule }) => rule.code)

  /** What is so by construction: totals are the sums of their parts, and teams count as their gates say. */
  const cannotFail = ['X01', 'X02', 'K03']

  test('are each held and broken here', () => {
    expect([...new Set(cases.map(({ code }) => code)), ...cannotFail].sort()).toEqual([...expressions].sort())
  })

  test('of the platform are tested where they live', () => {
    const platform = Object.fromEntries(
      all.flatMap(({ rule }) => ('platform' in rule ? [[rule.code, (rule satisfies PlatformRule).platform]] : [])),
    )
    expect(platform).toEqual({
      A01: 'code_in_register',
      A02: 'covered_not_started',
      A03: 'named_as_host',
      B05: 'partners_distinct',
      B12: 'partners_agree',
      C06: 'choices_exclusive',
      L10: 'round_hundreds',
      Q01: 'ready_to_sign',
      Q02: 'second_person',
      Q03: 'signatory_domain',
      Q04: 'no_personal_data',
      Q05: 'signature_stands',
      X03: 'core_collected',
      X04: 'enough_collected',
      X05: 'columns_differ',
      X06: 'not_ten_times',
      X07: 'not_an_outlier',
      X08: 'steady_since_last',
    })
  })

  test('are 46 that must hold and 70 to be explained, and O01', () => {
    const levels = all.filter(({ rule }) => rule.code !== 'O01').map(({ rule }) => rule.level)
    expect(levels.filter((level) => level === 'hard')).toHaveLength(46)
    expect(levels.filter((level) => level === 'soft')).toHaveLength(70)
    expect(coded('O01').rule.level).toBe('hard')
  })

  test('stand in the section whose letter they bear, those of the whole return in P', () => {
    const misplaced = all.filter(({ rule, section }) => {
      const letter = rule.code.charAt(0).toLowerCase()
      return section.code !== (letter === 'x' ? 'p' : letter)
    })
    expect(misplaced).toEqual([])
  })
})

describe('totals', () => {
  const parts = [
    [0, 0, 0],
    [41, 12, 10],
    [1, 0, 9999],
  ] as const

  test.each(parts)('of %i, %i and %i always follow from them', (here, out, external) => {
    const sheet = sheetWith('nhs_trust', {
      has_mhsw: 'yes',
      'sw_emp_in.hc': here,
      'sw_emp_in.wte': here * 0.91,
      'sw_emp_out.hc': out,
      'sw_emp_out.wte': out * 0.87,
      'sw_ext.hc': external,
      'sw_ext.wte': external * 0.33,
    })
    expect([...verdicts('X01', sheet), ...verdicts('X02', sheet)]).toEqual([true, true])
  })

  test('are silent while a part is missing', () => {
    const sheet = sheetWith('nhs_trust', { has_mhsw: 'yes', 'sw_emp_in.wte': 1 })
    expect(verdicts('X01', sheet)).toEqual([undefined])
  })
})

describe('a team', () => {
  const told = (uses: string, hc?: number) =>
    sheetWith('nhs_trust', {
      has_mhsw: 'yes',
      'team_provided.cmht': 'yes',
      'team_uses_sw.cmht': uses,
      ...(hc === undefined ? {} : { 'team_staff.cmht.hc': hc, 'team_staff.cmht.wte': hc }),
    })
  const { section } = coded('K03')

  test('without social workers counts as none, whatever was typed before', () => {
    expect(figureAt('team_staff.cmht.hc', told('no', 4))).toBe(0)
    expect(broken('K03', told('no', 4))).toBeUndefined()
  })

  test('with social workers is missing until it is told how many', () => {
    const missing = (sheet: Sheet) => checkSection(section, sheet).missing.map(({ address }) => address)
    expect(missing(told('yes'))).toEqual(expect.arrayContaining(['team_staff.cmht.hc', 'team_staff.cmht.wte']))
    expect(missing(told('yes', 4))).not.toContain('team_staff.cmht.hc')
    expect(verdicts('K03', told('yes', 4))).toContain(true)
  })
})

describe('a rule about a figure that is missing', () => {
  const base = { has_mhsw: 'yes', 'sw_emp_in.hc': 5, 'sw_emp_in.wte': 5, 'sw_emp_out.hc': 0, 'sw_emp_out.wte': 0 }

  test('is silent where the figure is not collected', () => {
    const sheet = sheetWith('nhs_trust', base, { est_wte: 'NC', vac_wte: 5 })
    expect(verdicts('E01', sheet)).toEqual([undefined])
    expect(broken('E01', sheet)).toBeUndefined()
  })

  test('is silent where the figure is blank', () => {
    expect(verdicts('E01', sheetWith('nhs_trust', base, { vac_wte: 5 }))).toEqual([undefined])
  })

  test('reckons with 0 where the gate says there are none', () => {
    const sheet = sheetWith('local_authority', { amhp_emp_any: 'no', amhp_approved: 9 }, approvedByOwn(9))
    expect(broken('F06', sheet)?.findings.map(({ says }) => says)).toEqual([
      'You employ 0 but approve 9 of your own staff. Correct the figures, or explain the difference.',
    ])
  })

  test('is not judged of those it does not concern', () => {
    expect(
      broken('B11', sheetWith('independent', { has_mhsw: 'yes', 'sw_emp_in.hc': 0, 'sw_emp_out.hc': 0 })),
    ).toBeUndefined()
  })
})

const approvedByOwn = (hc: number): Record<string, Given> => ({ 'amhp_approved_employer.own_council.hc': hc })
