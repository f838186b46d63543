import { resumeClock } from './actions/resumeClock'
import { isAway } from './db/faults'
import { migrate } from './db/migrate'
import { hasOrganisations } from './db/demonstrationRows'
import { demonstrationPassword, loadDemonstration } from './demonstration/loadDemonstration'
import type { OpenDatabase } from './openDatabase'
import type { Services } from './services'

/** Brings the database to this release; an embedded one that is empty is given the demonstration; its clock goes on. */
export async function prepareDatabase(database: OpenDatabase, services: Services): Promise<void> {
  const ran = await migrate(database.url)
  if (ran.length > 0) services.log.info({ migrations: ran }, 'the database was brought to this release')
  if (database.embedded && !(await hasOrganisations(services.db))) {
    await loadDemonstration(services.db, { passwordHash: await services.passwords.hash(demonstrationPassword) })
  }
  await resumeClock(services)
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** The same, for a database that may be away or may not let us in yet: it is tried until it does. */
export async function prepareInTime(database: OpenDatabase, services: Services, giveUp: () => boolean): Promise<void> {
  await prepareDatabase(database, services).catch(async (why: unknown) => {
    if (giveUp()) return
    if (database.embedded || !isAway(why)) throw why
    services.log.warn({ err: why }, 'the database does not answer yet: trying again')
    await pause(1000)
    await prepareInTime(database, services, giveUp)
  })
}
