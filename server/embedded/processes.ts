import { readFileSync } from 'node:fs'

/** The system's word for what went wrong: EEXIST, EPERM. */
export const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/** Whether there is a process with this number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Whether it may be a PostgreSQL server: after a restart of the machine, or of a container, the number of a dead server
 * often belongs to somebody else. Where that cannot be seen, it may be.
 */
export function mayBePostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return process.platform !== 'linux'
  }
}

/** Resolves after so many milliseconds. */
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
