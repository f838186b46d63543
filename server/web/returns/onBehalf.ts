import type { FoundReturn } from '../../db/foundReturn'
import { findAnyReturn } from '../../db/returns'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { sectionCoded } from '../../domain/survey/definition'
import { NotFound } from '../errors'
import { staff, type Route, type StaffVisit } from '../route'
import { whyShut } from './openWords'
import type { Desk } from './section/desk'
import { postSection, showSection } from './section/saving'

/** What to show of a section where it is not to be filled in. */
type Reading = (visit: StaffVisit) => Promise<void>

/** One section of any return: the network enters figures that were given by telephone, or reads what is there. */
export const onBehalfRoutes = (services: Pick<Services, 'db'>, read: Reading): Route[] => [
  staff(['network', 'analyst'], 'get', '/network/returns/:id/sections/:section', (visit) =>
    showOrRead(services, visit, read),
  ),
  staff(['network'], 'post', '/network/returns/:id/sections/:section', async (visit) =>
    postSection(await networksDesk(services, visit)),
  ),
]

/** The form, while it can be saved and nobody only wants to read; the answers otherwise. */
async function showOrRead(services: Pick<Services, 'db'>, visit: StaffVisit, read: Reading): Promise<void> {
  const desk = visit.req.query.read === undefined ? await networksDesk(services, visit) : undefined
  if (desk && !whyShut(desk.found, desk.section, visit.staffRole)) await showSection(desk)
  else await read(visit)
}

async function networksDesk(services: Pick<Services, 'db'>, visit: StaffVisit): Promise<Desk> {
  const { req, person, staffRole } = visit
  const found = await anyReturn(services, visit)
  const section = sectionCoded(definitionOf(found.collection.code), String(req.params.section))
  if (!section || section.filledBy) throw new NotFound()
  return {
    services,
    visit,
    found,
    section,
    scope: { network: person.id },
    via: 'telephone',
    staffRole,
    again: () => anyReturn(services, visit),
    // What came too late stays on the page: whoever typed it is still on the telephone.
    tooLate: () => Promise.resolve(),
  }
}

async function anyReturn({ db }: Pick<Services, 'db'>, { req, arrival }: StaffVisit): Promise<FoundReturn> {
  const found = await findAnyReturn(db, String(req.params.id), arrival)
  if (!found) throw new NotFound()
  return found
}
