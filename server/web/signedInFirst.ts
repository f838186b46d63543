import { type Request, type RequestHandler, Router } from 'express'
import { keepForm } from '../actions/keepForm'
import type { Services } from '../services'
import { askToSignIn } from './askToSignIn'
import { isFromEndedSession } from './csrf'
import { NotFromOurPages } from './errors'
import { isSomebodyElses, markSent } from './formMark'
import type { Route } from './route'
import { typedFields } from './typedFields'

/** Where somebody is led, as soon as they are signed in again, to what they had typed. */
const WAITING = '/sign-in?next=%2Fkept-form'

/** The longest address of a form. */
const longest = 500

/**
 * A form of somebody whose session has ended is not lost: what was typed is kept for them alone, as the mark of the form
 * says who they are, and they are asked to sign in. Whoever is at their browser now sees nothing of it.
 */
export function signedInFirst(services: Pick<Services, 'db'>, routes: readonly Route[]): RequestHandler {
  const doors = Router()
  for (const { method, path, who } of routes) {
    if (method !== 'get' && who.kind !== 'anyone') doors[method](path, turnAway(services))
  }
  return (req, res, next) => {
    if (isSomebodyElses(req) || (!req.user && isFromEndedSession(req))) doors(req, res, next)
    else next()
  }
}

const turnAway =
  (services: Pick<Services, 'db'>): RequestHandler =>
  async (req, res) => {
    const isKept = await kept(services, req)
    if (req.user) throw new NotFromOurPages('The form was drawn for somebody else')
    if (isKept) res.redirect(303, WAITING)
    else askToSignIn(req, res)
  }

/** Keeps what was typed for whom the form was drawn. Passwords are not kept, nor what nobody typed anything in. */
async function kept(services: Pick<Services, 'db'>, req: Request): Promise<boolean> {
  const sent = markSent(req)
  const fields = (typedFields(req) ?? []).map(({ name, value }) => ({ name, value }))
  const action = req.originalUrl
  if (!sent || fields.length === 0 || action.length > longest) return false
  await keepForm(services, { personId: sent.personId, action, fields })
  return true
}
