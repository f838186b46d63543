import type { Config } from './config'
import type { Log } from './log'
import { openMailer } from './mail/mailer'
import type { OpenDatabase } from './openDatabase'
import { argonPasswords } from './passwords'
import type { Services } from './services'

/** Everything the app needs from outside, in one bag. */
export const openServices = (config: Config, log: Log, { db }: Pick<OpenDatabase, 'db'>): Services => ({
  db,
  log,
  passwords: argonPasswords(),
  mailer: openMailer(config),
  publicUrl: config.publicUrl,
})
