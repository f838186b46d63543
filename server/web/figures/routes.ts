import { makeRelease, type ReleaseMade } from '../../actions/makeRelease'
import { publishRelease, type ReleasePublished } from '../../actions/publishRelease'
import { momentInWords } from '../../domain/collections/calendar'
import type { StaffRole } from '../../domain/people/roles'
import type { Services } from '../../services'
import { definitionOf, otherDefinitions } from '../../surveys'
import { csvOf } from '../../workbooks/csv'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { comparisonPage } from './comparisonPage'
import { figuresPage } from './figuresPage'
import { fileHeadings, fileRows } from './fileRows'
import { draw } from './pages'
import { collectionAt, readFigures, readSeries, type Db } from './read'
import { groupAsked, trendsPage } from './trendsPage'

const analysts: readonly StaffRole[] = ['analyst']

const at = '/network/collections/:code'

/** National results: releases, what they say, and how that compares with other collections. */
export const figuresRoutes = (services: Services): Route[] => [
  staff(analysts, 'get', `${at}/figures`, (visit) => showFigures(services.db, visit)),
  staff(analysts, 'post', `${at}/releases`, (visit) => make(services, visit)),
  staff(analysts, 'post', `${at}/releases/:number/publication`, (visit) => publish(services, visit)),
  staff(analysts, 'get', `${at}/exports/figures.csv`, (visit) => sendFigures(services.db, visit)),
  staff(analysts, 'get', `${at}/trends`, (visit) => showTrends(services.db, visit)),
  staff(analysts, 'get', `${at}/comparison`, (visit) => showComparison(services.db, visit)),
]

async function showFigures(db: Db, visit: StaffVisit): Promise<void> {
  draw(visit, 'figures/figures', figuresPage(await readFigures(db, visit)))
}

/** The page again, with why nothing was done. */
async function refuse(db: Db, visit: StaffVisit, why: string): Promise<void> {
  const page = figuresPage(await readFigures(db, visit))
  draw(visit, 'figures/figures', { ...page, problems: [{ text: why, href: '#releases' }] }, 409)
}

async function make(services: Services, visit: StaffVisit): Promise<void> {
  const { code } = await collectionAt(services.db, visit)
  const { hold = '' } = typedIn(visit.req)
  const made = await makeRelease(services, { code, personId: visit.person.id, hold: hold !== '' })
  if (made.kind === 'not_found') throw new NotFound()
  if (made.kind !== 'made') await refuse(services.db, visit, whyNotMade(made))
  else {
    flash(visit, `Release ${made.number} made. ${hold === '' ? 'Employers can see it.' : 'It is kept back.'}`)
    visit.res.redirect(303, `/network/collections/${code}/figures`)
  }
}

function whyNotMade(made: Exclude<ReleaseMade, { readonly kind: 'made' | 'not_found' }>): string {
  switch (made.kind) {
    case 'too_early':
      return `The collection closed less than a minute ago, and something may still be under way. Try again after ${momentInWords(made.from)}.`
    case 'nothing_submitted':
      return 'No return has been submitted yet, so there is nothing to make figures from.'
    case 'nothing_to_tell':
      return 'No group of organisations is large enough yet: every figure would be withheld.'
    case 'nothing_new':
      return `Nothing has changed since release ${made.number}: a new one would say the same.`
    case 'overtaken':
      return 'Somebody else has made or published a release, or moved the close, meanwhile. Look at the list below, then try again.'
  }
}

async function publish(services: Services, visit: StaffVisit): Promise<void> {
  const { code } = await collectionAt(services.db, visit)
  const number = numbered(visit.req.params.number)
  if (number === undefined) throw new NotFound()
  const published = await publishRelease(services, { code, number, personId: visit.person.id })
  if (published.kind !== 'published') await refuse(services.db, visit, whyNotPublished(published))
  else {
    flash(visit, `Release ${number} published. Employers can see it.`)
    visit.res.redirect(303, `/network/collections/${code}/figures`)
  }
}

const numbered = (given: unknown): number | undefined =>
  typeof given === 'string' && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : undefined

function whyNotPublished(found: Exclude<ReleasePublished, { readonly kind: 'published' }>): string {
  switch (found.kind) {
    case 'not_found':
      return 'There is no such release.'
    case 'published_already':
      return 'Employers see this release already.'
    case 'superseded':
      return `Release ${found.by} has been made since, without reckoning with this one: beside each other the two might give an organisation away. Publish release ${found.by} instead.`
  }
}

async function sendFigures(db: Db, visit: StaffVisit): Promise<void> {
  const { released, collection } = await readFigures(db, visit)
  if (!released) await refuse(db, visit, 'No release has been made yet, so there are no figures to download.')
  else {
    const text = await csvOf(fileHeadings, fileRows(released), (row) => row)
    const name = `${collection.code}-figures-release-${released.release.number}.csv`
    visit.res.type('text/csv').attachment(name).send(text)
  }
}

async function showTrends(db: Db, visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const asked = groupAsked(visit.req.query.group)
  draw(visit, 'figures/trends', trendsPage(collection, asked, await readSeries(db, collection)))
}

async function showComparison(db: Db, visit: StaffVisit): Promise<void> {
  const collection = await collectionAt(db, visit)
  const others = otherDefinitions(collection.code)
  const other = others.find(({ code }) => code === visit.req.query.with) ?? others[0]
  const definition = definitionOf(collection.code)
  const page = other && {
    ...(other.code < definition.code ? { earlier: other, later: definition } : { earlier: definition, later: other }),
    others,
    with: other.code,
  }
  draw(visit, 'figures/comparison', comparisonPage(collection, page))
}
