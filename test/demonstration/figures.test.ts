import { loadDemonstration } from '../../server/demonstration/loadDemonstration'
import { checkReturn, isReady } from '../../server/domain/survey/progress'
import { inkOf } from '../../server/domain/returns/ink'
import { readDeclaration } from '../../server/domain/returns/declaration'
import { sheetOf } from '../../server/domain/survey/routing'
import { declarationBy } from '../../server/demonstration/telling/submitting'
import { employerCoded } from '../../server/demonstration/employers'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { useDatabase } from '../support/database'
import { loadedReturns, type LoadedReturn } from './loaded'

const { db } = useDatabase()
let returns: readonly LoadedReturn[] = []

beforeAll(async () => {
  await loadDemonstration(db, { passwordHash: 'a hash' })
  returns = await loadedReturns(db)
}, 60_000)

const sheet = ({ organisation, cells }: LoadedReturn) => sheetOf(mhsw2019, { organisation }, cells)

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
}, 60_000)

test('the progress kept with a return is what its cells come to', () => {
  for (const each of returns.filter(({ version }) => version > 0)) {
    const progress = Object.fromEntries(checks(each).map((check) => [check.section.code, check.progress]))
    expect([each.organisation.name, each.progress]).toEqual([each.organisation.name, progress])
  }
}, 60_000)

test('a submission says what the product would have put in ink', async () => {
  const submissions = await db.selectFrom('submissions').selectAll().execute()
  expect(submissions.length).toBeGreaterThan(65)
  for (const each of returns) {
    const standing = submissions.find(({ returnId, version }) => returnId === each.id && version === each.version)
    if (!standing) continue
    const typed = declarationBy(
      employerCoded(each.organisation.code),
      checks(each).some(({ progress }) => progress.soft > 0),
    )
    const declared = readDeclaration(sheet(each), typed, { alone: false })
    expect([each.organisation.name, declared.problems]).toEqual([each.organisation.name, []])
    const ink = inkOf(declared.sheet)
    expect(standing.cells).toEqual(ink.cells)
    expect(standing.explained).toEqual(ink.explained)
  }
}, 60_000)

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
