import { openMailer } from '../../server/mail/mailer'
import type { AddressedLetter, Mailer } from '../../server/mail/posting'
import { answering, useMailServers, type Behaviour } from '../support/smtp'

const startMailServer = useMailServers()
const opened: Mailer[] = []
afterEach(() => {
  for (const mailer of opened.splice(0)) mailer.close()
})

async function postTo(behaviour: Behaviour, differing: Partial<AddressedLetter> = {}) {
  const server = await startMailServer(behaviour)
  const mailer = openMailer({
    smtpUrl: server.url,
    mailFrom: 'Workforce Returns <returns@benchmarking.example>',
    mailPerMinute: undefined,
  })
  opened.push(mailer)
  const posted = await mailer.post({
    letter: {
      subject: 'Your return',
      paragraphs: ['It is due.'],
      button: { text: 'Go to it', href: 'https://returns.benchmarking.example/returns/r1' },
    },
    toName: 'Dilys Marlow',
    toAddress: 'dilys.marlow@thornmere-trust.example',
    messageId: 'abc@workforce-returns.example',
    writtenAt: new Date('2020-01-27T09:00:00Z'),
    ...differing,
  })
  return { posted, received: server.received }
}

describe('a letter in the post', () => {
  it('arrives in plain text and as a page, from the sender that was set, with its own Message-ID', async () => {
    const { posted, received } = await postTo({})
    expect(posted).toEqual({ kind: 'sent' })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      from: 'returns@benchmarking.example',
      to: ['dilys.marlow@thornmere-trust.example'],
      email: {
        messageId: '<abc@workforce-returns.example>',
        from: { name: 'Workforce Returns', address: 'returns@benchmarking.example' },
        to: [{ name: 'Dilys Marlow', address: 'dilys.marlow@thornmere-trust.example' }],
        subject: 'Your return',
      },
    })
    expect(received[0]?.email.text).toContain('https://returns.benchmarking.example/returns/r1')
    expect(received[0]?.email.html).toContain('<p class="said">It is due.</p>')
    expect(received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  })

  it.each(['Dilys\r\nBcc: evil@elsewhere.example', 'Dilys <evil@elsewhere.example>, Dilys', '"Dilys", evil'])(
    'to somebody called %j goes to one address only',
    async (toName) => {
      const { received } = await postTo({}, { toName })
      expect(received[0]?.to).toEqual(['dilys.marlow@thornmere-trust.example'])
      expect(received[0]?.email.to).toHaveLength(1)
      expect(received[0]?.email.bcc).toBeUndefined()
    },
  )

  it('keeps a line break in its subject from becoming a header', async () => {
    const letter = { subject: 'Yours\r\nBcc: evil@elsewhere.example', paragraphs: [] }
    const { received } = await postTo({}, { letter })
    expect(received[0]?.email.bcc).toBeUndefined()
    expect(received[0]?.email.subject).toBe('Yours Bcc: evil@elsewhere.example')
    expect(received[0]?.to).toHaveLength(1)
  })

  it.each([
    'a@thornmere-trust.example,evil@elsewhere.example',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    '<a@b.example>',
    'a',
  ])('does not go to %j', async (toAddress) => {
    const { posted, received } = await postTo({}, { toAddress })
    expect(posted).toMatchObject({ kind: 'refused' })
    expect(received).toEqual([])
  })

  it('carries a name in any script', async () => {
    const { received } = await postTo({}, { toName: 'Siân Ŵyn-Þórr' })
    expect(received[0]?.email.to).toMatchObject([{ name: 'Siân Ŵyn-Þórr' }])
  })
})

describe('whether it was the reader who was refused', () => {
  it.each([
    ['550 5.1.1 to the reader', { onRecipient: () => answering(550, '5.1.1 No such person') }, true],
    ['550 to the reader', { onRecipient: () => answering(550, 'No such person') }, true],
    ['550 5.7.1 to the reader', { onRecipient: () => answering(550, '5.7.1 We take nothing from you') }, false],
    ['554 to the letter', { onLetter: () => answering(554, 'Not wanted') }, false],
  ] satisfies [string, Behaviour, boolean][])('%s: %3$s', async (_answer, behaviour, noSuchReader) => {
    expect((await postTo(behaviour)).posted).toMatchObject({ kind: 'refused', noSuchReader })
  })
})

describe('what a mail server answers', () => {
  it.each([
    ['550 to the reader', { onRecipient: () => answering(550, 'No such person') }, 'refused'],
    ['451 to the reader', { onRecipient: () => answering(451, 'Try later') }, 'delayed'],
    ['554 to the letter', { onLetter: () => answering(554, 'Not wanted') }, 'refused'],
    ['452 to the letter', { onLetter: () => answering(452, 'No room') }, 'delayed'],
    [
      '554 before any letter is spoken of',
      {
        options: { onConnect: (_session: unknown, done: (error: Error) => void) => done(answering(554, 'No service')) },
      },
      'delayed',
    ],
  ] satisfies [string, Behaviour, string][])('%s: the letter is %3$s', async (_answer, behaviour, kind) => {
    expect((await postTo(behaviour)).posted).toMatchObject({ kind })
  })
})

describe('where there is no mail server', () => {
  const letter = { subject: 'Your return', paragraphs: ['It is due.'] }
  const to = (toAddress: string) => ({
    ...{ letter, toName: 'Dilys Marlow', toAddress, messageId: 'abc@workforce-returns.example' },
    writtenAt: new Date('2020-01-27T09:00:00Z'),
  })
  const settings = { smtpUrl: undefined, mailFrom: 'returns@benchmarking.example', mailPerMinute: undefined }

  it('a letter is kept', async () => {
    expect(await openMailer(settings).post(to('dilys@thornmere-trust.example'))).toEqual({ kind: 'kept' })
  })

  it('a letter to an invented mailbox that does not exist comes back, as it would from a mail server', async () => {
    const refusalOf = (address: string) => (address.startsWith('nobody@') ? '550 5.1.1 No such mailbox' : undefined)
    const mailer = openMailer({ ...settings, refusalOf })
    expect(await mailer.post(to('dilys@thornmere-trust.example'))).toEqual({ kind: 'kept' })
    expect(await mailer.post(to('nobody@thornmere-trust.example'))).toEqual({
      kind: 'refused',
      why: 'The mail server refused it: 550 5.1.1 No such mailbox',
      noSuchReader: true,
    })
  })
})
