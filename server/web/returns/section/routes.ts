import { holdLateTyping } from '../../../actions/holdLateTyping'
import { findOwnReturn } from '../../../db/returns'
import type { EmployerRole } from '../../../domain/people/roles'
import { NotFound } from '../../errors'
import { ownReturn, type ReturnVisit, type Route } from '../../route'
import { sectionOf } from '../draft'
import { autosave } from './autosaveRoute'
import { versionIn, type Desk } from './desk'
import { postSection, showSection } from './saving'

/** Who enters figures: whoever signs them reads. */
const entering: readonly EmployerRole[] = ['preparer', 'contributor']

/** One section of a return: to read, to fill in, and to save box by box. */
export const sectionRoutes = (services: Desk['services']): Route[] => [
  ownReturn('get', '/returns/:id/sections/:section', (visit) => showSection(employersDesk(services, visit))),
  ownReturn('post', '/returns/:id/sections/:section', (visit) => postSection(employersDesk(services, visit)), entering),
  ownReturn('patch', '/returns/:id/sections/:section', (visit) => autosave(services, visit), entering),
]

function employersDesk(services: Desk['services'], visit: ReturnVisit): Desk {
  const { found, person, arrival } = visit
  const section = sectionOf(visit)
  return {
    services,
    visit,
    found,
    section,
    scope: { employer: person.id },
    via: 'typed',
    staffRole: undefined,
    again: async () => {
      const again = await findOwnReturn(services.db, person.id, found.id, arrival)
      if (!again) throw new NotFound()
      return again
    },
    tooLate: (typed) =>
      holdLateTyping(services, {
        personId: person.id,
        returnId: found.id,
        sections: [section.code],
        typed,
        drawnAt: versionIn(typed),
        arrival,
      }),
  }
}
