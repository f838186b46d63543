import { faultsIn } from '../../server/domain/survey/checkDefinition'
import { questionsOf } from '../../server/domain/survey/definition'
import { definitionOf, definitions } from '../../server/surveys'

describe.each(Object.values(definitions))('the definition of $code', (definition) => {
  test('is well formed', () => {
    expect(faultsIn(definition)).toEqual([])
  })

  test('is found by its code', () => {
    expect(definitionOf(definition.code)).toBe(definition)
  })

  test('says which question is what the app itself reads, each once', () => {
    const meant = questionsOf(definition).flatMap(({ means }) => means ?? [])
    expect([...meant].sort()).toEqual([
      'answers_for',
      'any_at_all',
      'naming',
      'signatory_email',
      'signatory_name',
      'signatory_role',
      'warnings_read',
    ])
  })

  test('can be kept and printed as it stands', () => {
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
  })
})

test.each(['mhsw-2091', 'constructor', ''])('a survey called %j is not found, and which there are is said', (code) => {
  expect(() => definitionOf(code)).toThrow(`No survey is called '${code}'. There are: mhsw-2019`)
})

test('a rule about a cell that is nowhere is found out', () => {
  const definition = definitionOf('mhsw-2019')
  const sections = definition.sections.map((section) => ({
    ...section,
    rules: section.rules.map((rule) =>
      rule.code === 'D03' && 'holds' in rule
        ? { ...rule, holds: { ...rule.holds, left: { kind: 'cell', address: 'emp_leav' } as const } }
        : rule,
    ),
  }))
  expect(faultsIn({ ...definition, sections } as typeof definition)).toEqual([
    "rule D03 uses 'emp_leav', which is nowhere",
  ])
})
