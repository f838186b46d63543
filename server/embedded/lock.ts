import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { codeOf, isAlive, pause } from './processes'

/** Longer than making and starting a cluster can take: a lock this old was left behind. */
const longestHold = 120_000
const longestWait = 90_000

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Left behind: its owner has died, or it is too old to be anybody's. An empty one is just being written. */
function isStale(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    const age = Date.now() - statSync(file).mtimeMs
    return age > longestHold || (owner > 0 && !isAlive(owner))
  } catch {
    return false
  }
}

/** Only one may clear a stale lock away: another might else clear away the lock that was taken since. */
function clearStale(file: string): void {
  const clearing = `${file}.clearing`
  if (!take(clearing)) {
    if (existsSync(clearing) && isStale(clearing)) rmSync(clearing, { force: true })
    return
  }
  if (isStale(file)) rmSync(file, { force: true })
  rmSync(clearing, { force: true })
}

/** Does the work while no other process does work under the same lock. What a killed process left locked is opened. */
export async function holding<T>(file: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + longestWait
  while (!take(file)) {
    if (Date.now() > giveUpAt) {
      throw new Error(
        `Another process has held ${file} for too long. If there is none, delete that file and start again.`,
      )
    }
    if (isStale(file)) clearStale(file)
    await pause(50)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
