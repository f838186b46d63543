import {
  all,
  answered,
  any,
  apart,
  atMost,
  between,
  cell,
  equal,
  implies,
  is,
  lessThan,
  minus,
  moreThan,
  most,
  not,
  over,
  plus,
  some,
  sum,
  sumOfRows,
  times,
  weight,
  type Condition,
} from '../../../server/domain/survey/expression'
import { holds } from '../../../server/domain/survey/holds'
import { figureAt, figureOf } from '../../../server/domain/survey/reckoning'
import { count, list, sheet, surveyOf, table, yesNo } from './tiny'

const stages = surveyOf([table('stage', ['asye', 'manager']), count('total'), list('partner')])

describe('a figure', () => {
  test('adds up a column', () => {
    expect(figureOf(sum('stage.*.hc'), sheet(stages, { 'stage.asye.hc': 3, 'stage.manager.hc': 0 }))).toBe(3)
  })

  test('is not known while part of it is unanswered', () => {
    expect(figureOf(sum('stage.*.hc'), sheet(stages, { 'stage.asye.hc': 3 }))).toBeUndefined()
  })

  test('is not known when part of it was not collected: that is not a nought', () => {
    const partly = sheet(stages, { 'stage.asye.hc': 3, 'stage.manager.hc': 'NC' })
    expect(figureOf(sum('stage.*.hc'), partly)).toBeUndefined()
  })

  test('adds up the entries of a list, and has none where nothing is listed', () => {
    expect(figureOf(sum('partner.*.wte'), sheet(stages, { 'partner.1.wte': 0.1, 'partner.7.wte': 0.2 }))).toBe(0.3)
    expect(figureOf(sum('partner.*.wte'), sheet(stages, {}))).toBeUndefined()
  })

  test('is reckoned in hundredths: 0.1 and 0.2 are 0.3', () => {
    expect(
      figureOf(
        plus('stage.asye.wte', 'stage.manager.wte'),
        sheet(stages, { 'stage.asye.wte': 0.1, 'stage.manager.wte': 0.2 }),
      ),
    ).toBe(0.3)
  })

  test('divides, and knows nothing when dividing by 0', () => {
    expect(figureOf(over('total', 4), sheet(stages, { total: 1 }))).toBe(0.25)
    expect(figureOf(over('total', 0), sheet(stages, { total: 1 }))).toBeUndefined()
  })

  test.each([
    [minus('total', 3), 7],
    [times('total', 0.15), 1.5],
    [apart(3, 'total'), 7],
    [most('total', 12), 12],
  ])('reckons %j of ten', (expression, figure) => {
    expect(figureOf(expression, sheet(stages, { total: 10 }))).toBeCloseTo(figure, 10)
  })

  test('weighs rows by the band chosen, leaving out those whose band is not known', () => {
    const bands = surveyOf([
      {
        code: 'team',
        label: 'team',
        shape: 'table',
        rows: ['one', 'two', 'three'].map((code) => ({ code, label: code })),
        columns: [
          { code: 'wte', label: 'WTE', box: { kind: 'decimal', min: 0, max: 99, places: 2 } },
          {
            code: 'share',
            label: 'Share',
            box: { kind: 'choice', options: ['half', 'not_known'].map((value) => ({ value, label: value })) },
          },
        ],
        answering: 'required',
      },
    ])
    const estimate = sumOfRows('team', times('team.@.wte', weight('team.@.share', { half: 0.5 })))
    const given = { 'team.one.wte': 4, 'team.one.share': 'half', 'team.two.wte': 9, 'team.two.share': 'not_known' }
    expect(figureOf(estimate, sheet(bands, given))).toBe(2)
  })
})

