import { createWriteStream, existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { writeBackup } from '../db/backup/write'
import { NotDone, type Verb } from './verb'

export const backup: Verb = {
  usage: 'backup FILE',
  does: 'writes everything that is kept into a new file, as it is at one moment; people may go on working',
  run: async ({ words, database, say }) => {
    const [file = ''] = words
    if (file === '') throw new NotDone('Write where to: backup /safe/place/returns.backup')
    if (existsSync(file)) throw new NotDone(`${file} is there already, and a backup never writes over another.`)
    const unfinished = `${file}.unfinished`
    const rows = await packInto(unfinished, (take) => writeBackup(database.url, take))
    await rename(unfinished, file)
    say(`${rows.toLocaleString('en-GB')} rows in ${file}. It holds what employers sent in: keep it as safe as that.`)
  },
}

/** Packs what is handed over into a file only its owner may read, no faster than the disk takes it. */
async function packInto<T>(file: string, write: (take: (text: string) => Promise<void>) => Promise<T>): Promise<T> {
  const texts = new PassThrough()
  const packed = pipeline(texts, createGzip(), createWriteStream(file, { flags: 'w', mode: 0o600 }))
  const take = async (text: string) => {
    if (!texts.write(text)) await Promise.race([new Promise((resolve) => texts.once('drain', resolve)), packed])
  }
  const writing = write(take).then((done) => {
    texts.end()
    return done
  })
  const [done] = await Promise.all([writing, packed])
  return done
}
