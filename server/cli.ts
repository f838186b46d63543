import { backup } from './cli/backup'
import { clock } from './cli/clock'
import { createAdmin } from './cli/createAdmin'
import { databaseUrl } from './cli/databaseUrl'
import { loadDemonstration } from './cli/loadDemonstration'
import { migrate } from './cli/migrate'
import { readBounce } from './cli/readBounce'
import { restore } from './cli/restore'
import { NotDone, type Verb } from './cli/verb'
import { verifyAudit } from './cli/verifyAudit'
import { readConfig, WrongEnvironment } from './config'
import { isAway } from './db/faults'
import { openLog } from './log'
import { openDatabase } from './openDatabase'
import { openServices } from './openServices'

/** Everything that can be done from the command line, by its name. */
const verbs: Readonly<Record<string, Verb>> = {
  migrate,
  'create-admin': createAdmin,
  'database-url': databaseUrl,
  clock,
  'load-demonstration': loadDemonstration,
  'read-bounce': readBounce,
  backup,
  restore,
  'verify-audit': verifyAudit,
}

const usage = (): string =>
  [
    'Write one of these after `npm run cli --`:',
    ...Object.values(verbs).map((verb) => `  ${verb.usage}\n      ${verb.does}`),
  ].join('\n')

/** Does one thing, and lets go of the database. What is said goes to standard output and nothing else does. */
async function runErrand([name = '', ...words]: readonly string[]): Promise<void> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new NotDone(usage())
  const config = readConfig()
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr)
  const database = await openDatabase({ ...config, poolSize: 2 }, log)
  const services = openServices(config, log, database)
  await verb.run({ words, config, database, services, say: console.log }).finally(() => database.close())
}

/** What to tell the person at the terminal: a sentence where we know one. */
function sentence(error: unknown): unknown {
  if (error instanceof NotDone || error instanceof WrongEnvironment) return error.message
  if (isAway(error)) return 'The database does not answer: check DATABASE_URL, and that it runs.'
  return error
}

runErrand(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentence(error))
  process.exitCode = 1
})
