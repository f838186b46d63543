import { socialWorkAgain } from '../../server/demonstration/collection'
import { employersIn2022 } from '../../server/demonstration/employers'
import type { Diary } from '../../server/demonstration/telling/diary'
import { tellAgain } from '../../server/demonstration/telling/tell'
import { checkReturn, isReady } from '../../server/domain/survey/progress'
import { sheetOf } from '../../server/domain/survey/routing'

const told = employersIn2022.map(tellAgain).filter(({ standing }) => standing !== null)

const ofTrusts = ({ employer }: Diary): boolean => employer.type === 'nhs_trust'

const sum = (diaries: readonly Diary[], address: string): number =>
  diaries.reduce((total, { standing }) => {
    const cell = standing?.cells[address]
    return total + (cell?.state === 'value' ? Number(cell.value) : 0)
  }, 0)

test('every return of 2022 that was submitted adds up, and what is odd is explained', () => {
  for (const { employer, cells } of told) {
    const wanting = checkReturn(sheetOf(socialWorkAgain.definition, { organisation: employer }, cells))
      .filter((check) => !isReady(check))
      .map(({ section, missing, broken }) => [section.code, missing.length, broken.map(({ rule }) => rule.code)])
    expect([employer.name, wanting]).toEqual([employer.name, []])
  }
})

test('trusts come by their social workers as was published: 34 by employing all, 23 by a mix, 1 by partnership only', () => {
  const models = told.filter(ofTrusts).map(({ standing }) => standing?.cells.partnership_model)
  const many = (model: string) => models.filter((cell) => cell?.state === 'value' && cell.value === model).length
  expect(['direct_only', 'mixed', 'partnership_only'].map(many)).toEqual([34, 23, 1])
})

test('the figures of the country are near to what was published of 2022: 91% directly employed, 15% vacant', () => {
  const trusts = told.filter(ofTrusts)
  const direct = sum(trusts, 'sw_emp_in.wte') / (sum(trusts, 'sw_emp_in.wte') + sum(trusts, 'sw_ext.wte'))
  expect(direct).toBeGreaterThan(0.86)
  expect(direct).toBeLessThan(0.95)
  const inPost = sum(told, 'sw_emp_in.wte') + sum(told, 'sw_emp_out.wte')
  const vacant = sum(told, 'vac_wte') / (sum(told, 'vac_wte') + inPost)
  expect(vacant).toBeGreaterThan(0.12)
  expect(vacant).toBeLessThan(0.18)
})

test('no explanation of 2022 speaks of the years before', () => {
  for (const { standing } of told) {
    for (const [address, cell] of Object.entries(standing?.cells ?? {})) {
      if (address.startsWith('explain!') && cell.state === 'value') expect(cell.value).not.toMatch(/\b20(1\d|20)\b/)
    }
  }
})
