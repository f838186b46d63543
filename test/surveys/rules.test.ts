import type { PlatformCheck, SurveyDefinition } from '../../server/domain/survey/definition'
import { atlasOf } from '../../server/domain/survey/places'
import { checkSection } from '../../server/domain/survey/progress'
import { figureAt } from '../../server/domain/survey/reckoning'
import type { Sheet } from '../../server/domain/survey/sheet'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../server/surveys/mhsw2022'
import { psw2019 } from '../../server/surveys/psw2019'
import { peerRules } from './peerRules'
import { ruleBench } from './ruleBench'
import type { Given, RuleCase } from './ruleCase'
import { rulesAtoG } from './rulesAtoG'
import { rulesHtoO } from './rulesHtoO'
import { rulesIn2022 } from './rulesIn2022'

interface Ruled {
  readonly definition: SurveyDefinition
  readonly cases: readonly RuleCase[]
  /** What is so by construction: totals are the sums of their parts, and teams count as their gates say. */
  readonly cannotFail: readonly string[]
  /** Rules of the platform are tested where they live. */
  readonly platform: Readonly<Record<string, PlatformCheck>>
  readonly hard: number
  readonly soft: number
}

const signing = {
  Q01: 'ready_to_sign',
  Q02: 'second_person',
  Q03: 'signatory_domain',
  Q04: 'no_personal_data',
  Q05: 'signature_stands',
} as const

/** Those of the social work survey, in every collection of it. */
const socialWork = {
  ...signing,
  A01: 'code_in_register',
  A02: 'covered_not_started',
  A03: 'named_as_host',
  B05: 'partners_distinct',
  B12: 'partners_agree',
  C06: 'choices_exclusive',
  L10: 'round_hundreds',
  X03: 'core_collected',
  X04: 'enough_collected',
  X05: 'columns_differ',
  X06: 'not_ten_times',
  X07: 'not_an_outlier',
  X08: 'steady_since_last',
} as const

const surveys: readonly Ruled[] = [
  {
    definition: mhsw2019,
    cases: [...rulesAtoG, ...rulesHtoO],
    cannotFail: ['X01', 'X02', 'K03'],
    platform: socialWork,
    // The specification counts 46 and 70, and has O01 besides.
    hard: 47,
    soft: 70,
  },
  {
    definition: mhsw2022,
    cases: rulesIn2022,
    cannotFail: ['X01', 'X02', 'K03'],
    platform: socialWork,
    // Those of 2019, and T01.
    hard: 48,
    // Those of 2019, and T02.
    soft: 71,
  },
  {
    definition: psw2019,
    cases: peerRules,
    cannotFail: [],
    platform: {
      ...signing,
      A01: 'code_in_register',
      A02: 'covered_not_started',
      C06: 'choices_exclusive',
      PS12: 'agrees_with_other_survey',
    },
    // PS01 to PS06, the six of the signature and of the register that must hold, and C06.
    hard: 13,
    // PS07 to PS12, and Q03. PS13 is a reminder, which asks for no comment.
    soft: 7,
  },
]

/** Numbered, for a rule of several clauses has several cases. */
const numbered = (cases: readonly RuleCase[]) =>
  cases.map((each, at) => ({
    ...each,
    type: each.type ?? ('nhs_trust' as const),
    name: `${each.code} (${cases.slice(0, at + 1).filter(({ code }) => code === each.code).length})`,
  }))

describe.each(surveys)('in $definition.code', ({ definition, cases, cannotFail, platform, hard, soft }) => {
  const { all, coded, sheetWith, broken, verdicts } = ruleBench(definition)

  describe.each(numbered(cases))('rule $name', ({ code, type, base = {}, holds: held, breaks }) => {
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
      expect(addresses.filter((address) => !atlasOf(definition).place(address))).toEqual([])
      if (rule.organisations) expect(rule.organisations).toContain(type)
    })
  })

  describe('the rules', () => {
    test('are each held and broken here', () => {
      const expressions = all.filter(({ rule }) => !('platform' in rule)).map(({ rule }) => rule.code)
      expect([...new Set(cases.map(({ code }) => code)), ...cannotFail].sort()).toEqual([...expressions].sort())
    })

    test('of the platform are tested where they live', () => {
      const found = all.flatMap(({ rule }) => ('platform' in rule ? [[rule.code, rule.platform]] : []))
      expect(Object.fromEntries(found)).toEqual(platform)
    })

    test(`are ${hard} that must hold and ${soft} to be explained`, () => {
      const levels = all.map(({ rule }) => rule.level)
      expect(levels.filter((level) => level === 'hard')).toHaveLength(hard)
      expect(levels.filter((level) => level === 'soft')).toHaveLength(soft)
    })
  })
})

const { all, coded, sheetWith, broken, verdicts } = ruleBench(mhsw2019)

describe('the rules of the social work survey', () => {
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
