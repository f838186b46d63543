import type { Indicator } from '../../server/domain/benchmarks/indicator'
import { addressesIn } from '../../server/domain/survey/addresses'
import { questionsOf, type SurveyDefinition } from '../../server/domain/survey/definition'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../server/surveys/mhsw2022'
import { psw2019 } from '../../server/surveys/psw2019'
import { addressesNamed, listedIndicators, type ListedIndicator } from './indicatorList'

const definitionOf = (code: string): SurveyDefinition => (code.startsWith('ind_psw_') ? psw2019 : mhsw2019)

const rowsOf = (definition: SurveyDefinition, table: string): readonly string[] => {
  const question = questionsOf(definition).find(({ code }) => code === table)
  return question?.shape === 'table' ? question.rows.map(({ code }) => code) : []
}

/** Lines that stand for one indicator in each row or class. */
const families: Readonly<Record<string, readonly string[]>> = {
  ind_partnership: ['direct_only', 'mixed', 'partnership_only'],
  ind_band_profile: rowsOf(mhsw2019, 'pay_afc').filter((row) => !['non_afc', 'not_known'].includes(row)),
  'ind_team_orgs_{row}': rowsOf(mhsw2019, 'team_uses_sw'),
  'ind_team_orgs_prov_{row}': rowsOf(mhsw2019, 'team_uses_sw'),
  'ind_team_wte_{row}': rowsOf(mhsw2019, 'team_staff'),
}

const codesOf = (listed: string): readonly string[] =>
  families[listed]?.map((row) => `${listed.replace('_{row}', '')}_${row}`) ?? [listed]

const found = (code: string): Indicator => {
  const indicator = definitionOf(code).indicators.find((each) => each.code === code)
  if (!indicator) throw new Error(`${code} is not in the definition`)
  return indicator
}

const lines = listedIndicators.flatMap((line) => line.codes.map((listed) => ({ ...line, listed })))

const types: Readonly<Record<string, string>> = {
  N: 'nhs_trust',
  L: 'local_authority',
  I: 'independent',
  V: 'voluntary',
}
const everybody = Object.values(types)

const typesIn = (line: ListedIndicator): string[] =>
  /^[NLIV](,[NLIV])*$/.test(line.types) ? line.types.split(',').map((each) => types[each] ?? '') : everybody

const subjects: Readonly<Record<string, string>> = {
  W: 'workforce',
  P: 'protected',
  A: 'activity',
  O: 'organisations',
}

test('the list has all its lines', () => {
  expect(listedIndicators).toHaveLength(69)
})

describe.each(lines)('$listed', (line) => {
  const indicators = codesOf(line.listed).map(found)

  test('is told by the types of organisation listed', () => {
    for (const { organisations } of indicators) expect([...organisations].sort()).toEqual(typesIn(line).sort())
  })

  test('is of the class listed', () => {
    for (const { subject } of indicators) expect(subject).toBe(subjects[line.subject])
  })

  test('has the decimals listed; a percentage or a ratio has one for its owner', () => {
    for (const { scale, decimals } of indicators) {
      const listed = line.decimals.startsWith('£') ? 0 : Number(line.decimals)
      const least = scale === 'percent' || scale === 'each' ? 1 : 0
      expect(decimals).toBe(Math.max(listed, least))
    }
  })

  test('is reckoned from the cells listed', () => {
    for (const indicator of indicators) {
      const [above, below] = partsOf(indicator)
      const row = indicator.code.slice(line.listed.replace('{row}', '').length).replace(/^_/, '')
      expect(notIn(above, namedIn(line.numerator, row))).toEqual([])
      if (!/^(same|-)$/.test(line.denominator)) expect(notIn(below, namedIn(line.denominator, row))).toEqual([])
    }
  })
})

const places = new Set(
  [mhsw2019, psw2019].flatMap((definition) =>
    questionsOf(definition).flatMap((question) => (question.shape === 'single' ? [question.code] : [])),
  ),
)

/** What the numerator and the denominator read. */
function partsOf(indicator: Indicator): [readonly string[], readonly string[]] {
  switch (indicator.compares) {
    case 'ratio':
      return [addressesIn(indicator.numerator), addressesIn(indicator.denominator)]
    case 'organisations':
      return [addressesIn(indicator.counted), addressesIn(indicator.among)]
    case 'amount':
      return [addressesIn(indicator.amount), []]
    case 'quality':
      return [[], []]
  }
}

