import { createAdmin as create } from '../actions/createAdmin'
import { PASSWORD_LINK_MINUTES } from '../domain/people/lifetimes'
import { NotDone, type Verb } from './verb'

const plainAddress = /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/

export const createAdmin: Verb = {
  usage: 'create-admin EMAIL',
  does: 'enters an administrator, and prints a link with which they choose a password',
  run: async ({ words, services, say }) => {
    const [email = ''] = words
    if (email.length > 254 || !plainAddress.test(email)) {
      throw new NotDone(`"${email}" is no email address: write create-admin admin@network.example`)
    }
    const outcome = await create(services, { email, name: email.split('@')[0]?.slice(0, 100) ?? email })
    switch (outcome.kind) {
      case 'email_taken':
        throw new NotDone(
          `There is somebody with the address ${email} already. An administrator can change what they may do.`,
        )
      case 'created':
        say(
          `${email} chooses a password at this address, which works once, for ${String(PASSWORD_LINK_MINUTES)} minutes: ` +
            `${services.publicUrl}/password/${outcome.token}`,
        )
    }
  },
}
