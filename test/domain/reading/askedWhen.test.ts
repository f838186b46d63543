import { askedWhen } from '../../../server/domain/reading/askedWhen'
import { all, any, atMost, is, organisation, some, ticked } from '../../../server/domain/survey/expression'
import { definitions } from '../../../server/surveys'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'

const any_amhp = '“Did you employ any AMHPs on 30 September 2019?” is “Yes”'

describe('when a question is asked, in words', () => {
  test.each([
    ['a gate that is a choice', some('amhp_emp_any'), any_amhp],
    ['a gate that is a count', some('amhp_emp.hc'), '“Number of AMHPs you employ: People” is more than 0'],
    [
      'one of some choices',
      is('return_scope', 'joint_return', 'part_of_org'),
      '“What does this return cover?” is “Our organisation and others (a joint return)” or “Part of our organisation”',
    ],
    [
      'a tick',
      ticked('services_ages', 'adult_18_64'),
      '“Which age groups do your mental health services cover?” includes “Adults (18 to 64)”',
    ],
    [
      'a type of organisation',
      organisation('nhs_trust', 'local_authority'),
      'you are one of the NHS trusts or councils',
    ],
    [
      'both of two',
      all(some('amhp_emp_any'), some('amhp_emp.hc')),
      `${any_amhp} and “Number of AMHPs you employ: People” is more than 0`,
    ],
    ['said once where it would be said twice', any(some('amhp_emp_any'), some('amhp_emp_any')), any_amhp],
  ])('%s', (_kind, condition, words) => {
    expect(askedWhen(condition, mhsw2019)).toBe(words)
  })

  test('says nothing of sums, which words would not make clearer', () => {
    expect(askedWhen(atMost('amhp_emp.hc', 3), mhsw2019)).toBeUndefined()
    expect(askedWhen(all(some('amhp_emp_any'), atMost('amhp_emp.hc', 3)), mhsw2019)).toBeUndefined()
  })

  test.each(Object.values(definitions))(
    'can be said of every question of $code, and names no address',
    (definition) => {
      for (const { questions, when } of definition.sections) {
        for (const condition of [when, ...questions.map((question) => question.when)]) {
          const words = condition && askedWhen(condition, definition)
          if (words !== undefined) expect(words).not.toMatch(/[a-z]_[a-z]|@/)
        }
      }
    },
  )
})
