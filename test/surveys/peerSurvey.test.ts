import { valueCell, type Cells } from '../../server/domain/survey/cells'
import { questionsOf } from '../../server/domain/survey/definition'
import { checkReturn } from '../../server/domain/survey/progress'
import { figureAt } from '../../server/domain/survey/reckoning'
import { sheetOf } from '../../server/domain/survey/routing'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { psw2019 } from '../../server/surveys/psw2019'
import { registerOf } from './register'

const told = (given: Readonly<Record<string, number | string>>): Cells =>
  Object.fromEntries(Object.entries(given).map(([address, value]) => [address, valueCell(value)]))

const peerSheet = (given: Readonly<Record<string, number | string>>, otherSurvey: Cells = {}) =>
  sheetOf(psw2019, { ...registerOf('nhs_trust'), otherSurvey }, told(given))

const broken = (...sheet: Parameters<typeof peerSheet>) =>
  checkReturn(peerSheet(...sheet)).flatMap((check) => check.broken)

describe('a return without peer support workers', () => {
  const nil = peerSheet({ psw_any: 'no', 'psw_emp.hc': 4 })

  test('leaves open its organisation, why there are none, its plans and its comments', () => {
    const open = checkReturn(nil).filter(({ progress }) => progress.status !== 'not_applicable')
    expect(open.map(({ section }) => section.code).join('')).toBe('abgh')
  })

  test('must say why, and whether there is a lead, and nothing else of peer workers', () => {
    const missing = checkReturn(nil).flatMap((check) => check.missing.map(({ address }) => address))
    expect(missing.filter((address) => address.startsWith('psw_'))).toEqual(['psw_none_reason', 'psw_lead_post'])
  })

  test.each(['psw_emp.hc', 'psw_total.wte', 'psw_volunteer', 'psw_age.not_known.hc', 'psw_unallocated.wte'])(
    'counts %s as 0, whatever was typed before',
    (address) => {
      expect(figureAt(address, nil)).toBe(0)
    },
  )

  test('breaks no rule', () => {
    expect(broken({ psw_any: 'no' }).map(({ rule }) => rule.code)).toEqual([])
  })
})

describe('the two surveys of 2019-20', () => {
  const sectionOf = (definition: typeof psw2019) => definition.sections[0]?.questions ?? []

  test('ask the same of the organisation, so that it can be answered once for both', () => {
    const theirs = new Map(sectionOf(mhsw2019).map((question) => [question.code, question]))
    for (const question of sectionOf(psw2019)) expect(question).toEqual(theirs.get(question.code))
  })

  test('share no other address', () => {
    const theirs = new Set(questionsOf(mhsw2019).map(({ code }) => code))
    const own = questionsOf(psw2019).filter((question) => !sectionOf(psw2019).includes(question))
    expect(own.filter(({ code }) => theirs.has(code))).toEqual([])
  })

  test('are asked about where they count different peer workers', () => {
    const here = { psw_any: 'yes', 'psw_emp.hc': 8, 'psw_emp.wte': 6, 'psw_out.hc': 2, 'psw_out.wte': 2 }
    const there = (hc: number) => told({ 'oth_staff.peer_support_worker.hc': hc })
    const found = broken(here, there(7)).find(({ rule }) => rule.code === 'PS12')
    expect(found?.findings).toMatchObject([
      {
        says: 'You employ 6 peer support workers who work in your own services, but your social work return says 7. Correct one of the two, or explain.',
        addresses: ['psw_emp.hc', 'psw_out.hc'],
      },
    ])
    expect(broken(here, there(6)).map(({ rule }) => rule.code)).not.toContain('PS12')
  })
})

test('vacancies that are wrong say nothing of leavers and partners that are right', () => {
  const found = broken({
    psw_any: 'yes',
    'psw_ext.hc': 0,
    'psw_leavers.hc': 0,
    psw_est_wte: 4,
    psw_vac_wte: 5,
  }).find(({ rule }) => rule.code === 'PS06')
  expect(found?.findings.map(({ says }) => says)).toEqual([
    'Vacancies (5.00 WTE) cannot exceed establishment (4.00 WTE). Correct the part or the total.',
  ])
})

test('a reminder stands in nobody’s way', () => {
  const check = checkReturn(peerSheet({ psw_any: 'yes', 'psw_emp.hc': 9 })).find(({ section }) => section.code === 'b')
  expect(check?.broken.map(({ rule }) => [rule.code, rule.level])).toEqual([['PS13', 'reminder']])
  expect(check?.progress).toMatchObject({ hard: 0, soft: 0, explained: 0 })
})
