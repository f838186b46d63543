import { valueCell } from '../../server/domain/survey/cells'
import type { OrganisationType } from '../../server/domain/survey/expression'
import { checkReturn } from '../../server/domain/survey/progress'
import { figureAt } from '../../server/domain/survey/reckoning'
import { sheetOf } from '../../server/domain/survey/routing'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { registerOf } from './register'

const nilReturn = (type: OrganisationType) =>
  sheetOf(mhsw2019, registerOf(type), { has_mhsw: valueCell('no'), 'sw_emp_in.hc': valueCell(4) })

const openIn = (type: OrganisationType): string =>
  checkReturn(nilReturn(type))
    .filter(({ progress }) => progress.status !== 'not_applicable')
    .map(({ section }) => section.code)
    .join('')

describe('a nil return', () => {
  test.each(['nhs_trust', 'independent', 'voluntary'] as const)('of a %s leaves A, F, G, N, O and P open', (type) => {
    expect(openIn(type)).toBe('afgnop')
  })

  test('of a council leaves L open too', () => {
    expect(openIn('local_authority')).toBe('afglnop')
  })

  test.each(['sw_emp_in.hc', 'sw_employed.hc', 'sw_service.wte', 'est_wte', 'demo_age.not_known.hc'])(
    'counts %s as 0, whatever was typed before',
    (address) => {
      expect(figureAt(address, nilReturn('nhs_trust'))).toBe(0)
    },
  )

  test('breaks no rule of the sections it closes', () => {
    const broken = checkReturn(nilReturn('nhs_trust')).flatMap((check) => check.broken.map(({ rule }) => rule.code))
    expect(broken).toEqual([])
  })
})
