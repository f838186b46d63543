import { createApp } from '../../server/app'
import { connect } from '../../server/db/connection'
import { openLog } from '../../server/log'
import { openMailer } from '../../server/mail/mailer'
import { argonPasswords } from '../../server/passwords'
import { secretLinks } from '../../server/secretLinks'
import { testDoor } from '../support/app'
import { listening } from './listening'

// The real app, with sessions, CSRF and all, on the database named in the first argument.
const log = openLog('silent')
const db = connect(process.argv[2] ?? '', { poolSize: 10, onError: () => undefined })
const mailer = openMailer({ smtpUrl: undefined, mailFrom: 'bench@workforce-returns.example', mailPerMinute: undefined })
const links = secretLinks(testDoor.sessionSecret)
const services = { db, log, mailer, links, passwords: argonPasswords(), publicUrl: 'http://localhost' }
// Behind a proxy, which compresses.
listening(createApp(services, { ...testDoor, trustProxy: 1 }))
