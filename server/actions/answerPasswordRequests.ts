import { randomUUID } from 'node:crypto'
import { appNow } from '../db/clock'
import { insertPasswordLink, lockPeopleAt, takePasswordRequests } from '../db/passwordTokens'
import { insertLetter } from '../db/post'
import { inTransaction } from '../db/transaction'
import { secretAddress, type SecretLink } from '../domain/post/secretLinks'
import { passwordReset } from '../mail/passwordReset'
import type { Services } from '../services'

/** How many are answered at a time. */
const MOST = 50

/** Writes a letter to each of those who asked for a new password and have an account; how many that made. */
export const answerPasswordRequests = ({ db, links, publicUrl }: Pick<Services, 'db' | 'links' | 'publicUrl'>) =>
  inTransaction<number>(db, async (tx) => {
    const people = await lockPeopleAt(tx, await takePasswordRequests(tx, MOST))
    for (const person of people) {
      const link: SecretLink = { to: 'password', id: randomUUID() }
      await insertPasswordLink(tx, { id: link.id, personId: person.id, tokenHash: links.hashOf(links.tokenOf(link)) })
      await insertLetter(
        tx,
        { kind: 'password_reset', cause: `password_reset:${link.id}`, returnId: null, decidedAt: await appNow(tx) },
        passwordReset({ href: secretAddress(publicUrl, link) }),
        person,
      )
    }
    return people.length
  })