describe('a condition', () => {
  const addsUp = equal(sum('stage.*.wte'), cell('total'), 0.1)

  test.each([
    [9.95, true],
    [9.9, true],
    [9.89, false],
    [10.1, true],
    [10.11, false],
  ])('allows for rounding: %d against 10', (wte, held) => {
    expect(holds(addsUp, sheet(stages, { 'stage.asye.wte': wte, 'stage.manager.wte': 0, total: 10 }))).toBe(held)
  })

  test('has nothing to say until it can', () => {
    expect(holds(addsUp, sheet(stages, { total: 10 }))).toBeUndefined()
  })

  const gates = surveyOf([yesNo('gate'), yesNo('other'), count('total')])
  const yes: Condition = is('gate', 'yes')
  const unknown: Condition = is('other', 'yes')

  test.each([
    ['false and unknown', all(not(yes), unknown), false],
    ['true and unknown', all(yes, unknown), undefined],
    ['true or unknown', any(yes, unknown), true],
    ['false or unknown', any(not(yes), unknown), undefined],
    ['not unknown', not(unknown), undefined],
    ['unknown implies true', implies(unknown, yes), true],
    ['true implies unknown', implies(yes, unknown), undefined],
  ])('is three-valued: %s', (_name, condition, so) => {
    expect(holds(condition, sheet(gates, { gate: 'yes' }))).toBe(so)
  })

  test('counts "not collected" as answered', () => {
    expect(holds(answered('total'), sheet(gates, { total: 'NC' }))).toBe(true)
    expect(holds(answered('total'), sheet(gates, {}))).toBeUndefined()
  })

  test.each([
    [atMost('total', 5), true],
    [lessThan('total', 5), false],
    [moreThan('total', 4.99), true],
    [between('total', 5, 6), true],
  ])('compares 5: %j', (condition, so) => {
    expect(holds(condition, sheet(gates, { total: 5 }))).toBe(so)
  })
})

describe('how missing is reckoned', () => {
  test('a column not asked of a row leaves the rest of the row alone', () => {
    const shares = surveyOf([table('team', ['one'], { columnWhen: { wte: some('team.@.hc') } })])
    expect(figureAt('team.one.wte', sheet(shares, { 'team.one.hc': 0, 'team.one.wte': 4 }))).toBe(0)
    expect(figureAt('team.one.wte', sheet(shares, { 'team.one.hc': 5, 'team.one.wte': 4 }))).toBe(4)
  })

  const employed = surveyOf([
    yesNo('has_any'),
    count('in_house', { when: some('has_any') }),
    count('deployed', { when: some('has_any') }),
    count('employed', { answering: 'calculated', figures: { '': plus('in_house', 'deployed') } }),
    count('generic', { when: some('employed') }),
    count('scheme_figure', { when: is('scheme', 'yes') }),
    yesNo('scheme', { when: some('employed') }),
    count('councils_only', { organisations: ['local_authority'] }),
  ])

  test('what its gate says there is none of counts as 0', () => {
    expect(figureAt('in_house', sheet(employed, { has_any: 'no', in_house: 41 }))).toBe(0)
  })

  test('and so does what follows from that', () => {
    const none = sheet(employed, { has_any: 'no' })
    expect(figureAt('employed', none)).toBe(0)
    expect(figureAt('generic', none)).toBe(0)
    expect(figureAt('scheme_figure', none)).toBe(0)
  })

  test('what is not asked for another reason is missing', () => {
    const given = { has_any: 'yes', in_house: 3, deployed: 0, scheme: 'no', scheme_figure: 7, councils_only: 2 }
    expect(figureAt('scheme_figure', sheet(employed, given))).toBeUndefined()
    expect(figureAt('councils_only', sheet(employed, given))).toBeUndefined()
    expect(figureAt('councils_only', sheet(employed, given, 'local_authority'))).toBe(2)
  })

  test('"not known" at a gate is not "none"', () => {
    expect(figureAt('in_house', sheet(employed, { has_any: 'not_known' }))).toBeUndefined()
  })

  test('an answer behind a gate not yet answered still counts', () => {
    expect(figureAt('in_house', sheet(employed, { in_house: 3 }))).toBe(3)
  })

  test('rows not used count as 0, so that the rows used can be added up', () => {
    const teams = surveyOf([
      {
        code: 'uses',
        label: 'uses',
        shape: 'table',
        rows: ['cmht', 'memory'].map((code) => ({ code, label: code })),
        answering: 'required',
        columns: [
          {
            code: '',
            label: 'Any?',
            box: { kind: 'choice', options: ['yes', 'no'].map((value) => ({ value, label: value })) },
          },
        ],
      },
      table('staff', ['cmht', 'memory'], { rowWhen: some('uses.@') }),
    ])
    const given = { 'uses.cmht': 'yes', 'uses.memory': 'no', 'staff.cmht.hc': 4 }
    expect(figureOf(sum('staff.*.hc'), sheet(teams, given))).toBe(4)
  })
})
