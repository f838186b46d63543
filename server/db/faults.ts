import { DatabaseError } from 'pg'

/** PostgreSQL has gone, is starting or stopping, has no connection or no room left, or took too long. */
const away = /^(08...|53...|57P0[1-5]|57014|55P03|40...|25P03)$/
const systemCalls = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
const says =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|not queryable|Cannot use a pool after calling end/

interface Thrown {
  readonly message?: unknown
  readonly code?: unknown
  readonly syscall?: unknown
  /** Of a name with several addresses: why each of them did not answer. */
  readonly errors?: readonly unknown[]
}

const isThrown = (error: unknown): error is Thrown => typeof error === 'object' && error !== null

/** Whether a fault is that the database does not answer just now; the same request may succeed in a minute. */
export function isAway(error: unknown): boolean {
  if (!isThrown(error)) return false
  if (error instanceof DatabaseError) return away.test(error.code ?? '')
  if (error.syscall !== undefined && systemCalls.has(String(error.code))) return true
  return says.test(String(error.message)) || (error.errors ?? []).some(isAway)
}

/** Text that PostgreSQL cannot keep: with a NUL in it, or half a character, or an id that is none. */
const unkeepable = new Set(['22021', '22P02', '22P05'])

/** Whether a fault is that the text given cannot be kept by PostgreSQL at all: whoever sent it is to blame. */
export const isUnkeepable = (error: unknown): boolean =>
  error instanceof DatabaseError && unkeepable.has(error.code ?? '')
