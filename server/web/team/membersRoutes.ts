import { body } from 'express-validator'
import { countTry } from '../../actions/countTry'
import { invitePerson } from '../../actions/invitePerson'
import { revokeInvitation } from '../../actions/revokeInvitation'
import { sectionsGivenIn } from '../../db/assignments'
import { openInvitationsOf } from '../../db/invitations'
import { ownReturns } from '../../db/returns'
import { membersOf } from '../../db/team'
import type { EmployerRole } from '../../domain/people/roles'
import { employerRoles } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, type Typed, typedIn } from '../forms'
import { employer, type PersonVisit, type Route } from '../route'
import { draw } from './pages'
import { preparedBy, type Prepared, teamAsked, teamOfForm, teamPath } from './prepared'
import { teamPage } from './teamPage'

/** Who works for an employer, and inviting others. */
export const membersRoutes = (services: Services): Route[] => [
  employer('get', '/team', (visit) => show(services, visit, { team: teamAsked(visit), status: 200 })),
  employer('post', '/team/invitations', (visit) => invite(services, visit)),
  employer('post', '/team/invitations/:id/revocation', (visit) => revoke(services, visit)),
]

interface Shown {
  readonly team: Prepared
  readonly status: number
  readonly typed?: Typed
  readonly problems?: readonly Problem[]
}

async function show({ db }: Services, visit: PersonVisit, { team, status, ...shown }: Shown): Promise<void> {
  const { id: personId } = visit.person
  const [members, given, invitations, returns] = await Promise.all([
    membersOf(db, team.organisationId),
    sectionsGivenIn(db, team.organisationId),
    openInvitationsOf(db, team.organisationId),
    ownReturns(db, personId, visit.arrival),
  ])
  const own = returns.filter(({ organisation }) => organisation.id === team.organisationId)
  const about = { team, prepared: preparedBy(visit), personId, members, given, invitations, returns: own }
  draw(visit, 'team/team', teamPage({ ...about, ...shown }), status)
}

/** A form that does not say whose it is changes nothing. */
async function formTeam(services: Services, visit: PersonVisit): Promise<Prepared | undefined> {
  const team = teamOfForm(visit)
  if (team) return team
  const problems = [
    { address: 'email', says: 'The form did not say for which organisation it was. Fill it in again here.' },
  ]
  await show(services, visit, { team: preparedBy(visit)[0], status: 422, problems })
  return undefined
}

const boxes = () => ({
  organisation: body('organisation'),
  email: body('email')
    .trim()
    .notEmpty()
    .withMessage('Enter the email address of the colleague to invite')
    .isEmail()
    .withMessage('Enter an email address, such as name@organisation.example')
    .isLength({ max: 254 })
    .withMessage('This email address is too long: check it'),
  role: body('role').isIn(Object.keys(employerRoles)).withMessage('Choose what they will do'),
})

const anHour = 60 * 60

/** So many letters to strangers may one preparer cause, and one employer. */
const invitationLimits = (personId: string, { organisationId }: Prepared) => [
  { key: `invite by ${personId}`, most: 40, seconds: anHour },
  { key: `invite for ${organisationId}`, most: 60, seconds: anHour },
]

async function invite(services: Services, visit: PersonVisit): Promise<void> {
  const team = await formTeam(services, visit)
  if (!team) return
  const typed = typedIn(visit.req)
  const read = await readForm(visit.req, boxes())
  if (!read.ok) {
    await show(services, visit, { team, status: 422, typed, problems: read.problems })
    return
  }
  const counted = await countTry(services, invitationLimits(visit.person.id, team))
  if (counted.kind === 'too_many') {
    visit.res.setHeader('Retry-After', counted.waitSeconds)
    const problems = [{ address: 'email', says: 'You have invited many people in a short time. Try again in an hour.' }]
    await show(services, visit, { team, status: 429, typed, problems })
    return
  }
  await send(services, visit, team, { email: read.values.email, role: read.values.role as EmployerRole })
}

async function send(
  services: Services,
  visit: PersonVisit,
  team: Prepared,
  asked: { readonly email: string; readonly role: EmployerRole },
): Promise<void> {
  const { person, arrival, res } = visit
  const { organisationId } = team
  const outcome = await invitePerson(services, { organisationId, by: person.id, ...asked, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'already_in_team': {
      const problems = [{ address: 'email', says: `${asked.email} is in your team already.` }]
      await show(services, visit, { team, status: 422, typed: asked, problems })
      return
    }
    case 'invited':
      flash(visit, `A letter with an invitation is on its way to ${asked.email}. It works for 14 days.`)
      res.redirect(303, teamPath(team))
  }
}

async function revoke(services: Services, visit: PersonVisit): Promise<void> {
  const team = await formTeam(services, visit)
  if (!team) return
  const { req, res, person } = visit
  const asked = { organisationId: team.organisationId, by: person.id, id: String(req.params.id) }
  const outcome = await revokeInvitation(services, asked)
  if (outcome.kind === 'not_found') throw new NotFound()
  flash(visit, `The invitation to ${outcome.email} has been taken back. Its link does not work any more.`)
  res.redirect(303, teamPath(team))
}
