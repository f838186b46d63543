import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { readBackup } from '../db/backup/read'
import { momentInWords } from '../domain/collections/calendar'
import { NotDone, type Verb } from './verb'

export const restore: Verb = {
  usage: 'restore FILE',
  does: 'puts a backup into an empty database: all of it or nothing',
  run: async ({ words, database, say }) => {
    const [file = ''] = words
    if (!existsSync(file)) throw new NotDone(`There is no file "${file}": write restore /safe/place/returns.backup`)
    const outcome = await readBackup(database.url, linesIn(file))
    if (outcome.kind === 'refused') throw new NotDone(outcome.because)
    const asAt = momentInWords(new Date(outcome.head.asAt))
    say(`${outcome.rows.toLocaleString('en-GB')} rows, as they were at ${asAt}.`)
    say('Invitations, password links and tokens of that time no longer work, and letters that waited are not sent.')
  },
}

async function* linesIn(file: string): AsyncGenerator<string> {
  // What is wrong with the file comes out where it is read.
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8')
  let rest = ''
  for await (const text of unpacked) {
    const lines = `${rest}${String(text)}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
