import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** Where a secret may turn up in what is logged, however it got there. */
const secrets = [
  'cookie',
  'authorization',
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'token',
  '_csrf',
  '["set-cookie"]',
  '["x-csrf-token"]',
]

const paths = ['', 'headers', 'body', 'req.headers', 'req.body', 'res.headers', '*'].flatMap((place) =>
  secrets.map((name) => (place === '' || name.startsWith('[') ? `${place}${name}` : `${place}.${name}`)),
)

/** One line of JSON for each event, on standard output unless told otherwise. Nothing secret is written. */
export const openLog = (level: string, to: { write: (line: string) => void } = process.stdout): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: 'not shown' } }, to)
