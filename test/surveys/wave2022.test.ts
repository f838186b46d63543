import { valueCell } from '../../server/domain/survey/cells'
import { compareDefinitions } from '../../server/domain/survey/comparison'
import { questionsOf } from '../../server/domain/survey/definition'
import type { OrganisationType } from '../../server/domain/survey/expression'
import { checkSection } from '../../server/domain/survey/progress'
import { figureAt } from '../../server/domain/survey/reckoning'
import { sheetOf } from '../../server/domain/survey/routing'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../server/surveys/mhsw2022'
import { registerOf } from './register'

const changed = compareDefinitions(mhsw2019, mhsw2022)

const newTeams = ['mhst_education', 'maternal_mh', 'crisis_line', 'acute_day', 'arrs_primary_care', 'place_based_cmhf']

describe('the survey of 2022, beside that of 2019', () => {
  test('asks what the page of changes adds, and no more', () => {
    expect([...changed.came].sort()).toEqual(
      [
        ...['ta_year1_hc', 'ta_year1_wte', 'ta_year2_hc', 'ta_year2_wte', 'ta_alumni_hc'],
        ...['trainee_apprentice_hc', 'trainee_stepup_hc', 'trainee_msc_hc'],
        ...['dq_t_source', 'dq_t_confidence', 'dq_t_comment'],
        ...['vac_recruiting_wte', 's75_ended_since_2019', 's75_ended_date', 'con_video', 'con_remote_other'],
        ...newTeams.flatMap((team) => [
          `team_provided.${team}`,
          `team_uses_sw.${team}`,
          `team_staff.${team}.hc`,
          `team_staff.${team}.wte`,
        ]),
      ].sort(),
    )
  })

  test('leaves out only the count that is now told in two', () => {
    expect(changed.went).toEqual(['con_nonf2f'])
  })

  test('offers the same choices', () => {
    expect([changed.optionsCame, changed.optionsWent]).toEqual([[], []])
  })

  test('words the rest otherwise only for its dates, and where the page says so', () => {
    const years = /(\d{1,2} )?(\b(January|March|September|October|April|Jan|Mar|Sep|Oct|Apr)\b )?(20\d{2}(-\d{2})?)/g
    const dateless = (text: string) => text.replaceAll(years, '*').replaceAll('mid-*', '*')
    const others = changed.reworded.filter(({ before, after }) => dateless(before) !== dateless(after))
    expect(others.map(({ of, part }) => `${of} ${part}`)).toEqual([
      'qual_registered hint',
      'team_provided.cmht label',
      'team_uses_sw.cmht label',
      'team_staff.cmht label',
      'act_social_supervision hint',
      'con_total hint',
      'oth_staff.peer_support_worker label',
    ])
  })

  test('tells no day of the survey before it as its own', () => {
    const told = JSON.stringify(mhsw2022).match(/[^"]*(30 September 201[89]|31 March 2019|2018-19|mid-2018|HCPC)[^"]*/g)
    expect(told).toEqual([
      'after 30 September 2019, up to 31 March 2022',
      'Has a section 75 agreement covering mental health social work ended since 30 September 2019?',
    ])
  })

  test('names every day and period it is about', () => {
    const named = new Set(questionsOf(mhsw2022).flatMap(({ reference }) => reference ?? []))
    expect([...named].sort()).toEqual(Object.keys(mhsw2022.references).sort())
  })

  test('counts turnover and activity over the same year', () => {
    expect(mhsw2022.references['Y12']).toBe(mhsw2022.references['FY'])
  })
})

describe('in 2022', () => {
  const sheet = (type: OrganisationType, cells: Readonly<Record<string, number | string>> = {}) =>
    sheetOf(
      mhsw2022,
      registerOf(type),
      Object.fromEntries(Object.entries({ has_mhsw: 'yes', ...cells }).map(([at, value]) => [at, valueCell(value)])),
    )

  const missing = (letter: string, ...given: Parameters<typeof sheet>): string[] => {
    const section = mhsw2022.sections.find(({ code }) => code === letter)
    return section ? checkSection(section, sheet(...given)).missing.map(({ address }) => address) : []
  }

  test.each([
    ['local_authority', true],
    ['voluntary', true],
    ['nhs_trust', false],
    ['independent', false],
  ] as const)('whether a %s must tell of its other staff: %j', (type, must) => {
    expect(missing('o', type).includes('oth_staff.occupational_therapist.hc')).toBe(must)
  })

  test('only trusts must tell of social supervision', () => {
    expect(missing('l', 'nhs_trust')).toContain('act_social_supervision')
    expect(missing('l', 'local_authority')).not.toContain('act_social_supervision')
  })

  test('contacts by video and by other means add up to what was one count in 2019', () => {
    const told = sheet('nhs_trust', { con_f2f: 500, con_video: 40, con_remote_other: 60 })
    expect(figureAt('con_total', told)).toBe(600)
    expect(figureAt('con_total', sheet('nhs_trust', { con_f2f: 500, con_video: 40 }))).toBeUndefined()
  })

  test('the day an agreement ended is asked only where one did', () => {
    expect(missing('c', 'nhs_trust', { s75_ended_since_2019: 'yes' })).toContain('s75_ended_date')
    expect(missing('c', 'nhs_trust', { s75_ended_since_2019: 'no' })).not.toContain('s75_ended_date')
  })

  test('other trainees are told apart only where there are any', () => {
    const asked = (hc: number) =>
      mhsw2022.sections
        .filter(({ code }) => code === 't')
        .flatMap((section) => section.questions.map((question) => ({ section, question })))
        .filter(({ question }) => question.code.startsWith('trainee_'))
        .map((place) => sheet('nhs_trust', { 'sw_career_stage.other_trainee.hc': hc, ...inPost }).standing(place))
    expect(asked(2)).toEqual(['asked', 'asked', 'asked'])
    expect(asked(0)).toEqual(['none', 'none', 'none'])
  })
})

const inPost = { 'sw_emp_in.hc': 9, 'sw_emp_out.hc': 0, 'sw_ext.hc': 0 }
