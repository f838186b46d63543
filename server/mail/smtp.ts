import { createTransport } from 'nodemailer'
import { asText } from '../domain/post/written'
import { asHtml } from './asHtml'
import type { AddressedLetter, Mailer, MailSettings, Posted } from './posting'
import { whatWentWrong } from './sendingError'

const seconds = (count: number) => count * 1000

/** One try ends well within the minute for which a letter is claimed. */
const LONGEST_TRY = seconds(45)

/** No one address may smuggle in another, or a header. */
const oneAddress = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,255}$/

const addressIn = (mailFrom: string): string => /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom

/** A mail server on this machine needs no certificate to be believed. */
const isHere = (smtpUrl: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(smtpUrl).hostname)

/** Sends letters to a mail server over a few lasting connections; every wait has an end. */
export function smtpMailer(settings: MailSettings & { readonly smtpUrl: string }): Mailer {
  const transport = createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 4,
    // A letter whose connection broke may have arrived: whether to try again is decided by the post, not here.
    maxRequeues: 0,
    idleTimeout: seconds(20),
    dnsTimeout: seconds(10),
    connectionTimeout: seconds(10),
    greetingTimeout: seconds(10),
    socketTimeout: seconds(20),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(isHere(settings.smtpUrl) ? { tls: { rejectUnauthorized: false } } : {}),
  })

  async function post(letter: AddressedLetter): Promise<Posted> {
    if (!oneAddress.test(letter.toAddress)) {
      return { kind: 'refused', why: 'This is not an address mail can go to.', noSuchReader: true }
    }
    const message = await messageOf(letter, settings.mailFrom)
    return transport
      .sendMail({ ...message, signal: AbortSignal.timeout(LONGEST_TRY) })
      .then((): Posted => ({ kind: 'sent' }), whatWentWrong)
  }

  return {
    perMinute: settings.mailPerMinute,
    post,
    close: () => {
      transport.close({ force: true })
    },
  }
}

const messageOf = async (letter: AddressedLetter, from: string) => ({
  from,
  to: { name: letter.toName, address: letter.toAddress },
  envelope: { from: addressIn(from), to: [letter.toAddress] },
  messageId: `<${letter.messageId}>`,
  subject: letter.letter.subject,
  text: asText(letter),
  html: await asHtml(letter),
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' },
})
