import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { withItsLink } from './domain/post/secretLinks'
import type { Links } from './services'

/**
 * The tokens of links that let somebody in. They are nowhere kept: each is worked out, when it is needed, from what it
 * belongs to and a secret that is not in the database (decisions/0008).
 */
export function secretLinks(sessionSecret: string): Links {
  const key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'the links in letters', 32))
  const tokenOf: Links['tokenOf'] = ({ to, id }) => createHmac('sha256', key).update(`${to} ${id}`).digest('base64url')
  return {
    tokenOf,
    hashOf: (token) => createHash('sha256').update(token).digest(),
    complete: (letter) => withItsLink(letter, tokenOf),
  }
}
