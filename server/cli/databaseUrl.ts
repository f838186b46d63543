import type { Verb } from './verb'

export const databaseUrl: Verb = {
  usage: 'database-url',
  does: 'prints the address of the database, embedded or given',
  run: ({ database, say }) => {
    say(database.url)
    return Promise.resolve()
  },
}
