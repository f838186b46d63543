import { migrate as migrateDatabase } from '../db/migrate'
import type { Verb } from './verb'

export const migrate: Verb = {
  usage: 'migrate',
  does: 'brings the database to this release',
  run: async ({ database, say }) => {
    const ran = await migrateDatabase(database.url)
    say(ran.length === 0 ? 'The database was up to date.' : `Done: ${ran.join(', ')}.`)
  },
}
