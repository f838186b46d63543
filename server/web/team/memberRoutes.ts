import { body } from 'express-validator'
import { changeRole } from '../../actions/changeRole'
import { removePerson } from '../../actions/removePerson'
import { sectionsGivenIn } from '../../db/assignments'
import { membersOf } from '../../db/team'
import { employerRoles, isEmployerRole } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm } from '../forms'
import { employer, type PersonVisit, type Route } from '../route'
import { memberPage } from './memberPage'
import { draw } from './pages'
import { preparedBy, type Prepared, teamAsked, teamOfForm, teamPath } from './prepared'

/** One colleague: their role, and removing them. */
export const memberRoutes = (services: Services): Route[] => [
  employer('get', '/team/people/:id', (visit) => show(services, visit, { team: teamAsked(visit), status: 200 })),
  employer('post', '/team/people/:id/role', (visit) => change(services, visit)),
  employer('post', '/team/people/:id/removal', (visit) => remove(services, visit)),
]

interface Shown {
  readonly team: Prepared
  readonly status: number
  readonly problems?: readonly Problem[]
}

const idIn = ({ req }: PersonVisit): string => String(req.params.id)

/** Nobody finds themselves here: whoever gives up preparing hands over. */
async function show({ db }: Services, visit: PersonVisit, { team, status, problems = [] }: Shown): Promise<void> {
  const members = await membersOf(db, team.organisationId)
  const member = members.find(({ id }) => id === idIn(visit) && id !== visit.person.id)
  if (!member) throw new NotFound()
  const given = await sectionsGivenIn(db, team.organisationId)
  draw(visit, 'team/member', memberPage({ team, member, given, problems }), status)
}

/** A form that does not say whose it is changes nothing. */
async function formTeam(services: Services, visit: PersonVisit): Promise<Prepared | undefined> {
  const team = teamOfForm(visit)
  if (team) return team
  const problems = [
    { address: 'role', says: 'The form did not say for which organisation it was. Fill it in again here.' },
  ]
  await show(services, visit, { team: preparedBy(visit)[0], status: 422, problems })
  return undefined
}

const boxes = () => ({
  role: body('role').isIn(Object.keys(employerRoles)).withMessage('Choose what they will do'),
})

async function change(services: Services, visit: PersonVisit): Promise<void> {
  const team = await formTeam(services, visit)
  if (!team) return
  const read = await readForm(visit.req, boxes())
  if (!read.ok) {
    await show(services, visit, { team, status: 422, problems: read.problems })
    return
  }
  const { role } = read.values
  if (!isEmployerRole(role)) throw new NotFound()
  const { organisationId } = team
  const outcome = await changeRole(services, { organisationId, by: visit.person.id, personId: idIn(visit), role })
  if (outcome.kind !== 'changed') throw new NotFound()
  flash(visit, `${outcome.name}: ${employerRoles[role].toLowerCase()} from now on.`)
  visit.res.redirect(303, teamPath(team))
}

async function remove(services: Services, visit: PersonVisit): Promise<void> {
  const team = await formTeam(services, visit)
  if (!team) return
  const { organisationId } = team
  const outcome = await removePerson(services, { organisationId, by: visit.person.id, personId: idIn(visit) })
  if (outcome.kind !== 'removed') throw new NotFound()
  flash(visit, `${outcome.name} has been removed, and cannot see the returns of ${team.organisation} any more.`)
  visit.res.redirect(303, teamPath(team))
}
