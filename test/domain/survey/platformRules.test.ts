import { sectionCoded } from '../../../server/domain/survey/definition'
import { findPersonalData } from '../../../server/domain/survey/personalData'
import { placesIn } from '../../../server/domain/survey/places'
import type { Register } from '../../../server/domain/survey/register'
import { sheetOf } from '../../../server/domain/survey/routing'
import { brokenRules } from '../../../server/domain/survey/rules'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { cells } from './tiny'

type Given = Parameters<typeof cells>[0]

const trust: Register = {
  organisation: {
    name: 'Thornmere Partnership NHS Trust',
    type: 'nhs_trust',
    code: 'T80',
    cassrCode: null,
    nhsRegion: 'Y60',
    adassRegion: 'E12000004',
    popRegistered: 900_000,
    popResident: null,
    popAdults: null,
    emailDomains: ['thornmere-trust.example'],
  },
}

const inHouse = { has_mhsw: 'yes', 'sw_emp_in.hc': 41, 'sw_emp_in.wte': 36.2, 'sw_emp_out.hc': 0, 'sw_emp_out.wte': 0 }

/** What a rule of the platform says of a return; nothing where it holds. */
function saysOf(section: string, code: string, given: Given, register: Partial<Register> = {}): readonly string[] {
  const found = sectionCoded(mhsw2019, section)
  if (!found) throw new Error(`There is no section ${section}`)
  const broken = brokenRules(found, sheetOf(mhsw2019, { ...trust, ...register }, cells(given)))
  return broken.find(({ rule }) => rule.code === code)?.findings.map(({ says }) => says) ?? []
}

/** Every box of a section that is asked and may be "not collected" is. */
function notCollected(letters: readonly string[]): Given {
  const places = letters.flatMap((letter) => {
    const section = sectionCoded(mhsw2019, letter)
    return section ? placesIn(section, {}) : []
  })
  const may = places.filter(({ question, column }) =>
    question.mayBeUncollected === true ? true : (question.mayBeUncollected ?? []).includes(column),
  )
  return Object.fromEntries(may.map(({ address }) => [address, 'NC']))
}

test('A01: the code fits the type of organisation', () => {
  const code = (written: string) => ({ organisation: { ...trust.organisation, code: written } })
  expect(saysOf('a', 'A01', {})).toEqual([])
  expect(saysOf('a', 'A01', {}, code('E06900001'))[0]).toContain('E06900001')
})

test('A02: nobody covered by a joint return has begun one of their own', () => {
  const joint = { return_scope: 'joint_return', return_scope_orgs: ['E06900001'] }
  expect(saysOf('a', 'A02', joint, { begunAlready: [] })).toEqual([])
  expect(saysOf('a', 'A02', joint, { begunAlready: ['Eastvale Council'] })[0]).toContain('Eastvale Council has already')
})

test('A03: whoever has none is not named as host by others', () => {
  const namedAsHostBy = [{ name: 'Eastvale Council', wte: 4.5 }]
  expect(saysOf('a', 'A03', { has_mhsw: 'no' }, { namedAsHostBy })[0]).toContain('Eastvale Council reports 4.50 WTE')
  expect(saysOf('a', 'A03', { has_mhsw: 'yes' }, { namedAsHostBy })).toEqual([])
  expect(saysOf('a', 'A03', { has_mhsw: 'no' })).toEqual([])
})

describe('B05: partners', () => {
  const external = { ...inHouse, 'sw_ext.hc': 3, 'sw_ext.wte': 3 }

  test('may be several others', () => {
    expect(
      saysOf('b', 'B05', { ...external, 'sw_ext_partner.1.org': 'E06900001', 'sw_ext_partner.2.org': 'E06900002' }),
    ).toEqual([])
  })

  test('may not be the organisation itself', () => {
    expect(saysOf('b', 'B05', { ...external, 'sw_ext_partner.1.org': 'T80' })[0]).toContain('your own organisation')
  })

  test('may not be one organisation twice', () => {
    const twice = { ...external, 'sw_ext_partner.1.org': 'E06900001', 'sw_ext_partner.4.org': 'E06900001' }
    expect(saysOf('b', 'B05', twice)[0]).toContain('names the same organisation')
  })

  test('may be the same in both lists, for staff go both ways', () => {
    const both = {
      ...external,
      'sw_emp_out.hc': 1,
      'sw_emp_out.wte': 1,
      'sw_ext_partner.1.org': 'E06900001',
      'sw_out_partner.1.org': 'E06900001',
    }
    expect(saysOf('b', 'B05', both)).toEqual([])
  })
})

test('C06: "no change" stands alone', () => {
  expect(saysOf('c', 'C06', { ...inHouse, s75_change_3y: ['no_change'] })).toEqual([])
  expect(saysOf('c', 'C06', { ...inHouse, s75_change_3y: ['started', 'ended_by_la'] })).toEqual([])
  expect(saysOf('c', 'C06', { ...inHouse, s75_change_3y: ['started', 'no_change'] })[0]).toContain('Choose either')
})

