import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Account } from './account'
import type { Binaries } from './binaries'
import type { ClusterHome } from './clusterHome'
import { userName } from './connections'
import { runCommand } from './runCommand'

/** The PostgreSQL whose files these programs can open. */
const majorVersion = '18'

/** Only this machine can connect, and only with the password. The same sorting on every machine. */
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'timezone=UTC']

/** For tests, whose data nobody wants back after a power cut. */
const fastSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

function writePassword(file: string, account: Account): void {
  writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  if (account) chownSync(file, account.uid, account.gid)
}

/**
 * Makes the cluster where there is none. It is made under another name and put in its place whole, so that what a killed
 * start leaves half made is never taken for a cluster.
 */
export async function makeCluster(
  home: ClusterHome,
  binaries: Binaries,
  account: Account,
  fast: boolean,
): Promise<void> {
  const version = path.join(home.cluster, 'PG_VERSION')
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found === majorVersion) return
    throw new Error(
      `${home.folder} holds a database of PostgreSQL ${found}, and this release brings PostgreSQL ${majorVersion}. ` +
        'Back it up with the release that made it, start with a new DATA_DIR, and restore it there.',
    )
  }
  const unfinished = `${home.cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  writePassword(home.passwordFile, account)
  const given = [...settings, ...(fast ? fastSettings : [])].flatMap((setting) => ['-c', setting])
  const { code, output } = await runCommand(
    binaries.initdb,
    [
      ...['-D', unfinished, '-U', userName, '-A', 'scram-sha-256', `--pwfile=${home.passwordFile}`, '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
      ...(fast ? ['--no-sync'] : []),
      ...given,
    ],
    account,
    home.folder,
  )
  if (code !== 0) throw new Error(`PostgreSQL could not make its files in ${home.folder}: ${output}`)
  renameSync(unfinished, home.cluster)
}
