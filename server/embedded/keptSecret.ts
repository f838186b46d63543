import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { keptText } from './keptText'

/** The secret that signs the cookies when none is given: made at the first start, then kept in the data folder. */
export function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return keptText(path.join(dataDir, 'session-secret'), () => randomBytes(32).toString('hex'))
}
