/**
 * A worker of its own that delivers the post of a database to a mail server, until there is none left or it is killed; or,
 * where it is told so, for ever.
 */
import { deliverPost } from '../../server/actions/deliverPost'
import { connect } from '../../server/db/connection'
import { openMailer } from '../../server/mail/mailer'

async function main(databaseUrl: string, smtpUrl: string, forEver: boolean): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 5, onError: () => undefined })
  const mailer = openMailer({
    smtpUrl,
    mailFrom: 'returns@benchmarking.example',
    mailPerMinute: forEver ? 100_000 : undefined,
  })
  do {
    await deliverPost({ db, mailer })
    await new Promise((resolve) => setTimeout(resolve, forEver ? 200 : 0))
  } while (forEver)
  mailer.close()
  await db.destroy()
}

void main(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4] !== undefined)
