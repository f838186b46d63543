import { createHash, randomInt } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { RECOVERY_CODES } from './domain/people/oneTimeCodes'
import type { OneTimeCodes } from './services'
import { open, sealFrom, shutUp } from './web/sealed'

/** A code counts in its own 30 seconds, in those before and in those after: telephones are not quite on time. */
const PERIOD = 30

const ISSUER = 'Workforce Returns'

/** The letters and digits nobody takes for another: base32, as in the secret itself. */
const characters = 'abcdefghijklmnopqrstuvwxyz234567'

const newRecoveryCode = (): string =>
  Array.from({ length: 12 }, () => characters.charAt(randomInt(characters.length))).join('')

/** One-time codes as RFC 6238 has them. What apps make them from is readable only with the session secret. */
export function oneTimeCodes(sessionSecret: string, required: boolean): OneTimeCodes {
  const seal = sealFrom(sessionSecret, 'what one-time codes are made from')
  return {
    required,
    newSecret: () => generateSecret(),
    uriOf: (secret, email) => generateURI({ issuer: ISSUER, label: email, secret }),
    stepOf: ({ digits, secret, seconds, after }) => {
      const found = verifySync({
        secret,
        token: digits,
        epoch: Math.floor(seconds),
        period: PERIOD,
        epochTolerance: PERIOD,
        ...(after === undefined ? {} : { afterTimeStep: after }),
      })
      return found.valid && 'timeStep' in found ? found.timeStep : undefined
    },
    newRecoveryCodes: () => Array.from({ length: RECOVERY_CODES }, newRecoveryCode),
    hashOf: (code) => createHash('sha256').update(code).digest(),
    hide: (text, personId) => shutUp(seal, `${personId} ${text}`),
    show: (hidden, personId) => {
      const shown = open(seal, hidden)
      return shown?.startsWith(`${personId} `) === true ? shown.slice(personId.length + 1) : undefined
    },
  }
}