test.each([
  [500, true],
  [1200, true],
  [400, false],
  [510, false],
  [0, false],
])('L10: %d assessments look like an estimate: %s', (count, estimate) => {
  expect(saysOf('l', 'L10', { ...inHouse, act_care_act: count })).toHaveLength(estimate ? 1 : 0)
})

test('X03: not all of the core may be "not collected"', () => {
  const none = { ...inHouse, ...notCollected(['b', 'e', 'h', 'j', 'k']) }
  expect(saysOf('p', 'X03', none)).toHaveLength(1)
  expect(saysOf('p', 'X03', { ...none, est_wte: 40 })).toEqual([])
})

test('X04: at most two in five required figures may be "not collected"', () => {
  expect(saysOf('p', 'X04', { ...inHouse, vac_wte: 'NC' })).toEqual([])
  const most = { ...inHouse, pay_scheme: 'afc', ...notCollected(['b', 'c', 'd', 'e', 'h', 'i', 'j', 'l', 'm']) }
  expect(saysOf('p', 'X04', most)[0]).toMatch(/^\d\d% of the figures/)
})

describe('X05: two tables with the same figures', () => {
  const ages = [
    'a_under25',
    'a25_29',
    'a30_34',
    'a35_39',
    'a40_44',
    'a45_49',
    'a50_54',
    'a55_59',
    'a60_64',
    'a65_plus',
    'not_known',
  ]
  const grades = ['b4_or_below', 'b5', 'b6', 'b7', 'b8a', 'b8b', 'b8c', 'b8d', 'b9', 'non_afc', 'not_known']
  const column = (code: string, rows: readonly string[], figures: readonly number[]): Given =>
    Object.fromEntries(rows.map((row, at) => [`${code}.${row}.hc`, figures[at] ?? 0]))
  const figures = [2, 5, 7, 9, 8, 4, 3, 2, 1, 0, 0]

  test('look like a slip of copying', () => {
    const copied = {
      ...inHouse,
      pay_scheme: 'afc',
      ...column('demo_age', ages, figures),
      ...column('pay_afc', grades, figures),
    }
    expect(saysOf('p', 'X05', copied)[0]).toContain('have the same figures')
  })

  test('are none where the figures differ, or are few', () => {
    const differ = {
      ...inHouse,
      pay_scheme: 'afc',
      ...column('demo_age', ages, figures),
      ...column('pay_afc', grades, [1, 6, ...figures.slice(2)]),
    }
    expect(saysOf('p', 'X05', differ)).toEqual([])
    const few = { ...inHouse, pay_scheme: 'afc', ...column('demo_age', ages, [41]), ...column('pay_afc', grades, [41]) }
    expect(saysOf('p', 'X05', few)).toEqual([])
  })
})

describe('beside last time', () => {
  const last = (given: Given) => ({ lastTime: cells(given) })

  test('X06: a total is not exactly ten times or a tenth of what it was', () => {
    expect(saysOf('p', 'X06', inHouse, last({ 'sw_emp_in.wte': 3.62 }))[0]).toContain('last time it was 3.62')
    expect(saysOf('p', 'X06', inHouse, last({ 'sw_emp_in.wte': 3.6 }))).toEqual([])
    expect(saysOf('p', 'X06', inHouse)).toEqual([])
  })

  test.each([
    [36.2, 0],
    [50, 0],
    [51.8, 1],
    [31.2, 0],
    [0, 1],
  ])('X08: 36.20 WTE after %d', (before, findings) => {
    expect(saysOf('p', 'X08', inHouse, last({ 'sw_employed.wte': before }))).toHaveLength(findings)
  })
})

describe('Q04: personal data', () => {
  test.each([
    ['Her NHS number is 943 476 5919.', 'an NHS number'],
    ['Number 9434765918 is an order number.', undefined],
    ['NI QQ123456C is not one, AB 12 34 56 C is.', 'a National Insurance number'],
    ['Jo, date of birth 3/4, left.', 'a date of birth'],
    ['He was born on 12.11.1975.', 'a date of birth'],
    ['As on 30/09/2019, 41 people.', undefined],
    ['Call 01632 960 001 about the 1,250 contacts.', undefined],
  ])('%s', (text, found) => {
    expect(findPersonalData(text)).toBe(found)
  })

  test('is looked for wherever words can be written', () => {
    const named = { ...inHouse, partnership_comment: 'Jo Bloggs, born on 12.11.1975, works in both.' }
    expect(saysOf('c', 'Q04', named)[0]).toContain('a date of birth')
    expect(saysOf('b', 'Q04', named)).toEqual([])
  })
})
