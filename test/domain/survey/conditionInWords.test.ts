import { conditionInWords } from '../../../server/domain/survey/conditionInWords'
import {
  all,
  any,
  answered,
  apart,
  atLeast,
  atMost,
  equal,
  implies,
  is,
  lessThan,
  moreThan,
  not,
  organisation,
  over,
  plus,
  some,
  sum,
  ticked,
  times,
  type Condition,
} from '../../../server/domain/survey/expression'
import { definitions } from '../../../server/surveys'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'

const amhps = '“Did you employ any AMHPs on 30 September 2019?” (amhp_emp_any)'
const people = '“Number of AMHPs you employ: People” (amhp_emp.hc)'
const wte = '“Number of AMHPs you employ: WTE” (amhp_emp.wte)'

test.each<[Condition, string]>([
  [some('amhp_emp_any'), `${amhps} is “Yes”`],
  [some('amhp_emp.hc'), `${people} is more than 0`],
  [not(some('amhp_emp.hc')), `${people} is 0`],
  [is('amhp_emp_any', 'no', 'not_known'), `${amhps} is “No” or “Not known”`],
  [not(is('amhp_emp_any', 'no')), `${amhps} is not “No”`],
  [
    ticked('la_delivery_model', 'other'),
    '“How does your council deliver adult mental health social work?” (la_delivery_model) includes “Other”',
  ],
  [organisation('nhs_trust', 'local_authority'), 'the organisation is an NHS trust or a council'],
  [not(organisation('voluntary')), 'the organisation is not a voluntary organisation'],
  [answered('amhp_emp.*'), '“Number of AMHPs you employ” (amhp_emp.*) is answered'],
  [atMost('amhp_emp.wte', 'amhp_emp.hc'), `${wte} is at most ${people}`],
  [not(atMost('amhp_emp.wte', 'amhp_emp.hc')), `${wte} is more than ${people}`],
  [atLeast('amhp_emp.hc', 5), `${people} is at least 5`],
  [moreThan('amhp_emp.hc', 5), `${people} is more than 5`],
  [not(moreThan('amhp_emp.hc', 5)), `${people} is at most 5`],
  [lessThan('amhp_emp.hc', 1234), `${people} is less than 1,234`],
  [equal('amhp_emp.hc', 0), `${people} equals 0`],
  [equal('amhp_emp.wte', 'amhp_emp.hc', 0.1), `${wte} equals ${people}, give or take 0.10`],
  [
    equal(sum('amhp_emp_prof.*.hc'), 'amhp_emp.hc'),
    `the sum of “AMHPs you employ by profession: People” (amhp_emp_prof.*.hc) equals ${people}`,
  ],
  [
    atMost(times(over('amhp_emp.wte', 'amhp_emp.hc'), 100), 50),
    `(${wte} divided by ${people}) times 100 is at most 50`,
  ],
  [
    atMost(apart(plus('amhp_emp.hc', 1), 'amhp_emp.wte'), 2),
    `the difference between (${people} plus 1) and ${wte} is at most 2`,
  ],
  [
    all(some('amhp_emp_any'), any(is('amhp_emp_any', 'no'), some('amhp_emp.hc'))),
    `${amhps} is “Yes” and (${amhps} is “No” or ${people} is more than 0)`,
  ],
  [not(all(some('amhp_emp_any'), some('amhp_emp.hc'))), `${amhps} is not “Yes” or ${people} is 0`],
  [implies(some('amhp_emp_any'), some('amhp_emp.hc')), `if ${amhps} is “Yes”, then ${people} is more than 0`],
  [some('team_provided.@'), '“Do you provide this service?” (team_provided.the same row) is “Yes”'],
  [atMost('@.wte', '@.hc'), 'its “WTE” is at most its “People”'],
])('%j reads as %s', (condition, words) => {
  expect(conditionInWords(condition, mhsw2019)).toBe(words)
})

/** Every condition that stands anywhere in a survey. */
const conditionsIn = (code: string): Condition[] =>
  (definitions[code]?.sections ?? []).flatMap(({ when, questions, rules }) => [
    ...(when ? [when] : []),
    ...questions.flatMap((question) =>
      [question.when, question.rowWhen, question.requiredWhen?.holds].filter((each) => each !== undefined),
    ),
    ...rules.flatMap((rule) => ('holds' in rule ? [rule.holds] : [])),
  ])

test.each(Object.keys(definitions))('every condition of %s can be read aloud', (code) => {
  const definition = definitions[code]
  if (!definition) throw new Error('There is no such survey')
  const words = conditionsIn(code).map((each) => conditionInWords(each, definition))
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((each) => /undefined|\[object|@\)|^\s|  |“”/.test(each))).toEqual([])
})
