import { faultsIn } from '../../../server/domain/survey/checkDefinition'
import { atMost, cell, is, some, sum } from '../../../server/domain/survey/expression'
import { definitions } from '../../../server/surveys'
import { count, surveyOf, table, yesNo } from './tiny'

test.each(Object.values(definitions).map((definition) => [definition.code, definition]))(
  '%s is well formed',
  (_code, definition) => {
    expect(faultsIn(definition as (typeof definitions)[string])).toEqual([])
  },
)

describe('a fault is found out:', () => {
  const rule = { code: 'B01', level: 'hard', says: 'No.' } as const

  test('a rule about a cell that is nowhere', () => {
    const survey = surveyOf([count('total')], { rules: [{ ...rule, holds: atMost(cell('totl'), 5) }] })
    expect(faultsIn(survey)).toEqual(["rule B01 uses 'totl', which is nowhere"])
  })

  test('a sum over a column there is not', () => {
    const survey = surveyOf([table('age', ['young'])], { rules: [{ ...rule, holds: atMost(sum('age.*.share'), 5) }] })
    expect(faultsIn(survey)).toEqual(["rule B01 uses 'age.*.share', which is nowhere"])
  })

  test('two questions with one code', () => {
    expect(faultsIn(surveyOf([count('total'), count('total')]))).toEqual(["two of them are question 'total'"])
  })

  test('a question that depends on itself', () => {
    const survey = surveyOf([count('egg', { when: some('hen') }), count('hen', { when: some('egg') })])
    expect(faultsIn(survey)).toEqual(['question egg depends on itself', 'question hen depends on itself'])
  })

  test('a question nobody will ever be asked', () => {
    const survey = surveyOf([yesNo('gate'), count('total', { when: is('gate', 'perhaps') })])
    expect(faultsIn(survey)).toEqual(['question total waits for a choice that gate does not offer'])
  })

  test('a message with a gap nothing fills', () => {
    const survey = surveyOf([count('total')], {
      rules: [{ ...rule, says: 'You have {x}.', holds: atMost(cell('total'), 5) }],
    })
    expect(faultsIn(survey)).toEqual(['rule B01 leaves {x} unfilled'])
  })

  test('a total nothing adds up, and a fact the register does not have', () => {
    const survey = surveyOf([count('sum', { answering: 'calculated' }), count('shoe_size', { answering: 'prefilled' })])
    expect(faultsIn(survey)).toEqual(["nothing says how 'sum' is calculated", "nothing fills in 'shoe_size'"])
  })
})
