import { Router } from 'express'
import { daysFromNow } from '../../db/realTime'
import type { Services } from '../../services'

/** It is looked at again at each release; RFC 9116 asks for less than a year. */
const daysItHolds = 180

/** Whom to tell of a weakness (RFC 9116). */
export function securityText({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>): Router {
  const router = Router()
  router.get('/.well-known/security.txt', async (_req, res) => {
    const expires = await daysFromNow(db, daysItHolds)
    const lines = [
      `Contact: ${publicUrl}/contact`,
      `Expires: ${expires.toISOString()}`,
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      'Preferred-Languages: en',
    ]
    res.type('text/plain').send(`${lines.join('\n')}\n`)
  })
  return router
}
