import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from './services'

/** OWASP's least for argon2id (the package's own kind): 19 MiB, two passes, one lane. */
const least = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** So many hashes are reckoned at once; so many may wait, which is about two seconds. */
const atOnce = 2
const mayWait = 100

/** There are too many people at the door: they will find it open in a moment. */
export class TooManyHashes extends Error {
  readonly status = 503
}

/** Runs a few at once and the others in their order; refuses when too many wait. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mayWait) throw new TooManyHashes('Too many passwords are being checked')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    return work().finally(() => {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    })
  }
}

/** Hashing of passwords, at no less than this cost but where they are no secrets. Somebody unknown is checked against a hash of nothing, so that it takes as long. */
export function argonPasswords(cost = least): Passwords {
  const inTurn = queue()
  const nobodys = hash(randomBytes(32).toString('hex'), cost)
  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    matches: (password, known) =>
      inTurn(async () => {
        const fits = await verify(known ?? (await nobodys), password)
        return fits && known !== null
      }),
  }
}
