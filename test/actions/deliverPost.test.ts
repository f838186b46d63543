import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { deliverPost } from '../../server/actions/deliverPost'
import { sendDueReminders } from '../../server/actions/sendDueReminders'
import { insertLetters } from '../../server/db/post'
import { openMailer } from '../../server/mail/mailer'
import type { Mailer, Posted } from '../../server/mail/posting'
import { setClock } from '../support/clock'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { letters, letTimePass, startAfresh } from '../support/post'
import { answering, useMailServers } from '../support/smtp'

const { db, pool, url } = useDatabase()
const startMailServer = useMailServers()
const opened: Mailer[] = []

/** A worker's way to a mail server. */
function mailerTo(smtpUrl: string | undefined, mailPerMinute?: number): Mailer {
  const mailer = openMailer({ smtpUrl, mailFrom: 'Workforce Returns <returns@benchmarking.example>', mailPerMinute })
  opened.push(mailer)
  return mailer
}

const deliver = (mailer: Mailer) => deliverPost({ db, mailer })
const remind = () => sendDueReminders({ db, publicUrl: 'https://returns.benchmarking.example' })
const states = async () => (await letters(pool)).map(({ state }) => state)

/** A way to no mail server: letters that somebody has in hand until this says what became of them. */
function inHand(posted: Promise<Posted> = new Promise(() => undefined)) {
  let taken: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (taken = resolve))
  const post = () => {
    taken()
    return posted
  }
  return { begun, mailer: { perMinute: undefined, post, close: () => undefined } }
}

/** So many employers, each with a reminder waiting to go. */
async function remindersWaiting(count: number) {
  const employers: Awaited<ReturnType<ReturnType<typeof make>['employer']>>[] = []
  for (let made = 0; made < count; made += 1) employers.push(await make(db).employer())
  await setClock(pool, '2020-02-03T09:00:01Z')
  await remind()
  return employers
}

beforeEach(() => startAfresh(pool))
afterEach(() => {
  for (const mailer of opened.splice(0)) mailer.close()
})

describe('delivering the post', () => {
  it('sends each letter once, with two workers at the same moment', async () => {
    const server = await startMailServer()
    await remindersWaiting(20)
    const [first, second] = await Promise.all([deliver(mailerTo(server.url)), deliver(mailerTo(server.url))])
    expect([...first, ...second]).toEqual(Array(20).fill('sent'))
    const ids = server.received.map(({ email }) => email.messageId)
    expect(new Set(ids).size).toBe(20)
    expect(ids.sort()).toEqual((await letters(pool)).map(({ message_id }) => `<${message_id}>`).sort())
    expect(await deliver(mailerTo(server.url))).toEqual([])
  })

  it('keeps letters where there is no mail server', async () => {
    await remindersWaiting(2)
    expect(await deliver(mailerTo(undefined))).toEqual(['kept', 'kept'])
    expect(await states()).toEqual(['kept', 'kept'])
  })

  it('sends what somebody waits for before what goes to many', async () => {
    const server = await startMailServer()
    await remindersWaiting(8)
    await make(db).letter({ kind: 'password_reset' })
    await deliver(mailerTo(server.url))
    const place = server.received.findIndex(({ email }) => email.subject === 'Your return')
    // One of the four that are sent at the same time at first.
    expect([0, 1, 2, 3]).toContain(place)
  })

  it('sends no more in a minute than it may', async () => {
    const server = await startMailServer()
    await remindersWaiting(7)
    await Promise.all([deliver(mailerTo(server.url, 5)), deliver(mailerTo(server.url, 5))])
    expect(server.received).toHaveLength(5)
    await pool.query(`update post set leased_until = clock_timestamp() - interval '1 second'`)
    await deliver(mailerTo(server.url, 5))
    expect(server.received).toHaveLength(7)
  })
})

