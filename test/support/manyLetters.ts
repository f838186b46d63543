import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { SMTPServer } from 'smtp-server'
import { sendCampaign } from '../../server/actions/sendCampaign'
import { chaseableReturns } from '../../server/db/chaseable'
import { findCollection } from '../../server/db/collections'
import type { Database } from '../../server/db/schema'
import { markOf } from '../../server/domain/chasing/chaseLetter'
import { whoGets } from '../../server/domain/chasing/recipients'
import { fillableSections } from '../../server/domain/returns/standing'
import { definitionOf } from '../../server/surveys'
import { setClock } from './clock'
import { make } from './make'

/** Fills the register with so many employers, each with somebody who prepares a return that has not been opened. */
export async function manyEmployers(pool: Pool, db: Kysely<Database>, count: number): Promise<void> {
  await setClock(pool, '2020-01-28T10:00:00Z')
  const { id } = await make(db).collection()
  await pool.query(
    `with organisation as (
       insert into organisations (name, type, code, nhs_region, adass_region)
       select 'Council ' || n, 'local_authority', 'M' || n, 'Y60', 'E12000005' from generate_series(1, $2::int) n returning id, code
     ), person as (
       insert into people (email, name) select 'preparer@' || lower(code) || '.example', 'Preparer of ' || code from organisation
       returning id, email
     ), member as (
       insert into memberships (person_id, organisation_id, role)
       select person.id, organisation.id, 'preparer' from person join organisation on email = 'preparer@' || lower(code) || '.example'
     )
     insert into returns (collection_id, organisation_id) select $1, id from organisation`,
    [id, count],
  )
  await pool.query('analyze')
}

/** Writes to all of them as the page does, and presses the button: how many letters, after how many milliseconds. */
export async function sendToMany(db: Kysely<Database>): Promise<{ readonly letters: number; readonly took: number }> {
  const began = performance.now()
  const personId = (await make(db).person({ staffRole: 'network' })).id
  const { id } = await make(db).campaign({ writtenBy: personId })
  const collection = await findCollection(db, 'mhsw-2019')
  if (!collection) throw new Error('There is no collection')
  const sections = fillableSections(definitionOf(collection.code))
  const returns = await chaseableReturns(db, { collection, sections }, {})
  const choice = { readers: 'preparers', copies: false, despiteGap: false } as const
  const mark = markOf(whoGets(returns, choice, { now: collection.now, occasion: id }).letters)
  const services = { db, publicUrl: 'https://returns.benchmarking.example' }
  const outcome = await sendCampaign(services, { collection, id, mark, personId, arrival: () => 0 })
  if (outcome.kind !== 'sent') throw new Error(`The letters were not written: ${outcome.kind}`)
  return { letters: outcome.letters, took: performance.now() - began }
}

/** A letter that a mail server has read to its end. */
export interface Arrived {
  readonly address: string
  readonly messageId: string
  /** When its last line came, on the clock of the database, in milliseconds. */
  readonly at: number
  /** Whether the mail server said that it has taken it. */
  readonly taken: boolean
}

/** What a mail server does with a letter that it has read. */
export type Treatment = 'take' | 'put off' | 'refuse' | 'drop' | 'be slow'

export interface SwiftServer {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** As a machine that is switched off: nothing answers until it is switched on again. */
  readonly switchOff: () => Promise<void>
  readonly switchOn: () => Promise<void>
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** A real mail server that looks at nothing but what it has to: it must not be the slowest of all. */
export async function swiftServer(treat: (address: string) => Treatment = () => 'take'): Promise<SwiftServer> {
  const arrived: Arrived[] = []
  const open = async (port: number) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 10,
      onData: (stream, session, done) => {
        let head = ''
        stream.on('data', (chunk: Buffer) => (head.length < 8000 ? (head += chunk.toString('latin1')) : undefined))
        stream.on('end', () => {
          const address = session.envelope.rcptTo[0]?.address ?? ''
          const messageId = /^Message-ID: <([^>]+)>/im.exec(head)?.[1] ?? ''
          const how = treat(address)
          arrived.push({ address, messageId, at: Date.now(), taken: how === 'take' || how === 'be slow' })
          if (how === 'drop') sockets.get(session.remotePort)?.destroy()
          else if (how === 'be slow') void pause(3000).then(() => done())
          else
            done(how === 'take' ? null : Object.assign(new Error(how), { responseCode: how === 'put off' ? 451 : 554 }))
        })
      },
    })
    server.on('error', () => undefined)
    const sockets = new Map<number, { destroy: () => unknown }>()
    server.server.on('connection', (socket) => {
      sockets.set(socket.remotePort ?? 0, socket)
      socket.on('close', () => sockets.delete(socket.remotePort ?? 0))
    })
    await once(server.listen(port, '127.0.0.1'), 'listening')
    return { server, sockets }
  }
  let running: Awaited<ReturnType<typeof open>> | undefined = await open(0)
  const { port } = running.server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    switchOff: async () => {
      const { server, sockets } = running ?? {}
      running = undefined
      for (const socket of sockets?.values() ?? []) socket.destroy()
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
    },
    switchOn: async () => {
      running ??= await open(port)
    },
  }
}

/** A worker in a process of its own, which delivers the post until it is stopped or killed. */
export function startPostman(databaseUrl: string, smtpUrl: string): ChildProcess {
  const args = ['--import', 'tsx', 'test/support/postman.ts', databaseUrl, smtpUrl, 'for ever']
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Ends a worker, and waits until it is gone. */
export async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill(signal)
  await gone
}

/** How many letters are in which state. */
export async function statesOf(pool: Pool): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from post group by state',
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
