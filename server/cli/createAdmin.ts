import { randomBytes } from 'node:crypto'
import { createAdmin as create } from '../actions/createAdmin'
import { NotDone, type Verb } from './verb'

const plainAddress = /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/

export const createAdmin: Verb = {
  usage: 'create-admin EMAIL',
  does: 'enters an administrator, and prints a password for them',
  run: async ({ words, services, say }) => {
    const [email = ''] = words
    if (email.length > 254 || !plainAddress.test(email)) {
      throw new NotDone(`"${email}" is no email address: write create-admin admin@network.example`)
    }
    const password = randomBytes(15).toString('base64url')
    const outcome = await create(services, { email, name: email.split('@')[0]?.slice(0, 100) ?? email, password })
    switch (outcome.kind) {
      case 'email_taken':
        throw new NotDone(
          `There is somebody with the address ${email} already. An administrator can change what they may do.`,
        )
      case 'created':
        say(
          `${email} can sign in at ${services.publicUrl}/sign-in with this password, which is shown only here: ${password}`,
        )
    }
  },
}
