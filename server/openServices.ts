import type { Config } from './config'
import { refusalOf } from './demonstration/closedMailboxes'
import { keptSecret } from './embedded/keptSecret'
import { identityProvider } from './identityProvider'
import type { Log } from './log'
import { completingLinks } from './mail/completingLinks'
import { openMailer } from './mail/mailer'
import { oneTimeCodes } from './oneTimeCodes'
import type { OpenDatabase } from './openDatabase'
import { argonPasswords } from './passwords'
import { secretLinks } from './secretLinks'
import type { Services } from './services'

/** Everything the app needs from outside, in one bag. */
export function openServices(config: Config, log: Log, { db }: Pick<OpenDatabase, 'db'>): Services {
  const secret = config.sessionSecret ?? keptSecret(config.dataDir)
  const links = secretLinks(secret)
  return {
    db,
    log,
    passwords: argonPasswords(),
    mailer: completingLinks(openMailer({ ...config, refusalOf }), links.complete),
    links,
    codes: oneTimeCodes(secret, config.requireTwoFactor),
    identityProvider: config.oidc && identityProvider(config.oidc, { publicUrl: config.publicUrl, log }),
    publicUrl: config.publicUrl,
  }
}
