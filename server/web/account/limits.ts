import type { Throttle } from '../../db/throttles'

const quarterOfAnHour = 15 * 60

/** One household or office of IPv6 has many addresses, and is one. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}

/** How often a new password may be asked for from one place; how many letters one person gets is counted where they are written. */
export const passwordLetterLimits = (address: string): Throttle[] => [
  { key: `new password place ${networkOf(address)}`, most: 200, seconds: quarterOfAnHour },
]

/** How often forms that a secret link leads to may be sent from one place. */
export const linkLimits = (address: string): Throttle[] => [
  { key: `link place ${networkOf(address)}`, most: 60, seconds: quarterOfAnHour },
]

/** How often somebody who is signed in may try their present password. */
export const presentPasswordLimits = (personId: string): Throttle[] => [
  { key: `present password ${personId}`, most: 10, seconds: quarterOfAnHour },
]

/** How often whoever has given the right password may try a code: a million codes are not many. */
export const codeLimits = (personId: string): Throttle[] => [
  { key: `one-time code ${personId}`, most: 5, seconds: quarterOfAnHour },
]

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
