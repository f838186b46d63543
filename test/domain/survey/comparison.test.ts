import { compareDefinitions } from '../../../server/domain/survey/comparison'
import type { Question } from '../../../server/domain/survey/definition'
import { count, list, surveyOf, table, yesNo } from './tiny'

const compare = (earlier: readonly Question[], later: readonly Question[]) =>
  compareDefinitions(surveyOf(earlier), surveyOf(later))

const nothing = { came: [], went: [], optionsCame: [], optionsWent: [], reworded: [] }

describe('from one collection of a survey to the next', () => {
  test('nothing is another where all is the same', () => {
    const questions = [count('posts'), table('age', ['young', 'old']), list('partner'), yesNo('any')]
    expect(compare(questions, questions)).toEqual(nothing)
  })

  test('the order of questions does not matter, nor the section they are in', () => {
    const [posts, any] = [count('posts'), yesNo('any')]
    const moved = surveyOf([any, posts], { code: 'b' })
    expect(compareDefinitions(surveyOf([posts, any]), moved)).toEqual(nothing)
  })

  test('a question came, and another went', () => {
    const found = compare([count('contacts')], [count('video'), count('telephone')])
    expect(found).toEqual({ ...nothing, came: ['video', 'telephone'], went: ['contacts'] })
  })

  test('a row came, in every column of its table', () => {
    expect(compare([table('team', ['day'])], [table('team', ['day', 'night'])])).toEqual({
      ...nothing,
      came: ['team.night.hc', 'team.night.wte'],
    })
  })

  test('a list came, whatever its entries', () => {
    expect(compare([], [list('partner')]).came).toEqual(['partner.*.org', 'partner.*.hc', 'partner.*.wte'])
  })

  test('a box that became a row of boxes has other addresses', () => {
    const row = { ...count('posts'), shape: 'row', columns: [{ code: 'hc', label: 'People', box: whole }] } as Question
    expect(compare([count('posts')], [row])).toMatchObject({ came: ['posts.hc'], went: ['posts'] })
  })

  test('an option came and another went, of a question that both ask', () => {
    const choosing = (...values: string[]) =>
      yesNo('scheme', {
        box: { kind: 'choice', options: values.map((value) => ({ value, label: value })) },
      } as Partial<Question>)
    expect(compare([choosing('a', 'b')], [choosing('b', 'c')])).toEqual({
      ...nothing,
      optionsCame: ['scheme: c'],
      optionsWent: ['scheme: a'],
    })
    expect(compare([], [choosing('a')]).optionsCame).toEqual([])
  })

  test('a question, a hint and a row are worded otherwise', () => {
    const before = table('team', ['day'], { label: 'On 30 September 2019' })
    const after = {
      ...before,
      label: 'On 31 March 2022',
      hint: 'Main team.',
      rows: [{ code: 'day', label: 'Daytime' }],
    }
    expect(compare([before], [after as Question])).toEqual({
      ...nothing,
      reworded: [
        { of: 'team', part: 'label', before: 'On 30 September 2019', after: 'On 31 March 2022' },
        { of: 'team', part: 'hint', before: '', after: 'Main team.' },
        { of: 'team.day', part: 'label', before: 'day', after: 'Daytime' },
      ],
    })
  })

  test('an option is worded otherwise', () => {
    const worded = (label: string) =>
      yesNo('any', { box: { kind: 'choice', options: [{ value: 'yes', label }] } } as Partial<Question>)
    expect(compare([worded('Yes')], [worded('Yes, some')]).reworded).toEqual([
      { of: 'any: yes', part: 'label', before: 'Yes', after: 'Yes, some' },
    ])
  })
})

const whole = { kind: 'integer', min: 0, max: 9 } as const
