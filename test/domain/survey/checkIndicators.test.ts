import type { RatioIndicator, Tally } from '../../../server/domain/benchmarks/indicator'
import { faultsIn } from '../../../server/domain/survey/checkDefinition'
import { readBy } from '../../../server/domain/survey/checkIndicators'
import type { SurveyDefinition } from '../../../server/domain/survey/definition'
import { cell, is } from '../../../server/domain/survey/expression'
import { surveyOf } from './tiny'

const integer = { kind: 'integer', min: 0, max: 99, unit: 'people' } as const
const survey = surveyOf([
  { code: 'staff', label: 'Staff', shape: 'single', box: integer, answering: 'required' },
  { code: 'vacant', label: 'Vacant', shape: 'single', box: integer, answering: 'required' },
])

const rate: RatioIndicator = {
  code: 'ind_rate',
  label: 'Rate',
  says: 'So many of so many.',
  topic: 'Staff',
  subject: 'workforce',
  scale: 'percent',
  decimals: 1,
  organisations: ['nhs_trust'],
  groups: ['type'],
  compares: 'ratio',
  numerator: cell('vacant'),
  denominator: cell('staff'),
}
const tally: Tally = {
  code: 'staff_by',
  label: 'Staff',
  subject: 'workforce',
  organisations: ['nhs_trust'],
  rows: [{ code: 'in', label: 'In post', people: cell('staff') }],
  shares: {},
}

const faults = (more: Partial<SurveyDefinition>): string[] => faultsIn({ ...survey, ...more })

test('a survey whose indicators read what there is has no faults', () => {
  expect(faults({ indicators: [rate], tallies: [{ ...tally, shares: { ind_rate: ['in'] } }] })).toEqual([])
})

test.each([
  [{ indicators: [rate, rate] }, "two of them are indicator 'ind_rate'"],
  [{ indicators: [{ ...rate, numerator: cell('vacent') }] }, "indicator ind_rate uses 'vacent', which is nowhere"],
  [{ indicators: [{ ...rate, when: is('open', 'yes') }] }, "indicator ind_rate uses 'open', which is nowhere"],
  [{ indicators: [{ ...rate, people: cell('heads') }] }, "indicator ind_rate uses 'heads', which is nowhere"],
  [
    { indicators: [{ ...rate, otherBasis: 'ind_rate_hc' }] },
    "indicator ind_rate has its other basis in 'ind_rate_hc', which does not lead back",
  ],
  [
    { indicators: [{ ...rate, scale: 'per_100k', groups: ['all'] }] },
    'indicator ind_rate is per head of population: organisations of all types together have no such rate',
  ],
  [{ indicators: [{ ...rate, organisations: [] }] }, 'indicator ind_rate is of no organisations'],
  [{ indicators: [{ ...rate, scale: 'pounds' }] }, 'indicator ind_rate is in pounds, but no amount'],
  [{ tallies: [tally, tally] }, "two of them are tally 'staff_by'"],
  [
    { tallies: [{ ...tally, rows: [{ code: 'in', label: 'In', people: cell('all') }] }] },
    "tally staff_by uses 'all', which is nowhere",
  ],
  [
    { tallies: [{ ...tally, shares: { ind_other: ['in'] } }] },
    "tally staff_by names the indicator 'ind_other', which is nowhere",
  ],
  [{ indicators: [rate], tallies: [{ ...tally, shares: { ind_rate: ['out'] } }] }, "tally staff_by has no row 'out'"],
  [
    { peers: { model: { nhs_trust: { address: 'kind', mainFirst: [] } } } },
    "the list of peers uses 'kind', which is nowhere",
  ],
] as const)('a definition with %j has this fault: %s', (more, fault) => {
  expect(faults(more as Partial<SurveyDefinition>)).toContain(fault)
})

test('what an indicator reads is told: its condition first, then above and below the line', () => {
  expect(readBy({ ...rate, when: is('open', 'yes'), people: cell('heads') })).toEqual([
    'open',
    'vacant',
    'staff',
    'heads',
  ])
})