describe('a letter that is judged again before it goes', () => {
  it('does not remind who has submitted since it was written', async () => {
    const server = await startMailServer()
    const [employer] = await remindersWaiting(1)
    await db
      .updateTable('returns')
      .set({ status: 'submitted' })
      .where('id', '=', employer?.return.id ?? '')
      .execute()
    expect(await deliver(mailerTo(server.url))).toEqual(['not_needed'])
    expect(server.received).toEqual([])
    expect(await letters(pool)).toMatchObject([
      { state: 'not_needed', state_reason: 'The return had been dealt with before it was sent.' },
    ])
  })

  it('does not ask for what has become too late', async () => {
    await remindersWaiting(1)
    await setClock(pool, '2020-02-11T00:00:01Z')
    expect(await deliver(mailerTo(undefined))).toEqual(['not_needed'])
  })

  it('does not ask somebody who no longer works on the return', async () => {
    const [employer] = await remindersWaiting(1)
    await db
      .deleteFrom('memberships')
      .where('personId', '=', employer?.preparer.id ?? '')
      .execute()
    expect(await deliver(mailerTo(undefined))).toEqual(['not_needed'])
  })

  it('does not ask for a signature that is no longer waited for', async () => {
    const { return: about, signatory } = await make(db).employer({ status: 'in_progress' })
    await setClock(pool, '2020-02-03T12:00:00Z')
    const to = [{ id: signatory.id, name: 'Ines Corrie', email: signatory.email }]
    await db
      .transaction()
      .execute((tx) =>
        insertLetters(
          tx,
          { kind: 'signature_requested', returnId: about.id, decidedAt: new Date('2020-02-03T12:00:00Z') },
          { letter: { subject: 'To sign', paragraphs: ['Please sign.'] }, to },
        ),
      )
    expect(await deliver(mailerTo(undefined))).toEqual(['not_needed'])
  })

  it('sends only the latest of the reminders that waited for a mail server', async () => {
    const server = await startMailServer()
    await remindersWaiting(1)
    await setClock(pool, '2020-02-07T09:00:01Z')
    await remind()
    expect((await deliver(mailerTo(server.url))).sort()).toEqual(['not_needed', 'sent'])
    expect(server.received.map(({ email }) => email.subject)).toEqual([expect.stringMatching(/due in 3 days$/)])
  })
})

describe('a mail server in trouble', () => {
  it('refuses one reader for good: that letter has failed, the others go', async () => {
    const [unknown] = await remindersWaiting(3)
    const server = await startMailServer({
      onRecipient: (address) => (address === unknown?.preparer.email ? answering(550, 'No such person') : undefined),
    })
    expect((await deliver(mailerTo(server.url))).sort()).toEqual(['failed', 'sent', 'sent'])
    const failed = (await letters(pool)).find(({ to_address }) => to_address === unknown?.preparer.email)
    expect(failed).toMatchObject({ state: 'failed', tries: 1 })
    expect(failed?.state_reason).toMatch(/^The mail server refused it: .*No such person/)
  })

  it('puts a letter off: it waits 1 minute, then 2, then 4, and goes', async () => {
    await remindersWaiting(1)
    let busy = true
    const server = await startMailServer({ onLetter: () => (busy ? answering(451, 'Busy') : undefined) })
    const mailer = mailerTo(server.url)
    const waits: number[] = []
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await deliver(mailer)).toEqual(['delayed'])
      const { rows } = await pool.query<{ minutes: number }>(
        'select round(extract(epoch from next_try_at - clock_timestamp()) / 60)::int as minutes from post',
      )
      waits.push(rows[0]?.minutes ?? 0)
      expect(await deliver(mailer)).toEqual([])
      await letTimePass(pool)
    }
    expect(waits).toEqual([1, 2, 4])
    busy = false
    expect(await deliver(mailer)).toEqual(['sent'])
  })

  it('is given up after 48 hours, where the network sees it', async () => {
    await remindersWaiting(1)
    await pool.query(`update post set created_at = clock_timestamp() - interval '49 hours'`)
    const server = await startMailServer({ onLetter: () => answering(451, 'Busy') })
    expect(await deliver(mailerTo(server.url))).toEqual(['failed'])
    expect(await letters(pool)).toMatchObject([{ state_reason: expect.stringMatching(/^Given up after 48 hours\. /) }])
  })

  it('is down: everything waits, few are tried, and all go when it is back', async () => {
    await remindersWaiting(12)
    const gone = await startMailServer()
    await gone.stop()
    const mailer = mailerTo(gone.url)
    const tried = await deliver(mailer)
    expect(tried.length).toBeLessThanOrEqual(4)
    expect(await states()).toEqual(Array(12).fill('waiting'))
    await letTimePass(pool)
    const back = await startMailServer({ port: gone.port })
    await deliver(mailer)
    expect(back.received).toHaveLength(12)
    expect(await states()).toEqual(Array(12).fill('sent'))
  })

  it('takes a letter and breaks off before it says so: a second copy has the same Message-ID', async () => {
    await remindersWaiting(1)
    const ids: string[] = []
    const server = await startMailServer({
      onLetter: ({ email }) => {
        ids.push(email.messageId ?? '')
        if (ids.length === 1) server.breakOff()
        return undefined
      },
    })
    expect(await deliver(mailerTo(server.url))).toEqual(['delayed'])
    expect(ids).toHaveLength(1)
    await letTimePass(pool)
    expect(await deliver(mailerTo(server.url))).toEqual(['sent'])
    expect(ids).toHaveLength(2)
    expect(ids[1]).toBe(ids[0])
  })

  it('is slow: no transaction is open while a letter is being sent', async () => {
    await remindersWaiting(2)
    const open: number[] = []
    const server = await startMailServer({
      onLetter: async () => {
        await new Promise((resolve) => setTimeout(resolve, 700))
        const { rows } = await pool.query<{ pid: number }>(
          `select pid from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'
             and state_change < clock_timestamp() - interval '300 milliseconds'`,
        )
        open.push(rows.length)
        return undefined
      },
    })
    expect(await deliver(mailerTo(server.url))).toEqual(['sent', 'sent'])
    expect(open).toEqual([0, 0])
  })
})

