import { lastTimeOf, stillToConfirm, unchangedSince } from '../../../server/domain/survey/lastTime'
import { is } from '../../../server/domain/survey/expression'
import type { Question } from '../../../server/domain/survey/definition'
import { sheetOf } from '../../../server/domain/survey/routing'
import { cells, count, list, sheet, surveyOf, table, yesNo } from './tiny'

type Given = Parameters<typeof cells>[0]

const sheetWith = (questions: readonly Question[], now: Given, before: Given) => {
  const definition = surveyOf(questions)
  const { register } = sheet(definition, {})
  return sheetOf(definition, { ...register, lastTime: cells(before) }, cells(now))
}

const unchanged = (questions: readonly Question[], now: Given, before: Given) => {
  const made = sheetWith(questions, now, before)
  return made.definition.sections.flatMap((section) => unchangedSince(section, made)).map(({ address }) => address)
}

describe('last time', () => {
  test('is the latest that was said at each address the survey still has', () => {
    const survey = surveyOf([count('all'), count('some')])
    const earlier = [cells({ all: 1, some: 5, gone: 7 }), cells({ all: 2 })]
    expect(lastTimeOf(survey, earlier)).toEqual(cells({ all: 2, some: 5 }))
  })

  test('does not go by the numbers of a list, which are given anew', () => {
    const survey = surveyOf([list('partners')])
    expect(lastTimeOf(survey, [cells({ 'partners.1.hc': 4 })])).toEqual({})
  })
})

describe('a figure that has not changed', () => {
  test('is told, box by box', () => {
    const now = { 'ages.young.hc': 4, 'ages.young.wte': 3.5, 'ages.old.hc': 6, 'ages.old.wte': 6 }
    const before = { 'ages.young.hc': 4, 'ages.young.wte': 3.5, 'ages.old.hc': 5, 'ages.old.wte': 5 }
    expect(unchanged([table('ages', ['young', 'old'])], now, before)).toEqual(['ages.young.hc', 'ages.young.wte'])
  })

  test.each([
    ['it is 0 again', { all: 0 }, { all: 0 }],
    ['it is not collected again', { all: 'NC' }, { all: 'NC' }],
    ['it has not been given yet', {}, { all: 4 }],
    ['it was not given last time', { all: 4 }, {}],
  ])('is no wonder where %s', (_case, now: Given, before: Given) => {
    expect(unchanged([count('all')], now, before)).toEqual([])
  })

  test('is no wonder where it may be left out, or is not asked', () => {
    expect(unchanged([count('all', { answering: 'optional' })], { all: 4 }, { all: 4 })).toEqual([])
    const gated = [yesNo('any'), count('all', { when: is('any', 'yes') })]
    expect(unchanged(gated, { any: 'no', all: 4 }, { all: 4 })).toEqual([])
  })

  test('is no wonder of a fact that rarely changes', () => {
    expect(unchanged([{ ...count('hours'), rarelyChanges: true } as Question], { hours: 37 }, { hours: 37 })).toEqual(
      [],
    )
  })
})

describe('a fact that rarely changes', () => {
  const steady = { ...yesNo('model'), rarelyChanges: true } as Question
  const asked = (now: Given, before: Given, question = steady) =>
    stillToConfirm('model', sheetWith([yesNo('any'), question], now, before))?.cell

  test('is asked about while nothing is said', () => {
    expect(asked({}, { model: 'yes' })).toEqual({ state: 'value', value: 'yes' })
  })

  test.each([
    ['it has been answered', { model: 'no' }, { model: 'yes' }],
    ['nothing was said last time', {}, {}],
    ['it was not collected last time', {}, { model: 'NC' }],
    ['what was said is no longer offered', {}, { model: 'perhaps' }],
  ])('is asked as ever where %s', (_case, now: Given, before: Given) => {
    expect(asked(now, before)).toBeUndefined()
  })

  test('is asked as ever where the definition does not say that it rarely changes, or it is not asked', () => {
    expect(asked({}, { model: 'yes' }, yesNo('model'))).toBeUndefined()
    expect(asked({ any: 'no' }, { model: 'yes' }, { ...steady, when: is('any', 'yes') })).toBeUndefined()
  })
})
