/** A worker of its own that delivers the post of a database to a mail server, until there is none left or it is killed. */
import { deliverPost } from '../../server/actions/deliverPost'
import { connect } from '../../server/db/connection'
import { openMailer } from '../../server/mail/mailer'

async function main(databaseUrl: string, smtpUrl: string): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 5, onError: () => undefined })
  const mailer = openMailer({ smtpUrl, mailFrom: 'returns@benchmarking.example', mailPerMinute: undefined })
  await deliverPost({ db, mailer })
  mailer.close()
  await db.destroy()
}

void main(process.argv[2] ?? '', process.argv[3] ?? '')
