import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter that a mail server has taken in. */
export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly email: Email
  readonly raw: string
}

export interface TestMailServer {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  /** Breaks off every connection, as a pulled cable would. */
  readonly breakOff: () => void
  readonly stop: () => Promise<void>
}

type Taking = (letter: Received) => Promise<Error | undefined> | Error | undefined

/** How the mail server behaves; it takes everything unless told otherwise. */
export interface Behaviour {
  readonly port?: number
  /** An answer to a recipient: an error with a `responseCode` refuses. */
  readonly onRecipient?: (address: string) => Error | undefined
  /** After all of a letter has been read, and before it is acknowledged. What is returned refuses it. */
  readonly onLetter?: Taking
  readonly options?: SMTPServerOptions
}

/** What a mail server answers when it does not take something: 550 for good, 451 for now. */
export const answering = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

/** A real mail server on a free port of this machine, until it is stopped. */
export async function startMailServer(behaviour: Behaviour = {}): Promise<TestMailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onRcptTo: ({ address }, _session, done) => {
      done(behaviour.onRecipient?.(address) ?? null)
    },
    onData: (stream, session, done) => {
      void take(stream, session.envelope).then(
        (refusal) => done(refusal ?? null),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
    ...behaviour.options,
  })
  server.on('error', () => undefined)
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket) => {
    sockets.add(socket)
  })

  const take = async (stream: NodeJS.ReadableStream, envelope: Envelope): Promise<Error | undefined> => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk))
    const raw = Buffer.concat(chunks).toString('utf8')
    const letter: Received = {
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      email: await PostalMime.parse(raw),
      raw,
    }
    const refusal = await behaviour.onLetter?.(letter)
    if (!refusal) received.push(letter)
    return refusal
  }

  const listening = server.listen(behaviour.port ?? 0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    breakOff: () => {
      for (const socket of sockets) socket.destroy()
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

interface Envelope {
  readonly mailFrom: false | { readonly address: string }
  readonly rcptTo: readonly { readonly address: string }[]
}

/** Starts mail servers for the tests of a file, and stops each after its test. */
export function useMailServers(): (behaviour?: Behaviour) => Promise<TestMailServer> {
  const started: TestMailServer[] = []
  afterEach(async () => {
    for (const each of started.splice(0)) await each.stop()
  })
  return async (behaviour) => {
    const server = await startMailServer(behaviour)
    started.push(server)
    return server
  }
}
