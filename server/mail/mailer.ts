import type { Mailer, MailSettings, Posted } from './posting'
import { smtpMailer } from './smtp'

export type { Mailer } from './posting'

/** Letters go to the mail server; without one they are kept. */
export const openMailer = ({ smtpUrl, ...settings }: MailSettings): Mailer =>
  smtpUrl === undefined ? keepingMailer(settings) : smtpMailer({ ...settings, smtpUrl })

/** Keeps letters to be read here; but those to people who do not exist come back, as they would from anywhere. */
const keepingMailer = ({ refusalOf }: Pick<MailSettings, 'refusalOf'>): Mailer => ({
  perMinute: undefined,
  post: ({ toAddress }) => {
    const answer = refusalOf?.(toAddress)
    return Promise.resolve<Posted>(
      answer === undefined
        ? { kind: 'kept' }
        : { kind: 'refused', why: `The mail server refused it: ${answer}`, noSuchReader: true },
    )
  },
  close: () => undefined,
})