describe('a worker that was killed', () => {
  it('leaves its letters to another, who sends at most a second copy of each that was on its way', async () => {
    await remindersWaiting(12)
    const ids: string[] = []
    const server = await startMailServer({
      onLetter: ({ email }) => {
        ids.push(email.messageId ?? '')
        if (ids.length === 6) worker.kill('SIGKILL')
        return undefined
      },
    })
    const worker = spawn(process.execPath, ['--import', 'tsx', 'test/support/postman.ts', url, server.url])
    await once(worker, 'exit')
    const onTheirWay = (await states()).filter((state) => state === 'waiting').length
    expect(onTheirWay).toBeGreaterThan(0)
    await letTimePass(pool)
    await deliver(mailerTo(server.url))
    expect(await states()).toEqual(Array(12).fill('sent'))
    expect(new Set(ids).size).toBe(12)
    expect(ids.length).toBeLessThanOrEqual(12 + 4)
  })

  it('keeps its letters from others for a minute', async () => {
    await remindersWaiting(1)
    const { begun, mailer } = inHand()
    const { rows: before } = await pool.query<{ at: string }>('select clock_timestamp()::text as at')
    void deliver(mailer)
    await begun
    expect(await deliver(mailerTo(undefined))).toEqual([])
    const { rows } = await pool.query(
      `select leased_until >= $1::timestamptz + interval '1 minute' as held from post`,
      [before[0]?.at],
    )
    expect(rows).toEqual([{ held: true }])
    await pool.query(`update post set leased_until = leased_until - interval '61 seconds'`)
    expect(await deliver(mailerTo(undefined))).toEqual(['kept'])
  })

  it('cannot undo what another has done since', async () => {
    const server = await startMailServer()
    await remindersWaiting(1)
    let answer: (posted: Posted) => void = () => undefined
    const late = new Promise<Posted>((resolve) => (answer = resolve))
    const { begun, mailer } = inHand(late)
    const slow = deliver(mailer)
    await begun
    await letTimePass(pool)
    await deliver(mailerTo(server.url))
    answer({ kind: 'refused', why: 'Too late', noSuchReader: false })
    await slow
    expect(await states()).toEqual(['sent'])
  })
})
