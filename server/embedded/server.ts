import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Account } from './account'
import type { Binaries } from './binaries'
import type { ClusterHome } from './clusterHome'
import { answers } from './connections'
import { freePort } from './freePort'
import { isAlive, mayBePostgres, pause } from './processes'
import { runCommand } from './runCommand'

/** How long the processes of a killed server may take to let go of its memory, and a living one to answer. */
const patience = 15_000

export interface Launch {
  readonly home: ClusterHome
  readonly binaries: Binaries
  readonly account: Account
  readonly password: string
}

/** What a running server writes beside its data: its number, the folder of its data, when it started, its port. */
function postmaster(file: string): { pid: number; cluster: string; port: number } | undefined {
  if (!existsSync(file)) return undefined
  const [pid, cluster, , port] = readFileSync(file, 'utf8').split('\n')
  return { pid: Math.abs(Number(pid)), cluster: cluster ?? '', port: Number(port) }
}

const pidFile = (home: ClusterHome) => path.join(home.cluster, 'postmaster.pid')

/** The port of the server that runs on these files, if one does and answers. */
export async function runningPort({ home, password }: Launch): Promise<number | undefined> {
  const file = pidFile(home)
  const found = postmaster(file)
  if (!found) return undefined
  const itsOwn = found.cluster === home.cluster && mayBePostgres(found.pid)
  if (itsOwn) return (await answers(found.port, password)) ? found.port : undefined
  // A copy of another folder's, or a number that now belongs to another process: PostgreSQL would refuse to start.
  if (isAlive(found.pid)) rmSync(file, { force: true })
  return undefined
}

async function tryToStart({ home, binaries, account }: Launch): Promise<{ port: number | undefined; says: string }> {
  const port = await freePort()
  rmSync(home.logFile, { force: true })
  const { code, output } = await runCommand(
    binaries.pgCtl,
    ['start', '-D', home.cluster, '-w', '-s', '-t', '60', '-l', home.logFile, '-o', `-p ${port}`],
    account,
    home.folder,
  )
  if (code === 0) return { port, says: '' }
  const log = existsSync(home.logFile) ? readFileSync(home.logFile, 'utf8') : ''
  return { port: undefined, says: `${output}\n${log}`.trim() }
}

/** Another took the port in the meantime, or the processes of a killed server are still letting go. */
const willPass = /address already in use|lock file .* already exists|shared memory block .* still in use/i

/** Starts the server on a free port, or finds that it has begun to answer. Returns the port. */
export async function startServer(launch: Launch, giveUpAt = Date.now() + patience): Promise<number> {
  const { port, says } = await tryToStart(launch)
  if (port !== undefined) return port
  if (!willPass.test(says) || Date.now() > giveUpAt) {
    throw new Error(`The embedded PostgreSQL in ${launch.home.folder} did not start. It says: ${says}`)
  }
  await pause(200)
  return (await runningPort(launch)) ?? startServer(launch, giveUpAt)
}

/** Stops the server and waits until it has: open transactions are rolled back, what was committed is on the disk. */
export async function stopServer({ home, binaries, account }: Launch): Promise<void> {
  const args = ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-s', '-t', '30']
  const { code, output } = await runCommand(binaries.pgCtl, args, account, home.folder)
  if (code !== 0 && existsSync(pidFile(home)))
    throw new Error(`The embedded PostgreSQL did not stop. It says: ${output}`)
}
