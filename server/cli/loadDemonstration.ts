import { migrate } from '../db/migrate'
import { demonstrationPassword, loadDemonstration as load } from '../demonstration/loadDemonstration'
import { NotDone, type Verb } from './verb'

const COMPLETE = '--complete'

export const loadDemonstration: Verb = {
  usage: `load-demonstration [${COMPLETE}]`,
  does: 'fills an empty database with invented employers and figures; complete: all have submitted, and it has closed',
  run: async ({ words, database, services, say }) => {
    const unknown = words.find((word) => word !== COMPLETE)
    if (unknown !== undefined) {
      throw new NotDone(`"${unknown}" is not known here: write load-demonstration, or load-demonstration ${COMPLETE}`)
    }
    await migrate(database.url)
    const passwordHash = await services.passwords.hash(demonstrationPassword)
    const outcome = await load(services.db, { passwordHash, complete: words.includes(COMPLETE) })
    if (outcome.kind === 'refused') throw new NotDone(outcome.because)
    say(`${outcome.employers} invented employers. Everybody signs in with the password "${demonstrationPassword}".`)
  },
}
