import { latestRelease } from '../../db/releases'
import type { EmployerRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { csvOf } from '../../workbooks/csv'
import { NotFound } from '../errors'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { benchmarksPage } from './benchmarksPage'
import { chartFile } from './chartFile'
import { choiceIn, kindsIn } from './choice'
import { fileHeadings, fileRows } from './fileRows'
import { draw } from './pages'
import { readSeen } from './readSeen'
import { waitingPage } from './waitingPage'

type Reads = Pick<Services, 'db'>

/** Those who answer for the whole return; a contributor sees their own sections only. */
const readers: readonly EmployerRole[] = ['preparer', 'signatory']

const path = '/returns/:id/benchmarks'

/** An employer's own figures beside its peers': read from the last release that employers are let see, never from returns. */
export const benchmarksRoutes = ({ db }: Reads): Route[] => [
  ownReturn('get', path, (visit) => showBenchmarks(db, visit), readers),
  ownReturn('get', `${path}.csv`, (visit) => sendFigures(db, visit), readers),
  ownReturn('get', `${path}/:indicator.svg`, (visit) => sendChart(db, visit), readers),
]

async function published(db: Reads['db'], { found }: ReturnVisit) {
  const release = await latestRelease(db, found.collection.id, { forEmployers: true })
  return { release, shown: release && (await readSeen(db, found, release)) }
}

async function showBenchmarks(db: Reads['db'], visit: ReturnVisit): Promise<void> {
  const { release, shown } = await published(db, visit)
  if (!shown) draw(visit, 'benchmarks/waiting', waitingPage(visit.found, release))
  else {
    const choice = choiceIn(visit.req.query, kindsIn(shown.seen.groups))
    draw(visit, 'benchmarks/benchmarks', benchmarksPage(visit.found, shown.released, choice, shown.seen))
  }
}

/** Where there is nothing to send, the page says why. */
const toPage = ({ res, found }: ReturnVisit): void => {
  res.redirect(303, `/returns/${found.id}/benchmarks`)
}

async function sendFigures(db: Reads['db'], visit: ReturnVisit): Promise<void> {
  const { shown } = await published(db, visit)
  if (!shown) toPage(visit)
  else {
    const { code } = visit.found.collection
    const text = await csvOf(fileHeadings, fileRows(shown.seen, shown.released), (row) => row)
    visit.res.type('text/csv').attachment(`${code}-benchmarks-release-${shown.released.number}.csv`).send(text)
  }
}

async function sendChart(db: Reads['db'], visit: ReturnVisit): Promise<void> {
  const { shown } = await published(db, visit)
  if (!shown) {
    toPage(visit)
    return
  }
  const { seen, released } = shown
  const indicator = seen.definition.indicators.find(({ code }) => code === visit.req.params.indicator)
  const choice = choiceIn(visit.req.query, kindsIn(seen.groups))
  const file = indicator && chartFile(visit.found, indicator, { choice, released, seen })
  if (!indicator || file === undefined) throw new NotFound()
  visit.res.type('image/svg+xml').attachment(`${visit.found.collection.code}-${indicator.code}.svg`).send(file)
}
