import { definitionOf } from '../../server/surveys'
import { constantsOf } from '../../server/surveys/publishedConstants'

// Where the published figures contradict each other (specification, published figures §6.4). Nothing is bent to fit.

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole)

/** Whole numbers of organisations that add up to `n` and are printed as these percentages. */
const splits = (n: number, printed: readonly [number, number, number]): number[][] => {
  const counts = Array.from({ length: n + 1 }, (_, count) => count)
  const [first, second, third] = printed.map((share) => counts.filter((count) => percent(count, n) === share))
  return (first ?? []).flatMap((a) =>
    (second ?? []).flatMap((b) => ((third ?? []).includes(n - a - b) ? [[a, b, n - a - b]] : [])),
  )
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

const publishedConstants = ['mhsw-2019', 'mhsw-2022'].flatMap(constantsOf)

const constant = (code: string) => {
  const found = publishedConstants.find((each) => each.code === code)
  if (!found) throw new Error(`No published constant is called ${code}`)
  return found
}

const indicator = (collection: string, code: string) => {
  const found = definitionOf(collection).indicators.find((each) => each.code === code)
  if (!found) throw new Error(`There is no ${code} in ${collection}`)
  return found
}

describe('X-01: 27%, 61% and 12% of 2019', () => {
  test('cannot come from 55 trusts, only from 41, 49, 51 or 59', () => {
    expect(numbers(40, 65).filter((n) => splits(n, [27, 61, 12]).length > 0)).toEqual([41, 49, 51, 59])
  })
  test('fit 59 trusts with the same seven of partnership only', () => {
    expect(splits(59, [27, 61, 12])).toContainEqual([16, 36, 7])
    expect([percent(7, 55), percent(7, 59)]).toEqual([13, 12])
  })
  test('are within a point of 15, 33 and 7 of 55', () => {
    expect([15, 33, 7].map((count) => percent(count, 55))).toEqual([27, 60, 13])
  })
})

describe('X-02: 59%, 40% and 1% of 2022', () => {
  test('cannot come from 58 trusts, nor from fewer than 68', () => {
    expect(numbers(3, 80).find((n) => splits(n, [59, 40, 1]).length > 0)).toBe(68)
  })
  test('and one trust is no 1% among fewer than 67', () => {
    expect(numbers(2, 80).find((n) => percent(1, n) === 1)).toBe(67)
  })
  test('of 34, 23 and 1 it makes 59, 40 and 2, which is 101', () => {
    const shares = [34, 23, 1].map((count) => percent(count, 58))
    expect(shares).toEqual([59, 40, 2])
    expect(shares.reduce((a, b) => a + b)).toBe(101)
  })
})

test('X-03: 3% of 100,000 NHS employed staff needs those whom others employ; the NHS employs 2.2%', () => {
  expect([(100 * 2894) / 100_000, (100 * 2211) / 100_000].map((share) => share.toFixed(1))).toEqual(['2.9', '2.2'])
})

describe('X-04: the rise of 20%', () => {
  test('is 23.6% from what was published of 2019', () => {
    expect((100 * (3576 / 2894 - 1)).toFixed(1)).toBe('23.6')
  })
  test('is of an adjusted base, a constant with a source of its own; the published one stays as it is', () => {
    const [base, published] = ['nhs_wte_2019_comparable', 'nhs_wte_2019'].map(constant)
    expect(published?.value).toBe(2894)
    expect((100 * (3576 / (base?.value ?? NaN) - 1)).toFixed(0)).toBe('20')
    expect(base?.source).toMatch(/not published/)
  })
})

test.each([
  ['X-05', 'ind_vacancy_rate'],
  ['X-06', 'ind_pct_bame'],
])(
  '%s: what was published of %s is of trusts in 2019 and of everybody in 2022, so no trend joins the two',
  (_, code) => {
    const told = indicator('mhsw-2022', code)
    expect(told.notComparableTogether?.['mhsw-2019']).toMatch(/2019 is of NHS trusts/)
    expect(told.notComparableWith).toBeUndefined()
  },
)

test('X-06 and X-07: ethnicity was known of 70% of those employed, disability of 60%', () => {
  expect([percent(1551, 2211), percent(1323, 2211)]).toEqual([70, 60])
})

test('X-08: the table of Tucker and others adds up to one more than its total', () => {
  expect(2144 + 54 + 4105 + 282).toBe(6584 + 1)
})

test('X-09: WTE of the people who are AMHPs is asked apart from WTE of AMHP duty, and never added to it', () => {
  const { sections, indicators } = definitionOf('mhsw-2019')
  const asked = sections.flatMap(({ questions }) => questions.map(({ code }) => code))
  expect(asked).toEqual(expect.arrayContaining(['amhp_emp', 'amhp_emp_duty_wte']))
  const both = indicators
    .map((each) => JSON.stringify(each))
    .filter((text) => text.includes('"amhp_emp.wte"') && text.includes('"amhp_emp_duty_wte"'))
  expect(both).toEqual([])
})

test('X-11: two thirds in councils is 66% on one estimate, 69% or 63% on another', () => {
  expect([percent(4105, 4105 + 2144), percent(5000, 5000 + 2211), percent(5000, 5000 + 2894)]).toEqual([66, 69, 63])
})

test('X-12: the share of minority ethnic groups is told beside comparators, and never judged', () => {
  const told = ['mhsw-2019', 'mhsw-2022'].map((collection) => indicator(collection, 'ind_pct_bame'))
  const comparators = publishedConstants.filter(({ code }) => /^(bame|asian|black)_/.test(code))
  expect([...told, ...comparators].map(({ label }) => label).join() + told.map(({ says }) => says).join()).not.toMatch(
    /good|better|best|poor|worse|low|high|representative/i,
  )
  expect(['bame_childrens_2019', 'bame_adults_2019'].map((code) => constant(code).value)).toEqual([22, 25])
})

test('X-13: the workforce of 2022 is told with year 1 of Think Ahead and without', () => {
  expect(JSON.stringify(indicator('mhsw-2022', 'ind_wte_service_100k'))).not.toContain('ta_year1')
  expect(JSON.stringify(indicator('mhsw-2022', 'ind_wte_qualified_100k'))).toContain('ta_year1_wte')
})

describe('X-14: the shares of trusts by service', () => {
  const fits = (n: number, printed: readonly number[]) =>
    printed.every((share) => numbers(0, n).some((count) => percent(count, n) === share))
  const [community, inpatient] = [
    [82, 79, 75, 68, 67],
    [59, 53, 45],
  ] as const

  test('82% cannot occur among 58 trusts', () => {
    expect([percent(47, 58), percent(48, 58)]).toEqual([81, 83])
  })
  test('those in the community fit 57 trusts and not 58, those on wards 58 and not 57', () => {
    expect([fits(57, community), fits(58, community)]).toEqual([true, false])
    expect([fits(57, inpatient), fits(58, inpatient)]).toEqual([false, true])
  })
  test('so each service is told of those who say whether, and of those who provide it', () => {
    expect(indicator('mhsw-2022', 'ind_team_orgs_cmht').subject).toBe('organisations')
    expect(indicator('mhsw-2022', 'ind_team_orgs_prov_cmht').subject).toBe('organisations')
  })
})
