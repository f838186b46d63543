import { onlyShared, sharedQuestions } from '../../../server/domain/survey/shared'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../../server/surveys/mhsw2022'
import { psw2019 } from '../../../server/surveys/psw2019'
import { cells, count, list, surveyOf, table, yesNo } from './tiny'

const shared = (one: Parameters<typeof surveyOf>[0], other: Parameters<typeof surveyOf>[0]) =>
  [...sharedQuestions(surveyOf(one), surveyOf(other))].sort()

describe('questions two surveys share', () => {
  test('have the same code and the same boxes, whatever they are called', () => {
    const other = [count('all', { label: 'All of them' }), table('ages', ['young', 'old']), list('partners')]
    expect(shared([count('all'), table('ages', ['young', 'old']), list('partners')], other)).toEqual([
      'ages',
      'all',
      'partners',
    ])
  })

  test.each([
    ['another box', count('all'), yesNo('all')],
    ['other rows', table('all', ['young', 'old']), table('all', ['young'])],
    ['other organisations to answer it', count('all'), count('all', { organisations: ['nhs_trust'] })],
    ['an answer that may be left out', count('all'), count('all', { answering: 'optional' })],
    [
      'other columns that may be not collected',
      table('all', ['a']),
      table('all', ['a'], { mayBeUncollected: ['wte'] }),
    ],
  ])('do not have %s', (_what, one, other) => {
    expect(shared([one], [other])).toEqual([])
  })

  test('are about the same day, whatever the key of that day is', () => {
    const on = (code: string, reference: string, day: string) => ({
      ...surveyOf([count(code, { reference })]),
      references: { [reference]: day },
    })
    const march = on('all', 'C', 'on 31 March 2022')
    expect(sharedQuestions(on('all', 'C', 'on 30 September 2019'), march).size).toBe(0)
    expect(sharedQuestions(on('all', 'D', 'on 31 March 2022'), march).size).toBe(1)
  })

  test('are not the declaration, which is said of one return', () => {
    const signed = surveyOf([yesNo('decl_accurate')], { filledBy: 'signatory' })
    expect(sharedQuestions(signed, signed).size).toBe(0)
  })

  test('take all their boxes along, and nothing else', () => {
    const given = cells({ all: 3, 'ages.young.hc': 2, 'explain!A01': 'Because' })
    expect(onlyShared(given, new Set(['ages']))).toEqual(cells({ 'ages.young.hc': 2 }))
  })
})

test('the surveys of 2019 share what is asked about the organisation, and no figure', () => {
  const expected = [
    ...['contact_email', 'contact_name', 'contact_phone', 'pop_challenge'],
    ...['return_scope', 'return_scope_detail', 'return_scope_orgs', 'services_ages'],
  ]
  expect([...sharedQuestions(mhsw2019, psw2019)].sort()).toEqual(expected)
  expect([...sharedQuestions(psw2019, mhsw2019)].sort()).toEqual(expected)
})

test('no figure of 2019 is taken for one of 2022', () => {
  const both = sharedQuestions(mhsw2019, mhsw2022)
  for (const code of ['sw_emp_in', 'est_wte', 'demo_age', 'act_mha_assess']) expect(both.has(code)).toBe(false)
})
