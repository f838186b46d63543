import type { Checked } from '../../../server/domain/checks/found'
import { boundsOf, outliers } from '../../../server/domain/checks/outliers'
import { copied, tenfold } from '../../../server/domain/checks/slips'
import { runChecks, totalsChecked } from '../../../server/domain/checks/runChecks'
import { valueCell, type Cells } from '../../../server/domain/survey/cells'
import type { OrganisationType } from '../../../server/domain/survey/expression'
import { definitionOf } from '../../../server/surveys'

const definition = definitionOf('mhsw-2019')

const cellsOf = (figures: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(figures).map(([address, value]) => [address, valueCell(value)]))

const checked = (
  name: string,
  figures: Readonly<Record<string, number>>,
  given: { before?: Readonly<Record<string, number>>; type?: OrganisationType; explained?: Checked['explained'] } = {},
): Checked => ({
  returnId: `return of ${name}`,
  submissionId: `submission of ${name}`,
  organisation: { name, code: name, type: given.type ?? 'nhs_trust' },
  cells: cellsOf(figures),
  before: cellsOf(given.before ?? {}),
  explained: given.explained ?? [],
})

/** Quartiles 12.5 and 17.5: ordinary is from −2.5 to 32.5. */
const ordinary = [11, 12, 13, 14, 16, 17, 18, 19]

describe('a figure far from others (X07)', () => {
  const group = (last: number) =>
    [...ordinary, last].map((figure, at) => checked(`trust ${String(at)}`, { 'sw_emp_in.hc': figure }))

  it('is more than three interquartile ranges beyond a quartile', () => {
    expect(boundsOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ lower: -9, upper: 19, q1: 3, q3: 7 })
    expect(outliers(group(30), ['sw_emp_in.hc'], definition)).toEqual([])
    const [found] = outliers(group(400), ['sw_emp_in.hc'], definition)
    expect([found?.organisation, found?.asking.address]).toEqual(['trust 8', 'sw_emp_in.hc'])
  })

  it('is told to the employer without any figure of others', () => {
    const [found] = outliers(group(400), ['sw_emp_in.hc'], definition)
    expect(found?.says).toMatch(/400 is far above what the 9 of its type have: half of them lie between 13 and 18/)
    expect(found?.asking.question).toMatch(
      /^You told us 400 for “.*”\. That is far above what organisations like yours/,
    )
    expect(found?.asking.question.replace('400', '')).not.toMatch(/\d/)
  })

  it('is not found among fewer than eight, nor where all say the same, nor among other types', () => {
    expect(boundsOf([1, 2, 3, 4, 5, 6, 700])).toBeUndefined()
    expect(boundsOf([0, 0, 0, 0, 0, 0, 0, 0, 9])).toBeUndefined()
    const council = checked('council', { 'sw_emp_in.hc': 400 }, { type: 'local_authority' })
    expect(outliers([...group(15), council], ['sw_emp_in.hc'], definition)).toEqual([])
  })
})

describe('a total ten times last time’s (X06)', () => {
  const found = (now: number, before: number) =>
    tenfold(
      [checked('trust', { 'sw_emp_in.wte': now }, { before: { 'sw_emp_in.wte': before } })],
      ['sw_emp_in.wte'],
      definition,
    )

  it('is exactly that, up or down', () => {
    expect(found(362, 36.2)[0]?.asking.question).toContain('You told us 362; last time it was 36.20')
    expect(found(3.62, 36.2)[0]?.says).toContain('exactly a tenth of it')
    expect(found(361, 36.2)).toEqual([])
    expect(found(0, 0)).toEqual([])
  })

  it('comes with what was said of it when it was signed', () => {
    const explained = [{ rule: 'X06', says: ['It is ten times'], explanation: 'We took over nine wards.' }]
    const one = checked('trust', { est_wte: 100 }, { before: { est_wte: 10 }, explained })
    expect(tenfold([one], ['est_wte'], definition)[0]?.explanation).toBe('We took over nine wards.')
  })
})

describe('tables copied one over the other (X05)', () => {
  const table = (code: string, figures: readonly number[]) => {
    const question = definition.sections.flatMap(({ questions }) => questions).find((each) => each.code === code)
    const rows = question?.shape === 'table' ? question.rows : []
    return Object.fromEntries(rows.map(({ code: row }, at) => [`${code}.${row}.hc`, figures[at] ?? 0]))
  }

  it('have the same figures in the same order, at least four different ones', () => {
    const both = { ...table('demo_age', [3, 8, 5, 1]), ...table('demo_ethnicity', [3, 8, 5, 1]) }
    const [found] = copied([checked('trust', both)], definition)
    expect(found?.asking.rule).toBe('X05')
    expect(found?.asking.addresses).toEqual(expect.arrayContaining(Object.keys(both)))
    const other = { ...table('demo_age', [3, 8, 5, 1]), ...table('demo_ethnicity', [8, 3, 5, 1]) }
    expect(copied([checked('trust', other)], definition)).toEqual([])
    const few = { ...table('demo_age', [3, 3, 3]), ...table('demo_ethnicity', [3, 3, 3]) }
    expect(copied([checked('trust', few)], definition)).toEqual([])
  })
})

it('a survey that has no such rules is not looked through for them', () => {
  expect(totalsChecked(definition)).toContain('sw_employed.wte')
  expect(runChecks([], [], definition)).toEqual([])
})
