import type { Mailer, MailSettings } from './posting'
import { smtpMailer } from './smtp'

export type { Mailer } from './posting'

/** Letters go to the mail server; without one they are kept. */
export const openMailer = ({ smtpUrl, ...settings }: MailSettings): Mailer =>
  smtpUrl === undefined ? keepingMailer : smtpMailer({ ...settings, smtpUrl })

const keepingMailer: Mailer = {
  perMinute: undefined,
  post: () => Promise.resolve({ kind: 'kept' }),
  close: () => undefined,
}
