import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type Account, isReachable, isWritable } from './account'
import { publicPlace } from './binaries'
import { keptText } from './keptText'

/** Where one cluster lives, and what is beside it. */
export interface ClusterHome {
  /** The folder of everything below. Only the user PostgreSQL runs as may look inside. */
  readonly folder: string
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  /** Held while somebody makes, starts or stops the cluster. */
  readonly lockFile: string
}

const isNotOf = (account: NonNullable<Account>) => (file: string) => lstatSync(file).uid !== account.uid

/** Files that root has copied or restored are root's; PostgreSQL insists on its own. */
function giveTo(account: NonNullable<Account>, file: string): void {
  if (isNotOf(account)(file)) lchownSync(file, account.uid, account.gid)
  if (!lstatSync(file).isDirectory()) return
  for (const inside of readdirSync(file)) giveTo(account, path.join(file, inside))
}

/** Lets PostgreSQL's user pass through the data folder to its own; what else is in there stays closed. */
function letPass(dataDir: string): void {
  const { mode } = statSync(dataDir)
  if ((mode & 0o001) === 0) chmodSync(dataDir, mode | 0o011)
}

/**
 * A place outside for a data folder that PostgreSQL's user cannot reach. Its name comes from the real path and from a
 * mark kept inside, so that neither a copy of the data folder nor a new one in its place meets the old cluster.
 */
function placeOutside(dataDir: string): string {
  const mark = keptText(path.join(dataDir, 'mark'), () => randomBytes(16).toString('hex'))
  const key = createHash('sha256').update(`${dataDir}\n${mark}`).digest('hex').slice(0, 24)
  const outside = path.join(publicPlace(), `data-${key}`)
  writeFileSync(path.join(dataDir, 'database-is-in'), `${outside}\n`)
  return outside
}

function folderFor(dataDir: string, account: Account): string {
  if (!account) return path.join(dataDir, 'postgresql')
  if (!isReachable(path.dirname(dataDir))) return placeOutside(dataDir)
  letPass(dataDir)
  return path.join(dataDir, 'postgresql')
}

/** Makes, where needed, the folders of the cluster that belongs to this data folder and to no other. */
export function clusterHome(givenDataDir: string, account: Account): ClusterHome {
  mkdirSync(givenDataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(givenDataDir)
  if (!isWritable(dataDir)) throw new Error(`${dataDir} cannot be written to. Set DATA_DIR to a folder that can.`)
  const folder = folderFor(dataDir, account)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account && [folder, ...readdirSync(folder).map((inside) => path.join(folder, inside))].some(isNotOf(account))) {
    giveTo(account, folder)
  }
  return {
    folder,
    cluster: path.join(folder, 'cluster'),
    passwordFile: path.join(folder, 'password'),
    logFile: path.join(folder, 'server.log'),
    lockFile: path.join(dataDir, 'starting.lock'),
  }
}
