import { isEntered, type Question, type Section } from '../../server/domain/survey/definition'
import type { Condition } from '../../server/domain/survey/expression'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { asListed, askedWhere } from './asListed'
import { departures } from './departures'
import { inTheListsWords } from './inTheListsWords'
import { listed } from './questionList'

const found = mhsw2019.sections.flatMap((section) => section.questions.map((question) => ({ question, section })))

const asked = (code: string): { question: Question; section: Section } => {
  const here = found.find(({ question }) => question.code === code)
  if (!here) throw new Error(`${code} is not in the definition`)
  return here
}

describe('the questions of the 2019-20 survey', () => {
  test('are those of the list, and no others', () => {
    expect(found.map(({ question }) => question.code).sort()).toEqual(listed.map(({ code }) => code).sort())
  })

  test('stand in sections A to Q, in order', () => {
    expect(mhsw2019.sections.map(({ code }) => code).join('')).toBe('abcdefghijklmnopq')
  })

  test.each(listed)('$code is asked as listed', (line) => {
    const { question, section } = asked(line.code)
    const said = inTheListsWords(question, section)
    const { why: _why, ...departure } = departures[line.code] ?? { why: '' }
    const wanted = { ...asListed(line), ...departure }
    expect({ ...said, hint: said.hint.includes(wanted.hint) ? wanted.hint : said.hint }).toEqual(wanted)
  })

  test.each(listed)('$code is asked where the list says', (line) => {
    const { question, section } = asked(line.code)
    const own = question.rowWhen ?? question.when
    const wanted = askedWhere(line)
    if (own === undefined && wanted !== undefined) expect(section.when).toEqual(wanted)
    else expect(questionsIn(own)).toEqual(questionsIn(wanted))
  })

  test('departs from the list only where it must', () => {
    for (const [code, { why, ...departure }] of Object.entries(departures)) {
      const line = listed.find((each) => each.code === code)
      expect(why).not.toBe('')
      expect(line && { ...asListed(line), ...departure }).not.toEqual(line && asListed(line))
    }
  })

  test('are about days and periods that have a name', () => {
    const named = new Set(found.flatMap(({ question }) => question.reference ?? []))
    expect([...named].sort()).toEqual(Object.keys(mhsw2019.references).sort())
  })

  test.each(mhsw2019.sections.filter(({ code }) => 'bcdefghijklmn'.includes(code)))(
    'section $code asks where its figures come from, and why confidence is low',
    ({ code, questions }) => {
      const comment = questions.find((question) => question.code === `dq_${code}_comment`)
      expect(questions.slice(-3).map((question) => question.code)).toEqual([
        `dq_${code}_source`,
        `dq_${code}_confidence`,
        `dq_${code}_comment`,
      ])
      expect(comment?.requiredWhen?.atLeast).toBe(10)
      expect(comment?.requiredWhen?.holds).toMatchObject({ address: `dq_${code}_confidence`, values: ['low'] })
    },
  )
})

/** Which boxes of a question make it answered is the definition's business; which questions, the list's. */
const questionsIn = (condition: Condition | undefined): unknown =>
  condition?.kind === 'answered' ? [...new Set(condition.any.map((each) => each.split('.')[0]))].sort() : condition

describe('when time is short', () => {
  test('only the essential questions are asked for, and those that lead to them', () => {
    const essential = found.filter(({ question, section }) => question.essential && section.code !== 'q')
    const gates = ['amhp_emp_any', 'bia_emp_any', 'demo_eth_detail', 'pay_scheme', 'team_provided']
    const core = essential.filter(({ question }) => !gates.includes(question.code))
    expect(essential).toHaveLength(core.length + gates.length)
    expect(core.map(({ question }) => question.code)).toEqual([
      'has_mhsw',
      'sw_emp_in',
      'sw_emp_out',
      'sw_ext',
      'partnership_model',
      'la_delivery_model',
      'est_wte',
      'vac_wte',
      'amhp_emp',
      'amhp_emp_prof',
      'amhp_approved',
      'bia_emp',
      'demo_gender',
      'demo_age',
      'demo_ethnicity',
      'demo_ethnicity5',
      'demo_disability',
      'pay_afc',
      'team_uses_sw',
      'act_mha_assess',
      'act_care_act',
      'con_f2f',
      'con_nonf2f',
    ])
  })

  test('demographics are asked for in people, not in WTE', () => {
    const tables = found.filter(({ question }) => question.code.startsWith('demo_') && question.shape === 'table')
    expect(tables.map(({ question }) => question.essential)).toEqual(tables.map(() => ['hc']))
  })

  test('all of the declaration is', () => {
    const { questions } = asked('decl_name').section
    expect(questions.filter(isEntered).every(({ essential }) => essential === true)).toBe(true)
  })
})
