import { checkReturn, isReady } from '../../server/domain/survey/progress'
import { inkOf } from '../../server/domain/returns/ink'
import { readDeclaration } from '../../server/domain/returns/declaration'
import { sheetOf } from '../../server/domain/survey/routing'
import { onlyShared, sharedQuestions } from '../../server/domain/survey/shared'
import { declarationBy } from '../../server/demonstration/telling/submitting'
import { employerCoded } from '../../server/demonstration/employers'
import { peerSupport, socialWork } from '../../server/demonstration/collection'
import { definitionOf } from '../../server/surveys'
import { useDatabase } from '../support/database'
import { loadedReturns, type LoadedReturn } from './loaded'

const { db } = useDatabase({ demonstration: 'under way' })
let returns: readonly LoadedReturn[] = []

beforeAll(async () => {
  returns = await loadedReturns(db)
})

/** What the organisation says in the other survey, if it is asked there too. */
const elsewhere = ({ id, organisation }: LoadedReturn) =>
  returns.find((other) => other.organisation.id === organisation.id && other.id !== id)?.cells ?? {}

const sheet = (each: LoadedReturn) =>
  sheetOf(definitionOf(each.collection), { organisation: each.organisation, otherSurvey: elsewhere(each) }, each.cells)

const checked = new Map<string, ReturnType<typeof checkReturn>>()
function checks(each: LoadedReturn) {
  const found = checked.get(each.id) ?? checkReturn(sheet(each))
  checked.set(each.id, found)
  return found
}

test('every return that was submitted, or waits to be signed, is ready: it adds up and what is odd is explained', () => {
  const ready = returns.filter(({ status }) => ['submitted', 'nil', 'reopened', 'awaiting_signature'].includes(status))
  expect(ready.length).toBeGreaterThan(70)
  for (const each of ready) {
    const wanting = checks(each)
      .filter((check) => !isReady(check))
      .map(({ section, missing, broken }) => [section.code, missing.length, broken.map(({ rule }) => rule.code)])
    expect([each.organisation.name, wanting]).toEqual([each.organisation.name, []])
  }
})

test('the progress kept with a return is what its cells come to', () => {
  for (const each of returns.filter(({ version }) => version > 0)) {
    const progress = Object.fromEntries(checks(each).map((check) => [check.section.code, check.progress]))
    expect([each.organisation.name, each.progress]).toEqual([each.organisation.name, progress])
  }
})

test('a submission says what the product would have put in ink', async () => {
  const submissions = await db.selectFrom('submissions').selectAll().execute()
  expect(submissions.length).toBeGreaterThan(65)
  for (const each of returns) {
    const standing = submissions.find(({ returnId, version }) => returnId === each.id && version === each.version)
    if (!standing) continue
    const typed = declarationBy(
      employerCoded(each.organisation.code),
      checks(each).some(({ progress }) => progress.soft > 0),
      each.collection === 'mhsw-2019' ? socialWork : peerSupport,
    )
    const declared = readDeclaration(sheet(each), typed, { alone: false })
    expect([each.organisation.name, declared.problems]).toEqual([each.organisation.name, []])
    const ink = inkOf(declared.sheet)
    expect(standing.cells).toEqual(ink.cells)
    expect(standing.explained).toEqual(ink.explained)
  }
})

test('explanations are sentences, and no two rules of one return are explained in the same words by accident', () => {
  for (const { cells } of returns) {
    for (const [address, cell] of Object.entries(cells)) {
      if (!address.startsWith('explain!') || cell.state !== 'value') continue
      expect(cell.value).toMatch(/^[A-Z].{9,}[.]$/)
      expect(cell.of).toEqual(expect.any(String))
    }
  }
})

test('the figures of the country are near to what was published of 2019', () => {
  const total = (type: string, address: string) =>
    [...new Set(returns.filter(({ organisation }) => organisation.type === type))].reduce((sum, { cells }) => {
      const cell = cells[address]
      return sum + (cell?.state === 'value' ? Number(cell.value) : 0)
    }, 0)
  const filled = returns.filter(
    ({ organisation, cells }) => organisation.type === 'nhs_trust' && cells['sw_emp_in.wte'],
  )
  const each = total('nhs_trust', 'sw_emp_in.wte') / filled.length
  // 2,211 WTE in 55 trusts.
  expect(each).toBeGreaterThan(28)
  expect(each).toBeLessThan(52)
})

describe('the peer support returns', () => {
  const peers = () => returns.filter(({ collection }) => collection === 'psw-2019')

  test('are asked of trusts and other providers, and have come as far as they may', () => {
    expect(peers()).toHaveLength(55 + 8 + 6)
    const statuses = new Set(peers().map(({ status }) => status))
    for (const status of ['not_started', 'in_progress', 'awaiting_signature', 'submitted'] as const) {
      expect(statuses.has(status)).toBe(true)
    }
  })

  test('say of the organisation what the social work return says', () => {
    const shared = sharedQuestions(socialWork.definition, peerSupport.definition)
    const bothBegun = peers().filter((each) => each.version > 0 && Object.keys(elsewhere(each)).length > 0)
    expect(bothBegun.length).toBeGreaterThan(15)
    for (const each of bothBegun) {
      expect([each.organisation.name, onlyShared(each.cells, shared)]).toEqual([
        each.organisation.name,
        onlyShared(elsewhere(each), shared),
      ])
    }
  })

  test('count about as many people as there were in 2019: 862 in 55 trusts', () => {
    const counts = peers().flatMap(({ organisation, cells }) => {
      const cell = cells['psw_emp.hc']
      return organisation.type === 'nhs_trust' && cell?.state === 'value' ? [Number(cell.value)] : []
    })
    const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length
    expect(mean).toBeGreaterThan(11)
    expect(mean).toBeLessThan(21)
  })
})
