import { takeBackLetter } from '../actions/takeBackLetter'
import { NotDone, type Verb } from './verb'

/** A notice is small, even with the letter it is about. */
const MOST_BYTES = 10 * 1024 * 1024

export const readBounce: Verb = {
  usage: 'read-bounce < notice.eml',
  does: 'reads a mail server’s notice that a letter has not arrived, and notes whose mail comes back',
  run: async ({ services, say }) => {
    const outcome = await takeBackLetter(services, await standardInput())
    switch (outcome.kind) {
      case 'no_notice':
        throw new NotDone(
          'This is no delivery status message (RFC 3464): give the whole message, headers and all, on standard input. Nothing was changed.',
        )
      case 'delayed':
        say(`The mail server goes on trying to reach ${outcome.addresses.join(', ')}. Nothing was changed.`)
        return
      case 'unknown':
        say(`Nobody here has the address ${outcome.addresses.join(', ')}. Nothing was changed.`)
        return
      case 'noted':
        for (const { name, address } of outcome.people) {
          say(`Mail to ${name} (${address}) comes back. They get no reminders until the address is tried again.`)
        }
    }
  },
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk as Uint8Array)
    size += part.length
    if (size > MOST_BYTES)
      throw new NotDone('This is more than 10 MB, and no delivery status message. Nothing was changed.')
    chunks.push(part)
  }
  return Buffer.concat(chunks)
}
