import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The user PostgreSQL runs as. Undefined: the one who started this program. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

function named(name: string): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'))
    .find(([user]) => user === name)
  return line ? { uid: Number(line[2]), gid: Number(line[3]) } : undefined
}

/** PostgreSQL refuses to run as root. Then it runs as postgres, or as nobody, whom every machine has. */
export function accountForPostgres(): Account {
  if (process.getuid?.() !== 0) return undefined
  const account = named('postgres') ?? named('nobody')
  if (!account) {
    throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody. Start as another user.')
  }
  return account
}

const othersMayPass = (folder: string) => (statSync(folder).mode & 0o001) !== 0

/** Whether a user who is neither root nor the owner can get to this folder: every folder on the way lets others pass. */
export function isReachable(folder: string): boolean {
  const above = path.dirname(folder)
  return othersMayPass(folder) && (above === folder || isReachable(above))
}

/** Whether this process may write in a folder. One that is not there cannot be written in. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
