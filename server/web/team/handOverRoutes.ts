import { body } from 'express-validator'
import { handOverReturn } from '../../actions/handOverReturn'
import { membersOf } from '../../db/team'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { readForm, type Typed, typedIn } from '../forms'
import { employer, type PersonVisit, type Route } from '../route'
import { handOverPage } from './handOverPage'
import { draw } from './pages'
import { preparedBy, type Prepared, teamAsked, teamOfForm } from './prepared'

/** Handing over to a successor. */
export const handOverRoutes = (services: Services): Route[] => [
  employer('get', '/team/hand-over', (visit) => show(services, visit, { team: teamAsked(visit), status: 200 })),
  employer('post', '/team/hand-over', (visit) => handOver(services, visit)),
]

interface Shown {
  readonly team: Prepared
  readonly status: number
  readonly typed?: Typed
  readonly problems?: readonly Problem[]
}

async function show({ db }: Services, visit: PersonVisit, { team, status, ...shown }: Shown): Promise<void> {
  const members = await membersOf(db, team.organisationId)
  const colleagues = members.filter(({ id }) => id !== visit.person.id)
  draw(visit, 'team/handOver', handOverPage({ team, colleagues, ...shown }), status)
}

const boxes = () => ({
  successor: body('successor').isUUID('loose').withMessage('Choose who takes over from you'),
  stays: body('stays').isIn(['yes', 'no']).withMessage('Choose whether you leave the team or stay'),
})

async function handOver(services: Services, visit: PersonVisit): Promise<void> {
  const team = teamOfForm(visit)
  const typed = typedIn(visit.req)
  const read = await readForm(visit.req, boxes())
  if (!team || !read.ok) {
    const problems = read.ok
      ? [{ address: 'successor', says: 'Say again for which organisation this is' }]
      : read.problems
    await show(services, visit, { team: team ?? preparedBy(visit)[0], status: 422, typed, problems })
    return
  }
  const { successor, stays } = read.values
  const { organisationId } = team
  const by = visit.person.id
  const asked = { organisationId, by, successor, stays: stays === 'yes', arrival: visit.arrival }
  const outcome = await handOverReturn(services, asked)
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'not_in_team': {
      const problems = [{ address: 'successor', says: 'They are not in your team any more: choose another colleague' }]
      await show(services, visit, { team, status: 422, typed, problems })
      return
    }
    case 'handed_over':
      flash(
        visit,
        `You have handed over the returns of ${outcome.organisation} to ${outcome.to}. Both of you are told by letter.`,
      )
      visit.res.redirect(303, '/')
  }
}
