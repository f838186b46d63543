import { randomUUID } from 'node:crypto'
import { body } from 'express-validator'
import { dismissFindings } from '../../actions/dismissFindings'
import { raiseQueries } from '../../actions/raiseQueries'
import { findCollection, type FoundCollection } from '../../db/collections'
import { isCheckCode, type Found } from '../../domain/checks/found'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import { LONGEST, SHORTEST } from '../../domain/queries/query'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { manyOf, readForm, typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { checksPage, checksPreviewPage } from './checksPage'
import { findingsOf } from './findings'
import { draw } from './pages'

const readers: readonly StaffRole[] = ['network', 'analyst']

/** What the network's checks find, and asking about many figures at once. */
export const checkRoutes = (services: Services): Route[] => [
  staff(readers, 'get', '/network/collections/:code/checks', (visit) => show(services, visit)),
  staff(['network'], 'post', '/network/collections/:code/checks', (visit) => act(services, visit)),
]

async function collectionAt({ db }: Services, { req }: StaffVisit): Promise<FoundCollection> {
  const found = await findCollection(db, String(req.params.code))
  if (!found) throw new NotFound()
  return found
}

async function show(services: Services, visit: StaffVisit, problems: readonly Problem[] = []): Promise<void> {
  const collection = await collectionAt(services, visit)
  const found = await findingsOf(services, collection)
  const { check: asked, chosen } = visit.req.query
  const check = isCheckCode(asked) ? asked : undefined
  const mayAct = isAmong(visit.staffRole, ['network'])
  draw(
    visit,
    'queries/checks',
    checksPage(collection, { found, check, none: chosen === 'none', mayAct }, problems),
    problems.length > 0 ? 422 : 200,
  )
}

type Chosen = readonly (readonly [string, Found])[]

async function act(services: Services, visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(services, visit)
  const names = new Set(manyOf(visit.req, 'found'))
  const chosen = [...(await findingsOf(services, collection))].filter(([name]) => names.has(name))
  if (chosen.length === 0) {
    const says =
      names.size === 0 ? 'Choose what to ask about' : 'What you chose has been asked, dismissed or corrected already'
    await show(services, visit, [{ address: 'checks', says }])
    return
  }
  const doing = typedIn(visit.req).do
  if (doing === 'raise') await raise(services, visit, collection, chosen)
  else if (doing === 'dismiss') await dismiss(services, visit, collection, chosen)
  else draw(visit, 'queries/checksPreview', checksPreviewPage(collection, chosen, { reason: '', problems: [] }))
}

/** What is asked of one return goes together, in one letter. */
function byReturn(
  chosen: Chosen,
): { readonly returnId: string; readonly submissionId: string; readonly found: Found[] }[] {
  const returns = new Map<string, { returnId: string; submissionId: string; found: Found[] }>()
  for (const [, each] of chosen) {
    const { returnId, submissionId } = each
    const group = returns.get(returnId) ?? { returnId, submissionId, found: [] }
    group.found.push(each)
    returns.set(returnId, group)
  }
  return [...returns.values()]
}

async function raise(services: Services, visit: StaffVisit, { code }: FoundCollection, chosen: Chosen): Promise<void> {
  const { person, arrival } = visit
  let count = 0
  for (const { returnId, submissionId, found } of byReturn(chosen)) {
    const asking = found.map((each) => ({ ...each.asking, id: randomUUID() }))
    const raised = await raiseQueries(services, { personId: person.id, returnId, submissionId, asking, arrival })
    if (raised.kind === 'raised') count += raised.count
  }
  flash(
    visit,
    count === 1
      ? '1 query raised. Its letter is on its way.'
      : `${count} queries raised. The letters are on their way.`,
  )
  visit.res.redirect(303, `/network/collections/${code}/queries?state=asked`)
}

const reasonBox = () => ({
  reason: body('reason')
    .trim()
    .isLength({ min: SHORTEST, max: LONGEST })
    .withMessage(`Write why no question is needed in ${SHORTEST} to ${LONGEST.toLocaleString('en-GB')} characters`),
})

async function dismiss(
  services: Services,
  visit: StaffVisit,
  collection: FoundCollection,
  chosen: Chosen,
): Promise<void> {
  const { req, res, person, arrival } = visit
  const typed = typedIn(req)
  const read = await readForm(req, reasonBox())
  if (!read.ok) {
    const sent = { reason: typed.reason ?? '', problems: read.problems }
    draw(visit, 'queries/checksPreview', checksPreviewPage(collection, chosen, sent), 422)
    return
  }
  const { reason } = read.values
  let count = 0
  for (const { returnId, submissionId, found } of byReturn(chosen)) {
    const findings = found.map(({ asking }) => ({ ...asking, id: randomUUID() }))
    const done = await dismissFindings(services, {
      personId: person.id,
      returnId,
      submissionId,
      findings,
      reason,
      arrival,
    })
    if (done.kind === 'dismissed') count += done.count
  }
  flash(visit, `${count} dismissed. They stay so until the figures change.`)
  res.redirect(303, `/network/collections/${collection.code}/checks`)
}
