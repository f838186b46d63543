import { groupsFor, groupsOf, peerOf, thirdsOf } from '../../../server/domain/benchmarks/peerGroups'
import { valueCell } from '../../../server/domain/survey/cells'
import type { OrganisationType } from '../../../server/domain/survey/expression'
import type { RegisteredOrganisation } from '../../../server/domain/survey/register'
import { sheetOf } from '../../../server/domain/survey/routing'
import type { Value } from '../../../server/domain/kinds'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { registerOf } from '../../surveys/register'

const sized = (type: OrganisationType, population: number | null): RegisteredOrganisation => ({
  ...registerOf(type).organisation,
  popRegistered: population,
  popResident: population,
})

const groups = (
  type: OrganisationType,
  told: Readonly<Record<string, Value>>,
  among: readonly RegisteredOrganisation[] = [],
) => {
  const cells = Object.fromEntries(Object.entries(told).map(([address, value]) => [address, valueCell(value)]))
  const sheet = sheetOf(mhsw2019, registerOf(type), cells)
  return groupsOf(peerOf(sheet), thirdsOf(among))
}

describe('an organisation belongs to', () => {
  test('all, its type and its region: of the NHS, or of a council’s association', () => {
    expect(groups('voluntary', {})).toEqual(['all', 'type:voluntary', 'region:voluntary:Y60'])
    expect(groups('local_authority', {})).toContain('region:local_authority:E12000004')
  })

  test('trusts of its model, and of the ages it serves in one order', () => {
    const told = { has_mhsw: 'yes', partnership_model: 'mixed', services_ages: ['older_65_plus', 'adult_18_64'] }
    expect(groups('nhs_trust', told)).toEqual([
      'all',
      'type:nhs_trust',
      'region:nhs_trust:Y60',
      'model:nhs_trust:mixed',
      'service:nhs_trust:adult_18_64+older_65_plus',
    ])
  })

  test('no model where it has none, or is not asked', () => {
    expect(groups('nhs_trust', { has_mhsw: 'yes', partnership_model: 'none' }).join()).not.toMatch('model')
    expect(groups('nhs_trust', { has_mhsw: 'no', partnership_model: 'mixed' }).join()).not.toMatch('model')
  })

  test.each([
    [['generic_teams'], 'generic_teams'],
    [['standalone_team', 'integrated_s75'], 'integrated_s75'],
    [['generic_teams', 'transferred_to_nhs', 'integrated_s75'], 'transferred_to_nhs'],
  ])('councils of its main model: %j is %s', (ticked, main) => {
    expect(groups('local_authority', { has_mhsw: 'yes', la_delivery_model: ticked })).toContain(
      `model:local_authority:${main}`,
    )
  })

  test('councils do not belong to groups of ages', () => {
    expect(groups('local_authority', { services_ages: ['adult_18_64'] }).join()).not.toMatch('service')
  })
})

describe('thirds of respondents by population', () => {
  const populations = [100, 200, 300, 400, 500, 600, 1_000_000]

  test('are as large as can be, with equals together', () => {
    const thirds = thirdsOf(populations.map((population) => sized('nhs_trust', population)))
    expect(thirds.nhs_trust).toEqual([300, 500])
    expect(
      groups(
        'nhs_trust',
        {},
        populations.map((population) => sized('nhs_trust', population)),
      ),
    ).toContain('size:nhs_trust:3')
    expect(thirdsOf([5, 5, 5].map((population) => sized('local_authority', population))).local_authority).toEqual([
      5, 5,
    ])
  })

  test('leave out those without a population', () => {
    expect(thirdsOf([sized('nhs_trust', null), sized('independent', 4)])).toEqual({})
  })

  test('are of each type by itself', () => {
    const both = [sized('nhs_trust', 900), sized('local_authority', 10)]
    expect(thirdsOf(both)).toEqual({ nhs_trust: [900, 900], local_authority: [10, 10] })
  })
})

test('an indicator is compared in the groups it names', () => {
  const indicator = mhsw2019.indicators.find(({ code }) => code === 'ind_wte_service_100k')
  if (!indicator) throw new Error('It is nowhere')
  expect(groupsFor(indicator, ['all', 'type:nhs_trust', 'size:nhs_trust:1'])).toEqual([
    'type:nhs_trust',
    'size:nhs_trust:1',
  ])
})
