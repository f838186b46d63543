/** What a mail server says of one address, as fields of a delivery status (RFC 3464). */
interface Noticed {
  readonly address: string
  readonly action?: 'failed' | 'delayed' | 'delivered'
  readonly status?: string
  readonly says?: string
  /** The Message-ID of the letter, without angle brackets; left out: the notice does not bring it back. */
  readonly messageId?: string
  /** Where it was meant to go, if that is another address. */
  readonly meantFor?: string
}

/** A notice of a mail server, as a whole message, with the line ends of the wire. */
export function noticeOf({
  address,
  action = 'failed',
  status = '5.1.1',
  says = 'No such person',
  ...of
}: Noticed): string {
  const original = of.meantFor === undefined ? [] : [`Original-Recipient: rfc822;${of.meantFor}`]
  const returned =
    of.messageId === undefined
      ? []
      : ['--b1', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${of.messageId}>`, 'Subject: Your return', '']
  return [
    'From: MAILER-DAEMON@mx.thornmere-trust.example',
    'To: returns@benchmarking.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.thornmere-trust.example',
    'Arrival-Date: Mon, 27 Jan 2020 09:00:02 +0000',
    '',
    ...original,
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status}`,
    `    ${says}`,
    '',
    ...returned,
    '--b1--',
    '',
  ].join('\r\n')
}
