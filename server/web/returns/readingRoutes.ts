import { assignmentsOf } from '../../db/assignments'
import { cellChangesOf, type CellChange } from '../../db/cells'
import { eventsOf } from '../../db/history'
import { organisationNames } from '../../db/organisationNames'
import { queriesOf } from '../../db/queries'
import { ownReturns } from '../../db/returns'
import { sistersOf } from '../../db/sisters'
import { submissionsOf } from '../../db/submissions'
import { isTheirs } from '../../domain/reading/labels'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { employer, ownReturn, ownReturnOrNetwork, type PersonVisit, type ReturnVisit, type Route } from '../route'
import { publishedAmong } from '../../db/releaseGroups'
import { benchmarksLine } from './benchmarksLine'
import { checkPage } from './checkPage'
import { draftOf, type Reads } from './draft'
import { historyPage, isToldTo } from './historyPage'
import { listPage } from './listPage'
import { heldPart } from './heldPart'
import { latePanels } from './latePanel'
import { draw } from './pages'
import { receiptPage } from './receiptPage'
import { tasksPage } from './tasksPage'

/** What there is to read of a return. */
export const readingRoutes = (services: Reads): Route[] => [
  employer('get', '/returns', (visit) => showList(services, visit)),
  ownReturn('get', '/returns/:id', (visit) => showTasks(services, visit)),
  ownReturn('get', '/returns/:id/check', (visit) => showCheck(services, visit)),
  ownReturn('get', '/returns/:id/receipt', (visit) => showReceipt(services, visit)),
  ownReturnOrNetwork('/returns/:id/history', '/network/returns/:id', (visit) => showHistory(services, visit)),
]

async function showList({ db }: Reads, visit: PersonVisit): Promise<void> {
  const returns = await ownReturns(db, visit.person.id, visit.arrival)
  const published = await publishedAmong(
    db,
    returns.map(({ collection }) => collection.id),
  )
  draw(visit, 'returns/list', listPage(visit.person, returns, published))
}

async function showTasks(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found } = visit
  const sheet = await draftOf(services, found)
  const assignments = await assignmentsOf(services.db, found.id)
  const queries = await queriesOf(services.db, found.id)
  const waiting = queries.filter(
    ({ state, address }) => state === 'asked' && isTheirs(found, address, sheet.definition),
  )
  const page = tasksPage(found, sheet, { assignments, telephoned: found.telephoned, asked: waiting.length })
  draw(visit, 'returns/tasks', {
    ...page,
    late: await latePanels(services, found),
    held: await heldPart(services, found),
    benchmarks: await benchmarksLine(services, found),
  })
}

async function showCheck(services: Reads, visit: ReturnVisit): Promise<void> {
  const sheet = await draftOf(services, visit.found)
  const names = await organisationNames(services.db)
  draw(visit, 'returns/check', checkPage(visit.found, { sheet, names, tooSoon: false }))
}

async function showReceipt(services: Reads, visit: ReturnVisit): Promise<void> {
  const { db } = services
  const { found, req } = visit
  const all = await submissionsOf(db, found.id)
  const number = req.query.number
  const asked = typeof number === 'string' ? all.find((each) => String(each.number) === number) : undefined
  const submission = asked ?? all.find(({ id }) => id === found.standingSubmissionId) ?? all[0]
  if (!submission || (number !== undefined && !asked)) throw new NotFound()
  const read = { all, names: await organisationNames(db), sisters: await sistersOf(db, found) }
  const benchmarks = await benchmarksLine(services, found)
  draw(visit, 'returns/receipt', { ...receiptPage(found, submission, read), benchmarks })
}

/** So many changes stand on one page of history. */
const MANY = 200

async function showHistory({ db }: Reads, visit: ReturnVisit): Promise<void> {
  const { found, req } = visit
  const definition = definitionOf(found.collection.code)
  const cell = typeof req.query.cell === 'string' ? req.query.cell : undefined
  if (cell !== undefined && !isTheirs(found, cell, definition)) throw new NotFound()
  const before = wholeNumber(req.query.before)
  const changes = await cellChangesOf(db, found.id, {
    ...(cell === undefined ? {} : { address: cell }),
    ...(before === undefined ? {} : { before }),
    limit: MANY,
  })
  const names = await organisationNames(db)
  const told = (await eventsOf(db, found.id)).filter((event) => isToldTo(found, event, { cell, definition }))
  const events = within(told, changes, before !== undefined)
  const theirs = changes.filter(({ address }) => isTheirs(found, address, definition))
  const last = changes.length === MANY ? changes.at(-1)?.id : undefined
  draw(visit, 'returns/history', historyPage(found, { events, changes: theirs, cell, before: last, names, definition }))
}

const wholeNumber = (sent: unknown): number | undefined =>
  typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : undefined

/** Events stand on the page of the changes around them. */
function within<E extends { readonly decidedAt: Date }>(
  events: E[],
  changes: readonly CellChange[],
  isLater: boolean,
): E[] {
  const [first, last] = [changes[0], changes.at(-1)]
  const from = changes.length === MANY ? last?.decidedAt : undefined
  const to = isLater ? first?.decidedAt : undefined
  return events.filter(
    ({ decidedAt }) => (from === undefined || decidedAt >= from) && (to === undefined || decidedAt < to),
  )
}
