import { existsSync, readFileSync } from 'node:fs'
import { accountForPostgres } from './account'
import { binariesFor } from './binaries'
import { makeCluster } from './cluster'
import { clusterHome } from './clusterHome'
import { makeDatabase, type Presence, showPresence, urlOf } from './connections'
import { holding } from './lock'
import { pause } from './processes'
import { type Launch, runningPort, startServer, stopServer } from './server'

export interface EmbeddedPostgres {
  readonly url: string
  /** False: another process had started it, and both use it now. */
  readonly startedHere: boolean
  /** Stops the server, unless somebody else is connected: then it is theirs to stop. End your own connections first. */
  stop(): Promise<void>
  /** Lets go of the server and leaves it running. */
  leave(): Promise<void>
}

export interface Manner {
  /** For tests: faster, and lost in a power cut. Decided when the cluster is made. */
  readonly fast?: boolean
}

const passwordOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

/**
 * A PostgreSQL server for this data folder: the one that runs on it already, or else one that is started here, on a free
 * port of 127.0.0.1, with a cluster that is made the first time. Safe when several come at once; a server that outlived a
 * killed process is found and used again.
 */
export async function ensurePostgres(dataDir: string, { fast = false }: Manner = {}): Promise<EmbeddedPostgres> {
  const account = accountForPostgres()
  const home = clusterHome(dataDir, account)
  return holding(home.lockFile, async () => {
    const binaries = binariesFor(account)
    await makeCluster(home, binaries, account, fast)
    const launch: Launch = { home, binaries, account, password: passwordOf(home.passwordFile) }
    const alreadyAt = await runningPort(launch)
    const port = alreadyAt ?? (await startServer(launch))
    await makeDatabase(port, launch.password)
    return inUse(launch, port, alreadyAt === undefined)
  })
}

/** Whether others are connected still, once those who are just leaving have had the time to. */
async function othersStay(presence: Presence, looks = 5): Promise<boolean> {
  if (!(await presence.othersAreHere())) return false
  if (looks === 1) return true
  await pause(100)
  return othersStay(presence, looks - 1)
}

/** From here on the others can see that this process uses the server. */
async function inUse(launch: Launch, port: number, startedHere: boolean): Promise<EmbeddedPostgres> {
  const url = urlOf(port, launch.password)
  const presence = await showPresence(url)
  return {
    url,
    startedHere,
    leave: () => presence.end(),
    stop: () =>
      holding(launch.home.lockFile, async () => {
        const shared = await othersStay(presence)
        await presence.end()
        if (!shared) await stopServer(launch)
      }),
  }
}
