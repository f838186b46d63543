import { isEntered, type Question, type Section, type SurveyDefinition } from '../../server/domain/survey/definition'
import type { Condition } from '../../server/domain/survey/expression'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { psw2019 } from '../../server/surveys/psw2019'
import { asListed, askedWhere } from './asListed'
import { departures, peerDepartures } from './departures'
import { inTheListsWords } from './inTheListsWords'
import { listedIn, type Listed } from './questionList'

interface Found {
  readonly question: Question
  readonly section: Section
}

const foundIn = ({ sections }: SurveyDefinition): Found[] =>
  sections.flatMap((section) => section.questions.map((question) => ({ question, section })))

/** Section A is answered once for both surveys; whether there are social workers is asked in theirs only. */
const sharedLines = listedIn('mhsw').filter(
  ({ section, code }) => section === 'a' && !['has_mhsw', 'nil_reason'].includes(code),
)
const shared = Object.fromEntries(
  Object.entries(departures).filter(([code]) => sharedLines.some((line) => line.code === code)),
)

const surveys = [
  { definition: mhsw2019, lines: listedIn('mhsw'), departures, letters: 'abcdefghijklmnopq' },
  {
    definition: psw2019,
    lines: [...sharedLines, ...listedIn('psw')],
    departures: { ...shared, ...peerDepartures },
    letters: 'abcdefghi',
  },
]

describe.each(surveys)('the questions of $definition.code', ({ definition, lines, departures, letters }) => {
  const found = foundIn(definition)

  const asked = (code: string): Found => {
    const here = found.find(({ question }) => question.code === code)
    if (!here) throw new Error(`${code} is not in the definition`)
    return here
  }

  const wantedOf = (line: Listed) => {
    const { why: _why, ...departure } = departures[line.code] ?? { why: '' }
    return { ...asListed(line), ...departure }
  }

  test('are those of the list, and no others', () => {
    expect(found.map(({ question }) => question.code).sort()).toEqual(lines.map(({ code }) => code).sort())
  })

  test('stand in sections by letter, in order', () => {
    expect(definition.sections.map(({ code }) => code).join('')).toBe(letters)
  })

  test.each(lines)('$code is asked as listed', (line) => {
    const { question, section } = asked(line.code)
    const said = inTheListsWords(question, section)
    const wanted = wantedOf(line)
    // The list of the peer support survey has no sections.
    const place = wanted.section === '' ? section.code : wanted.section
    const hint = said.hint.includes(wanted.hint) ? wanted.hint : said.hint
    expect({ ...said, hint }).toEqual({ ...wanted, section: place })
  })

  test.each(lines)('$code is asked where the list says', (line) => {
    const { question, section } = asked(line.code)
    const own = question.rowWhen ?? question.when
    const wanted = askedWhere(line)
    if (own === undefined && wanted !== undefined) expect(section.when).toEqual(wanted)
    else expect(questionsIn(own)).toEqual(questionsIn(wanted))
  })

  test('depart from the list only where they must', () => {
    for (const [code, { why, ...departure }] of Object.entries(departures)) {
      const line = lines.find((each) => each.code === code)
      expect(why).not.toBe('')
      expect(line && { ...asListed(line), ...departure }).not.toEqual(line && asListed(line))
    }
  })

  test('are about days and periods that have a name', () => {
    const named = new Set(found.flatMap(({ question }) => question.reference ?? []))
    expect([...named].sort()).toEqual(Object.keys(definition.references).sort())
  })

  test('ask why confidence is low', () => {
    const comments = found.filter(({ question }) => /^dq_\w+_comment$/.test(question.code))
    expect(comments.length).toBeGreaterThan(0)
    for (const { question } of comments) {
      expect(question.requiredWhen?.atLeast).toBe(10)
      expect(question.requiredWhen?.holds).toMatchObject({
        address: question.code.replace('comment', 'confidence'),
        values: ['low'],
      })
    }
  })

  test('say nothing of what only a name in the code stands for', () => {
    expect(JSON.stringify(wordsShown(definition))).not.toMatch(/\bPSWs?\b/i)
  })
})

/** Which boxes of a question make it answered is the definition's business; which questions, the list's. */
const questionsIn = (condition: Condition | undefined): unknown =>
  condition?.kind === 'answered' ? [...new Set(condition.any.map((each) => each.split('.')[0]))].sort() : condition

/** Everything a reader is shown: labels, hints, introductions, titles and messages. */
const wordsShown = (definition: SurveyDefinition): string[] => {
  const shown: string[] = []
  JSON.stringify(definition, (key, value: unknown) => {
    if (['label', 'hint', 'title', 'says', 'entry', 'called', 'unit'].includes(key)) shown.push(String(value))
    return value
  })
  return [...shown, ...definition.sections.flatMap(({ intro = [] }) => intro)]
}

test.each(mhsw2019.sections.filter(({ code }) => 'bcdefghijklmn'.includes(code)))(
  'section $code of the social work survey ends by asking where its figures come from',
  ({ code, questions }) => {
    expect(questions.slice(-3).map((question) => question.code)).toEqual([
      `dq_${code}_source`,
      `dq_${code}_confidence`,
      `dq_${code}_comment`,
    ])
  },
)

test('the peer support survey asks it once, at its end', () => {
  const last = psw2019.sections.filter(({ filledBy }) => filledBy === undefined).at(-1)
  expect(last?.questions.slice(-3).map((question) => question.code)).toEqual([
    'dq_psw_source',
    'dq_psw_confidence',
    'dq_psw_comment',
  ])
})

describe('when time is short', () => {
  const found = foundIn(mhsw2019)

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
    const declaration = found.filter(({ section, question }) => section.code === 'q' && isEntered(question))
    expect(declaration).toHaveLength(9)
    expect(declaration.every(({ question }) => question.essential === true)).toBe(true)
  })
})
