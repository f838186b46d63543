import { explanationAddress, explanationFor, explanationOf } from '../../../server/domain/survey/explanations'
import { explanationChanges } from '../../../server/domain/survey/explaining'
import { atMost, cell, equal, is, some, sum } from '../../../server/domain/survey/expression'
import { checkSection, isReady } from '../../../server/domain/survey/progress'
import { brokenRules } from '../../../server/domain/survey/rules'
import { sheetOf } from '../../../server/domain/survey/routing'
import type { Sheet } from '../../../server/domain/survey/sheet'
import { cells, count, list, sheet, surveyOf, table, yesNo } from './tiny'

const check = (found: Sheet) => {
  const [section] = found.definition.sections
  if (!section) throw new Error('no section')
  return checkSection(section, found)
}

describe('the progress of a section', () => {
  const survey = surveyOf(
    [
      yesNo('gate'),
      count('total', { when: some('gate') }),
      count('spare', { answering: 'optional' }),
      list('partner', { when: some('gate') }),
    ],
    {},
  )

  test.each([
    [{}, 'not_started', 0, 1],
    [{ spare: 1 }, 'in_progress', 0, 1],
    [{ gate: 'yes' }, 'in_progress', 1, 3],
    [{ gate: 'yes', total: 'NC', partner: 'NC' }, 'complete', 3, 3],
    [{ gate: 'yes', total: 0, 'partner.2.org': 'E06900001' }, 'in_progress', 3, 5],
    [{ gate: 'no' }, 'complete', 1, 1],
  ])('with %j is %s: %d of %d', (given, status, answered, required) => {
    expect(check(sheet(survey, given)).progress).toMatchObject({ status, answered, required })
  })

  test('requires words only where it says so, and enough of them', () => {
    const low = surveyOf([
      {
        code: 'why',
        label: 'why',
        shape: 'single',
        box: { kind: 'text', min: 0, max: 99 },
        answering: 'optional',
        requiredWhen: { holds: is('confidence', 'no'), atLeast: 10 },
      },
      yesNo('confidence'),
    ])
    expect(check(sheet(low, { confidence: 'yes' })).missing).toHaveLength(0)
    expect(check(sheet(low, { confidence: 'no', why: 'too short' })).missing).toHaveLength(1)
    expect(check(sheet(low, { confidence: 'no', why: 'long enough' })).missing).toHaveLength(0)
  })

  test('finds a figure beyond its bound', () => {
    const bound = surveyOf([
      count('all'),
      count('some', { upTo: { '': { figure: cell('all'), called: 'all of them' } } }),
    ])
    const found = check(sheet(bound, { all: 4, some: 5 }))
    expect(found.beyond.map(({ says }) => says)).toEqual(['some is 5, which is more than all of them (4).'])
    expect(isReady(found)).toBe(false)
  })
})

describe('an explanation', () => {
  const survey = surveyOf([count('now'), count('before'), table('age', ['young', 'old'])], {
    rules: [
      { code: 'E06', level: 'soft', holds: atMost(cell('now'), cell('before')), says: 'More than before.' },
      { code: 'H01', level: 'hard', holds: equal(sum('age.*.hc'), cell('now')), says: 'Does not add up.' },
    ],
  })
  const odd = sheet(survey, { now: 9, before: 5 })
  const broken = (found: Sheet) => {
    const [section] = found.definition.sections
    const [first] = section ? brokenRules(section, found) : []
    if (!first) throw new Error('nothing is broken')
    return first
  }
  const explained = (found: Sheet, of: Sheet) =>
    sheetOf(survey, found.register, {
      ...found.cells,
      [explanationAddress('E06')]: explanationOf(broken(of), 'We opened a ward.'),
    })

  test('is missing, then live', () => {
    expect(explanationFor(broken(odd), odd.cells)).toEqual({ kind: 'none' })
    expect(check(odd).progress).toMatchObject({ soft: 1, explained: 0 })
    expect(check(explained(odd, odd)).progress).toMatchObject({ soft: 1, explained: 1 })
  })

  test('goes stale when a figure moves, and lives again when it moves back', () => {
    const moved = explained(sheet(survey, { now: 10, before: 5 }), odd)
    expect(explanationFor(broken(moved), moved.cells)).toEqual({ kind: 'stale', comment: 'We opened a ward.' })
    const back = explained(sheet(survey, { now: 9, before: 5 }), odd)
    expect(explanationFor(broken(back), back.cells).kind).toBe('live')
  })

  const changesOf = (before: Sheet, changes: Parameters<typeof cells>[0], said: string) => {
    const [section] = survey.sections
    if (!section) throw new Error('no section')
    return explanationChanges({ section, sheetBefore: before, changes: cells(changes), said: { E06: said } })
  }

  test('sent back unchanged while a figure moves under it stays of the old figures', () => {
    expect(changesOf(explained(odd, odd), { now: 12 }, 'We opened a ward.')).toEqual({})
  })

  test('said again of the figures as they now are is live', () => {
    const stale = explained(sheet(survey, { now: 12, before: 5 }), odd)
    expect(changesOf(stale, {}, 'We opened a ward.')).toEqual({
      'explain!E06': { state: 'value', value: 'We opened a ward.', of: broken(stale).of },
    })
  })

  test('is rubbed out when sent empty, unless it was stale and not in its box', () => {
    expect(changesOf(explained(odd, odd), {}, '')).toEqual({ 'explain!E06': null })
    expect(changesOf(explained(sheet(survey, { now: 12, before: 5 }), odd), {}, '')).toEqual({})
  })
})
