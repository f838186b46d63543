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

/** Whether a fault is that the database does not answer just now; the same request may succeed in a minute. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway)
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseError) return away.test(error.code ?? '')
  if ('syscall' in error && 'code' in error && systemCalls.has(String(error.code))) return true
  return says.test(error.message)
}

/** Text that PostgreSQL cannot keep: with a NUL in it, or half a character, or an id that is none. */
const unkeepable = new Set(['22021', '22P02', '22P05'])

export const isUnkeepable = (error: unknown): boolean =>
  error instanceof DatabaseError && unkeepable.has(error.code ?? '')
