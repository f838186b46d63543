import { faultsIn } from '../../../server/domain/survey/checkDefinition'
import type { Register } from '../../../server/domain/survey/register'
import { minus } from '../../../server/domain/survey/expression'
import { brokenRules } from '../../../server/domain/survey/rules'
import { sheetOf } from '../../../server/domain/survey/routing'
import { cells, count, sheet, surveyOf } from './tiny'

const rule = {
  code: 'PS12',
  level: 'soft',
  says: 'There are {here} here and {there} in the other survey.',
  platform: 'agrees_with_other_survey',
  about: ['all', 'away'],
  compared: { here: minus('all', 'away'), there: 'helpers' },
} as const

const survey = surveyOf([count('all'), count('away')], { rules: [rule] })

const said = (here: Parameters<typeof cells>[0], there?: Parameters<typeof cells>[0]) => {
  const { organisation } = sheet(survey, {}).register
  const register: Register = there ? { organisation, otherSurvey: cells(there) } : { organisation }
  const [section] = survey.sections
  return section ? brokenRules(section, sheetOf(survey, register, cells(here))).flatMap(({ findings }) => findings) : []
}

describe('a figure told in two surveys', () => {
  test('holds where both say the same', () => {
    expect(said({ all: 5, away: 2 }, { helpers: 3 })).toEqual([])
  })

  test('is asked about where they differ, with both figures', () => {
    expect(said({ all: 1500, away: 2 }, { helpers: 3 })).toEqual([
      { says: 'There are 1,498 here and 3 in the other survey.', addresses: ['all', 'away'], beside: 'helpers=3' },
    ])
  })

  test('0 in one and some in the other differ', () => {
    expect(said({ all: 0, away: 0 }, { helpers: 3 })).toHaveLength(1)
    expect(said({ all: 3, away: 0 }, { helpers: 0 })).toHaveLength(1)
  })

  test.each([
    ['the other survey has not been begun', undefined],
    ['the other survey leaves it blank', {}],
    ['the other survey does not collect it', { helpers: 'NC' }],
  ])('says nothing where %s', (_case, there) => {
    expect(said({ all: 5, away: 2 }, there)).toEqual([])
  })

  test('says nothing while a figure here is missing', () => {
    expect(said({ all: 5 }, { helpers: 3 })).toEqual([])
    expect(said({ all: 5, away: 'NC' }, { helpers: 3 })).toEqual([])
  })

  test('may not name a figure that is nowhere here', () => {
    const wrong = surveyOf([count('all')], { rules: [{ ...rule, about: ['all'] }] })
    expect(faultsIn(wrong)).toEqual(["rule PS12 uses 'away', which is nowhere"])
  })
})
