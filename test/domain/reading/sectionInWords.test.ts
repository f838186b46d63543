import { sectionInWords } from '../../../server/domain/reading/sectionInWords'
import { uncollectedIn } from '../../../server/domain/reading/uncollected'
import { valueCell, type Cells } from '../../../server/domain/survey/cells'
import type { RegisteredOrganisation } from '../../../server/domain/survey/register'
import { sectionCoded } from '../../../server/domain/survey/definition'
import { sheetOf } from '../../../server/domain/survey/routing'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'

const organisation: RegisteredOrganisation = {
  name: 'Thornmere Trust',
  type: 'nhs_trust',
  code: 'T80',
  cassrCode: null,
  nhsRegion: 'Y60',
  adassRegion: 'E12000004',
  popRegistered: 500_000,
  popResident: null,
  popAdults: null,
  emailDomains: [],
}

function read(code: string, cells: Cells, names = new Map<string, string>()) {
  const section = sectionCoded(mhsw2019, code)
  if (!section) throw new Error(`There is no section ${code}`)
  return { read: sectionInWords(section, sheetOf(mhsw2019, { organisation }, cells), names), section }
}

const employed: Cells = {
  has_mhsw: valueCell('yes'),
  'sw_emp_in.hc': valueCell(41),
  'sw_emp_in.wte': valueCell(36.2),
}

describe('a section in words', () => {
  test('puts questions with the same boxes into one table, each a line', () => {
    const [first] = read('b', employed).read.questions
    expect(first?.columns.map(({ label }) => label)).toEqual(['People', 'WTE'])
    expect(first?.rows.slice(0, 2).map(({ label, answers }) => [label, ...answers.map(({ text }) => text)])).toEqual([
      ['Social workers you employ who work in your own mental health services', '41', '36.20'],
      [
        'Social workers you employ who are deployed into another organisation’s mental health services',
        'Not answered',
        'Not answered',
      ],
    ])
  })

  test('has as many answers in a line as there are columns, whatever is asked of it', () => {
    const some = { has_mhsw: valueCell('yes'), out_any: valueCell('yes') }
    for (const { code } of mhsw2019.sections) {
      for (const { columns, rows } of read(code, { ...employed, ...some }).read.questions) {
        for (const row of rows) expect([row.label, row.answers.length]).toEqual([row.label, columns.length])
      }
    }
  })

  test('names what is not asked, and nothing that is not put to such an organisation', () => {
    const { read: found } = read('f', { amhp_emp_any: valueCell('no') })
    expect(found.notAsked).toContain('Number of AMHPs you employ')
    expect(found.questions.map(({ label }) => label)).not.toContain('Number of AMHPs you employ')
    expect(read('a', {}).read.questions.map(({ code }) => code)).not.toContain('cassr_code')
    expect(read('a', {}).read.notAsked).not.toContain('Council (CASSR) code')
  })

  test('calls organisations by their names where they are known, by their codes where they are not', () => {
    const cells = {
      return_scope: valueCell('joint_return'),
      return_scope_orgs: valueCell(['E06900001', 'E06900002']),
    }
    const orgs = read('a', cells, new Map([['E06900001', 'Harrowmere Council']])).read.questions.find(
      ({ code }) => code === 'return_scope_orgs',
    )
    expect(orgs?.only?.text).toBe('Harrowmere Council (E06900001); E06900002')
  })
})

test('what is not collected is told question by question, and of how many boxes', () => {
  const notRecorded = { state: 'not_collected', reason: 'not_recorded' } as const
  const cells: Cells = {
    amhp_emp_any: valueCell('yes'),
    'amhp_emp.hc': valueCell(17),
    'amhp_emp.wte': notRecorded,
    amhp_emp_duty_wte: notRecorded,
  }
  const { section } = read('f', cells)
  expect(uncollectedIn(section, sheetOf(mhsw2019, { organisation }, cells))).toEqual([
    { section: 'F', label: 'Number of AMHPs you employ', why: 'We do not record it (1 of 2 boxes)' },
    { section: 'F', label: 'WTE spent on AMHP duties', why: 'We do not record it' },
  ])
})
