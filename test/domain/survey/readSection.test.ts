import { readSection } from '../../../server/domain/survey/readSection'
import type { Question, Section } from '../../../server/domain/survey/definition'
import { cells, count, list, table, yesNo } from './tiny'

const sectionOf = (...questions: Question[]): Section => ({ code: 'a', title: 'A', questions, rules: [] })

const section = sectionOf(
  yesNo('gate'),
  count('total'),
  table('age', ['young', 'old'], { mayBeUncollected: ['wte'] }),
  list('partner'),
  { ...count('sum'), answering: 'calculated' },
)

const read = (typed: Record<string, unknown>, kept: Parameters<typeof cells>[0] = {}) =>
  readSection(section, typed, cells(kept))

describe('a section as it was typed', () => {
  test('leaves alone what was not sent', () => {
    expect(read({}, { total: 4 }).changes).toEqual({})
  })

  test('rubs out what was sent empty', () => {
    expect(read({ total: ' ' }, { total: 4 }).changes).toEqual({ total: null })
  })

  test('changes nothing that says the same', () => {
    expect(read({ total: '1,250', gate: 'yes' }, { total: 1250, gate: 'yes' }).changes).toEqual({})
  })

  test('keeps the last good answer under one it cannot read, and says what was given', () => {
    const { changes, problems } = read({ total: 'lots' }, { total: 4 })
    expect(changes).toEqual({})
    expect(problems).toEqual([{ address: 'total', says: 'total must be a whole number, like 41. You gave “lots”.' }])
  })

  test('takes no notice of what nobody may enter', () => {
    expect(read({ sum: '12', org_id: 'x', __proto__: 'y', constructor: 'z' }).changes).toEqual({})
  })

  test('tells 0 from blank', () => {
    expect(read({ total: '0' }).changes).toEqual({ total: { state: 'value', value: 0 } })
  })
})

describe('not collected', () => {
  const nc = (reason: string) => ({ state: 'not_collected', reason })

  test('is said with its reason', () => {
    expect(read({ total: '', 'total!nc': 'not_recorded' }).changes).toEqual({ total: nc('not_recorded') })
  })

  test('cannot be said beside a figure', () => {
    const { changes, problems } = read({ total: '3', 'total!nc': 'not_recorded' })
    expect(changes).toEqual({})
    expect(problems[0]?.says).toBe('total has both a figure (3) and “not collected”. Keep one of them.')
  })

  test('cannot be said where the figure must be given', () => {
    expect(read({ 'age.young.hc!nc': 'not_recorded' }).problems).toHaveLength(1)
  })

  test('typed as NC asks for the reason', () => {
    expect(read({ total: 'nc' }).problems[0]?.says).toContain('say why it is not collected')
    expect(read({ total: 'NC not_recorded' }).changes).toEqual({ total: nc('not_recorded') })
  })

  test('is taken back by choosing no reason', () => {
    expect(read({ 'total!nc': '' }, { total: 'NC' }).changes).toEqual({ total: null })
    expect(read({ 'total!nc': '' }, { total: 4 }).changes).toEqual({})
  })

  test('fills the blank cells of a column', () => {
    const { changes } = read({ 'age.*.wte!nc': 'not_extractable', 'age.old.wte': '2.50' })
    expect(changes).toEqual({
      'age.young.wte': nc('not_extractable'),
      'age.old.wte': { state: 'value', value: 2.5 },
    })
  })

  test('fills a row and a whole table, and never what may not be uncollected', () => {
    expect(read({ 'age.young.*!nc': 'not_recorded' }).changes).toEqual({ 'age.young.wte': nc('not_recorded') })
    expect(Object.keys(read({ 'age.*!nc': 'not_recorded' }).changes)).toEqual(['age.young.wte', 'age.old.wte'])
  })

  test('is said of a list as a whole while nothing is listed', () => {
    expect(read({ 'partner!nc': 'held_by_partner' }).changes).toEqual({ partner: nc('held_by_partner') })
    expect(read({ 'partner!nc': 'held_by_partner', 'partner.1.hc': '3' }).problems).toHaveLength(1)
  })
})

test('the blank ones are set to 0 only for the question asked, and only where blank', () => {
  const { changes } = read({ 'zero-fill': 'age', 'age.young.hc': '', 'age.old.hc': '7' }, { 'age.old.wte': 'NC' })
  expect(changes).toEqual({
    'age.young.hc': { state: 'value', value: 0 },
    'age.young.wte': { state: 'value', value: 0 },
    'age.old.hc': { state: 'value', value: 7 },
  })
})

describe('a list', () => {
  test('takes entries by their numbers', () => {
    expect(Object.keys(read({ 'partner.4.org': 'E06900001', 'partner.4.hc': '3' }).changes)).toEqual([
      'partner.4.org',
      'partner.4.hc',
    ])
  })

  test('has no entry 0, -1 or past its end', () => {
    expect(read({ 'partner.0.hc': '1', 'partner.-1.hc': '1', 'partner.99999.hc': '1' }).changes).toEqual({})
  })
})