/** Addresses as the list writes them: with the row of a family in its place, and the population by type. */
const namedIn = (cell: string, row: string): string[] =>
  addressesNamed(cell)
    .map((address) => address.replace('{row}', row))
    .flatMap((address) => (address === 'pop' ? ['pop_registered', 'pop_resident'] : [address]))

const isWhole = (address: string) => places.has(address) || address.includes('.')

/** Those listed that are not read: addresses as they are, tables by their name, every `ip_*` row by its beginning. */
const notIn = (read: readonly string[], listed: readonly string[]): string[] =>
  listed.filter((address) => {
    const [question = '', row = ''] = address.split('.')
    if (row.endsWith('*')) return !read.some((each) => each.startsWith(`${question}.${row.slice(0, -1)}`))
    const isExact = isWhole(address) && !address.endsWith('.{row}')
    if (isExact && read.includes(address)) return false
    const shortened = read.filter((each) => each.startsWith(`${address}.`))
    return shortened.length === 0
  })

test('no indicator is there that is neither listed nor explained', () => {
  const listed = new Set(lines.flatMap(({ listed: code }) => codesOf(code)))
  const more = [...mhsw2019.indicators, ...psw2019.indicators]
    .map(({ code }) => code)
    .filter((code) => !listed.has(code) && !listed.has(code.replace(/_hc$/, '')))
  // The year after Think Ahead's first is listed beside it: "yr 1 + ASYE incl. yr 2 separately".
  expect(more).toEqual(['ind_asye_share'])
})

test('characteristics exist on both bases, which lead to each other', () => {
  const characteristics = mhsw2019.indicators.filter(
    ({ subject, code }) => subject === 'protected' && code !== 'ind_amhp_50plus',
  )
  const codes = new Set(mhsw2019.indicators.map(({ code }) => code))
  expect(characteristics.length).toBe(26)
  for (const { code, otherBasis } of characteristics) {
    expect(otherBasis).toBe(code.endsWith('_hc') ? code.replace(/_hc$/, '') : `${code}_hc`)
    expect(codes.has(otherBasis ?? '')).toBe(true)
  }
})

test('nothing per head of population is compared among all types together', () => {
  for (const { indicators } of [mhsw2019, psw2019, mhsw2022]) {
    const perHead = indicators.filter(({ scale }) => scale === 'per_100k')
    expect(perHead.length).toBeGreaterThan(0)
    for (const { groups } of perHead) expect(groups).not.toContain('all')
  }
})

describe('in 2022', () => {
  const codesIn = ({ indicators }: SurveyDefinition) => indicators.map(({ code }) => code)
  const now = new Map(mhsw2022.indicators.map((indicator) => [indicator.code, indicator]))

  test('everything of 2019 is still compared', () => {
    expect(codesIn(mhsw2019).filter((code) => !now.has(code))).toEqual([])
  })

  test('there is a family for each team that came since', () => {
    for (const row of ['mhst_education', 'maternal_mh', 'crisis_line', 'acute_day', 'place_based_cmhf']) {
      expect(now.has(`ind_team_orgs_${row}`)).toBe(true)
    }
  })

  test('Think Ahead is both years, of the workforce', () => {
    expect(now.get('ind_trainee_share')).toMatchObject({
      numerator: { terms: [{ address: 'ta_year1_wte' }, { address: 'ta_year2_wte' }] },
      denominator: {
        types: { nhs_trust: { address: 'sw_service.wte' }, local_authority: { address: 'sw_employed.wte' } },
      },
    })
  })

  test.each(['ind_trainee_share', 'ind_team_orgs_cmht', 'ind_team_wte_cmht'])('a trend of %s stops at 2019', (code) => {
    expect(now.get(code)?.notComparableWith?.['mhsw-2019']).toMatch(/2019|2022/)
  })

  test('vacancies are compared type by type, not all together', () => {
    expect(now.get('ind_vacancy_rate')?.notComparableWith).toBeUndefined()
    expect(now.get('ind_vacancy_rate')?.notComparableTogether?.['mhsw-2019']).toMatch(/NHS trusts alone/)
  })
})
