import type { Throttle } from '../../db/throttles'

const quarterOfAnHour = 15 * 60

/** One household or office of IPv6 has many addresses, and is one. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}

/**
 * How often a password may be tried. Guesses from one place stop that place, not the account: its owner, elsewhere, still
 * gets in. An account that is tried from many places stops at a hundred.
 */
export function signInLimits(email: string, address: string): Throttle[] {
  const account = email.toLowerCase().slice(0, 320)
  const place = networkOf(address)
  return [
    { key: `sign-in ${place} ${account}`, most: 10, seconds: quarterOfAnHour },
    { key: `sign-in account ${account}`, most: 100, seconds: quarterOfAnHour },
    { key: `sign-in place ${place}`, most: 100, seconds: quarterOfAnHour },
  ]
}
