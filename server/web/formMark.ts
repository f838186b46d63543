import type { Request, RequestHandler } from 'express'
import { open, type Seal, sealFrom, shutUp } from './sealed'

const seals = new WeakMap<Request, Seal>()

/** The name of the box that a form's mark is sent in. */
export const MARK = '_form'

/** Lets forms be marked when they are drawn: each with a mark of its own, in which stands whom it was drawn for. */
export function marking(secret: string): RequestHandler {
  const seal = sealFrom(secret, 'the marks of forms')
  return (req, _res, next) => {
    seals.set(req, seal)
    next()
  }
}

/** A mark for one form on this page; none where nobody is signed in. */
export function newMark(req: Request): string | undefined {
  const seal = seals.get(req)
  return seal && req.user && shutUp(seal, req.user.id).toString('base64url')
}

const marks = /^[\w-]{60,120}$/

/** The mark of the form that was sent, and whom it was drawn for; undefined where there is none, or none of ours. */
export function markSent(req: Request): { readonly mark: string; readonly personId: string } | undefined {
  const seal = seals.get(req)
  const body: unknown = req.body
  const mark = typeof body === 'object' && body !== null && MARK in body ? body[MARK] : undefined
  if (!seal || typeof mark !== 'string' || !marks.test(mark)) return undefined
  const personId = open(seal, Buffer.from(mark, 'base64url'))
  return personId === undefined ? undefined : { mark, personId }
}

/** A form that was drawn for somebody else than who sends it: what is typed in it is not theirs to see. */
export const isSomebodyElses = (req: Request): boolean => {
  const sent = markSent(req)
  return sent !== undefined && sent.personId !== req.user?.id
}
