import { addOrganisation } from '../../actions/addOrganisation'
import { changeOrganisation } from '../../actions/changeOrganisation'
import { latestCollections } from '../../db/collections'
import {
  collectionsOfOrganisation,
  findOrganisation,
  organisationsLike,
  type Organisation,
  type ReturnOfOrganisation,
} from '../../db/organisations'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { drawing } from '../draw'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { listAsked } from '../paging'
import { staff, type Route, type StaffVisit } from '../route'
import { organisationsPage, PAGE, type OrganisationsPage } from './listPage'
import { readOrganisation, type OrganisationTyped } from './organisationForm'
import { organisationPage, typedFrom, type OrganisationPage } from './organisationPage'

const draw = drawing<{ 'organisations/list': OrganisationsPage; 'organisations/organisation': OrganisationPage }>()

const nothingTyped: OrganisationTyped = { typed: {}, collections: [], problems: [] }

/** The register of organisations, for administrators. */
export const organisationsRoutes = (services: Services): Route[] => [
  staff([], 'get', '/admin/organisations', (visit) => showList(services, visit)),
  staff([], 'get', '/admin/organisations/new', (visit) => showNew(services, visit, nothingTyped)),
  staff([], 'post', '/admin/organisations', (visit) => add(services, visit)),
  staff([], 'get', '/admin/organisations/:id', (visit) => showOne(services, visit)),
  staff([], 'post', '/admin/organisations/:id', (visit) => change(services, visit)),
]

async function showList({ db }: Services, visit: StaffVisit): Promise<void> {
  const asked = listAsked(visit.req.query)
  const part = { q: asked.q, offset: (asked.page - 1) * PAGE, limit: PAGE }
  draw(visit, 'organisations/list', organisationsPage(await organisationsLike(db, part), asked))
}

async function showNew({ db }: Services, visit: StaffVisit, sent: OrganisationTyped): Promise<void> {
  const collections = await latestCollections(db)
  const offered = collections.map(({ code, title }): ReturnOfOrganisation => ({
    collection: code,
    title,
    returnId: null,
  }))
  draw(visit, 'organisations/organisation', organisationPage(undefined, offered, sent), statusOf(sent))
}

const statusOf = ({ problems }: OrganisationTyped): number => (problems.length > 0 ? 422 : 200)

async function organisationAt({ db }: Services, { req }: StaffVisit): Promise<Organisation> {
  const found = await findOrganisation(db, String(req.params.id))
  if (!found) throw new NotFound()
  return found
}

async function showOne(services: Services, visit: StaffVisit, sent?: OrganisationTyped): Promise<void> {
  const found = await organisationAt(services, visit)
  const collections = await collectionsOfOrganisation(services.db, found.id)
  const shown = sent ?? { ...nothingTyped, typed: typedFrom(found) }
  draw(visit, 'organisations/organisation', organisationPage(found, collections, shown), statusOf(shown))
}

const taken = (fields: readonly ('code' | 'cassrCode')[]): Problem[] =>
  fields.map((field) => ({
    address: field === 'code' ? 'code' : 'cassr_code',
    says: `Another organisation has this ${field === 'code' ? 'code' : 'CASSR code'} already.`,
  }))

const deed = ({ person, arrival }: StaffVisit) => ({ by: person.id, arrival })

async function add(services: Services, visit: StaffVisit): Promise<void> {
  const read = await readOrganisation(visit.req)
  if (!read.ok) return showNew(services, visit, read.sent)
  const { organisation, sent } = read
  const outcome = await addOrganisation(services, { ...deed(visit), organisation, collections: sent.collections })
  if (outcome.kind === 'taken') return showNew(services, visit, { ...sent, problems: taken(outcome.fields) })
  flash(visit, `${organisation.name} added.`)
  visit.res.redirect(303, `/admin/organisations/${outcome.id}`)
}

async function change(services: Services, visit: StaffVisit): Promise<void> {
  const { id } = await organisationAt(services, visit)
  const read = await readOrganisation(visit.req)
  if (!read.ok) return showOne(services, visit, read.sent)
  const { organisation, sent } = read
  const outcome = await changeOrganisation(services, {
    ...deed(visit),
    id,
    organisation,
    collections: sent.collections,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'taken':
      return showOne(services, visit, { ...sent, problems: taken(outcome.fields) })
    case 'changed':
      flash(visit, `${organisation.name} saved.`)
      visit.res.redirect(303, `/admin/organisations/${id}`)
  }
}
