import { hasEssentials } from '../../../server/domain/survey/essential'
import type { Question } from '../../../server/domain/survey/definition'
import { checkReturn } from '../../../server/domain/survey/progress'
import { sheetOf } from '../../../server/domain/survey/routing'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../../server/surveys/mhsw2022'
import { psw2019 } from '../../../server/surveys/psw2019'
import { cells, count, list, sheet, surveyOf, table } from './tiny'

const rule = { code: 'X04', level: 'soft', says: '{r}% is not collected.', platform: 'enough_collected' } as const

function checked(questions: readonly Question[], given: Parameters<typeof cells>[0], essentialOnly: boolean) {
  const definition = surveyOf(questions, { rules: [rule] })
  const { register } = sheet(definition, {})
  const [only] = checkReturn(sheetOf(definition, { ...register, essentialOnly }, cells(given)))
  if (!only) throw new Error('A survey has a section')
  return only
}

const missing = (questions: readonly Question[], essentialOnly = true) =>
  checked(questions, {}, essentialOnly).missing.map(({ address }) => address)

describe('where only the essential questions are asked for', () => {
  const questions = [
    count('all', { essential: true }),
    count('some'),
    table('ages', ['young'], { essential: ['hc'] }),
    list('partners'),
    list('hosts', { essential: true }),
  ]

  test('those must be answered, column by column', () => {
    expect(missing(questions)).toEqual(['all', 'ages.young.hc', 'hosts'])
    expect(missing(questions, false)).toEqual(['all', 'some', 'ages.young.hc', 'ages.young.wte', 'partners', 'hosts'])
  })

  test('what is answered beyond them is judged as ever', () => {
    const bounded = count('some', { upTo: { '': { figure: { kind: 'cell', address: 'all' }, called: 'all of them' } } })
    const { beyond } = checked([count('all', { essential: true }), bounded], { all: 3, some: 4 }, true)
    expect(beyond).toHaveLength(1)
  })

  test('nobody asks why so little is collected (X04)', () => {
    const given = { all: 3, some: 'NC' }
    const two = [count('all', { essential: true }), count('some')]
    expect(checked(two, given, false).broken).toHaveLength(1)
    expect(checked(two, given, true).broken).toEqual([])
  })
})

test('the social work surveys say which questions are essential, the peer support survey does not', () => {
  expect([mhsw2019, mhsw2022, psw2019].map(hasEssentials)).toEqual([true, true, false])
})
