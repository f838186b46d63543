import { touchClock } from './actions/touchClock'
import { createApp } from './app'
import { type Config, readConfig, WrongEnvironment } from './config'
import { findDemonstration, latestStandings } from './db/demonstration'
import { momentInWords } from './domain/collections/calendar'
import { faultsIn } from './domain/survey/checkDefinition'
import { keptSecret } from './embedded/keptSecret'
import { aboutTheDemonstration } from './aboutTheDemonstration'
import { startJobs } from './jobs/runner'
import { CannotStart, listen, mustBeFree } from './listen'
import { type Log, openLog } from './log'
import { openDatabase, type OpenDatabase } from './openDatabase'
import { openServices } from './openServices'
import { prepareInTime } from './prepareDatabase'
import type { Services } from './services'
import { type Stopping, stopWhenTold } from './stopping'
import { definitions } from './surveys'
import type { Stage } from './web/health/health'

const seconds = (count: number) => count * 1000

/** So long may requests in flight take when the program is told to stop, and so long all of it. */
const lastRequests = seconds(9)
const lastMoment = seconds(14)

/** A survey that does not hold together is not shown to anybody. */
function checkSurveys(): void {
  const faults = Object.values(definitions).flatMap((definition) =>
    faultsIn(definition).map((fault) => `${definition.code}: ${fault}`),
  )
  if (faults.length > 0) throw new CannotStart(['A survey does not hold together:', ...faults].join('\n  '))
}

interface House {
  readonly config: Config
  readonly log: Log
  readonly database: OpenDatabase
  readonly services: Services
  stage: Stage
}

async function openHouse(): Promise<House> {
  const config = readConfig()
  checkSurveys()
  // Said before a database is started and filled for nothing.
  if (config.role !== 'worker' && config.port !== 0) await mustBeFree(config)
  const log = openLog(config.logLevel)
  const database = await openDatabase(config, log)
  return { config, log, database, services: openServices(config, log, database), stage: 'starting' }
}

const stoppingOf = (house: House): Stopping =>
  stopWhenTold({
    log: house.log,
    deadline: lastMoment,
    first: () => {
      house.stage = 'closing'
    },
    last: async () => {
      house.services.mailer.close()
      await house.database.close()
    },
  })

async function start(): Promise<void> {
  const house = await openHouse()
  const stopping = stoppingOf(house)
  // The embedded database is ready in a moment. Another may be away; meanwhile the door says so.
  if (house.database.embedded) await makeReady(house, stopping)
  const port = house.config.role === 'worker' ? undefined : await openDoor(house, stopping)
  if (!house.database.embedded) await makeReady(house, stopping)
  if (!stopping.told()) await announce(house, port)
}

async function makeReady(house: House, stopping: Stopping): Promise<void> {
  await prepareInTime(house.database, house.services, stopping.told)
  if (stopping.told()) return
  house.stage = 'open'
  stopping.add(keepTheClockRunning(house.services))
  if (house.config.role === 'web') return
  const jobs = startJobs(house.services, { log: house.log })
  stopping.add(() => jobs.stop())
}

async function openDoor(house: House, stopping: Stopping): Promise<number> {
  const { config, services } = house
  const door = {
    sessionSecret: config.sessionSecret ?? keptSecret(config.dataDir),
    trustProxy: config.trustProxy,
    stage: () => house.stage,
  }
  const { port, stop } = await listen(createApp(services, door), config)
  stopping.add(() => stop(lastRequests))
  return port
}

/** The clock of a demonstration runs while somebody says so. */
function keepTheClockRunning(services: Services): () => Promise<void> {
  const running = setInterval(() => {
    touchClock(services).catch((error: unknown) => {
      services.log.debug({ err: error }, 'the clock could not be touched')
    })
  }, seconds(2))
  return () => {
    clearInterval(running)
    return Promise.resolve()
  }
}

/** What the person who started the program wants to know. */
async function announce({ config, services }: House, port: number | undefined): Promise<void> {
  const at = config.port === 0 ? `http://${config.host}:${port ?? 0}` : config.publicUrl
  console.log(port === undefined ? 'Workforce Returns is doing what is due.' : `Workforce Returns is open: ${at}`)
  const demonstration = await findDemonstration(services.db)
  if (!demonstration || port === undefined) return
  console.log(aboutTheDemonstration(momentInWords(demonstration.now), await latestStandings(services.db)))
}

start().catch((error: unknown) => {
  const said = error instanceof WrongEnvironment || error instanceof CannotStart
  console.error(said ? error.message : error)
  process.exit(1)
})
