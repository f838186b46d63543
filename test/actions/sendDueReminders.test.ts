import { sendDueReminders } from '../../server/actions/sendDueReminders'
import { insertOpening } from '../../server/db/openings'
import { setClock } from '../support/clock'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { letters, startAfresh } from '../support/post'

const { db, pool } = useDatabase()
const services = { db, publicUrl: 'https://returns.benchmarking.example' }

const remind = () => sendDueReminders(services)

/** Whose letters there are. */
const readers = async () => (await letters(pool)).map(({ to_address }) => to_address)

beforeEach(() => startAfresh(pool))

describe('writing the reminders that are due', () => {
  it('writes to the preparers, once', async () => {
    const { preparer } = await make(db).employer()
    await setClock(pool, '2020-02-03T09:00:01Z')
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    expect(await readers()).toEqual([preparer.email])
  })

  it('writes nothing before 9am', async () => {
    await make(db).employer()
    await setClock(pool, '2020-01-13T08:59:00Z')
    expect(await remind()).toBe(0)
  })

  it('writes to the signatory of a return that waits for signature', async () => {
    const { signatory } = await make(db).employer({ status: 'awaiting_signature' })
    await setClock(pool, '2020-02-03T09:00:01Z')
    await remind()
    expect(await letters(pool)).toMatchObject([{ kind: 'signature_reminder', to_address: signatory.email }])
  })

  it('writes to the only person of a small provider, who signs alone', async () => {
    const { id, organisationId } = await make(db).return({ type: 'voluntary', status: 'awaiting_signature' })
    const { email } = await make(db).person({ organisationId, role: 'preparer' })
    await setClock(pool, '2020-02-03T09:00:01Z')
    await remind()
    expect(await letters(pool)).toMatchObject([{ return_id: id, to_address: email }])
  })

  it.each(['submitted', 'nil', 'covered', 'declined', 'no_longer_required'] as const)(
    'writes nothing about a return that is %s',
    async (status) => {
      await make(db).employer({ status })
      await setClock(pool, '2020-02-03T09:00:01Z')
      expect(await remind()).toBe(0)
    },
  )

  it('writes to nobody who has left', async () => {
    const { preparer } = await make(db).employer()
    await db.updateTable('people').set({ deactivatedAt: new Date() }).where('id', '=', preparer.id).execute()
    await setClock(pool, '2020-02-03T09:00:01Z')
    expect(await remind()).toBe(0)
  })

  it('writes only the latest after an outage', async () => {
    await make(db).employer()
    await setClock(pool, '2020-02-08T10:00:00Z')
    expect(await remind()).toBe(1)
    expect(await letters(pool)).toMatchObject([{ cause: expect.stringContaining(':3:2020-02-07:') }])
  })

  it('writes to nobody else for the same moment when the return has moved on', async () => {
    const { return: madeReturn } = await make(db).employer()
    await setClock(pool, '2020-02-03T09:00:01Z')
    await remind()
    await db.updateTable('returns').set({ status: 'awaiting_signature' }).where('id', '=', madeReturn.id).execute()
    expect(await remind()).toBe(0)
  })

  it('writes each once when two workers write at the same moment, and the clock goes back and forth', async () => {
    for (let count = 0; count < 10; count += 1) await make(db).employer()
    for (const moment of ['2020-02-03T09:00:01Z', '2020-01-27T09:00:01Z', '2020-02-03T09:00:01Z']) {
      await setClock(pool, moment)
      await Promise.all([remind(), remind(), remind()])
    }
    const written = await letters(pool)
    expect(written).toHaveLength(20)
    expect(new Set(written.map(({ message_id }) => message_id)).size).toBe(20)
  })

  it('writes again before the last day that an extension gives', async () => {
    const { return: madeReturn } = await make(db).employer()
    const { id: grantedBy } = await make(db).person({ staffRole: 'admin' })
    await setClock(pool, '2020-02-09T09:00:01Z')
    await remind()
    await db.transaction().execute((tx) =>
      insertOpening(tx, {
        returnId: madeReturn.id,
        kind: 'extension',
        untilAt: new Date('2020-02-18T00:00:00Z'),
        reason: 'A new payroll system',
        sections: null,
        askedBy: null,
        grantedBy,
        decidedAt: new Date('2020-02-09T15:00:00Z'),
      }),
    )
    await setClock(pool, '2020-02-10T08:59:00Z')
    expect(await remind()).toBe(0)
    await setClock(pool, '2020-02-10T09:00:01Z')
    expect(await remind()).toBe(1)
    const { rows } = await pool.query<{ subject: string }>('select subject from post order by decided_at desc limit 1')
    expect(rows[0]?.subject).toMatch(/due in 7 days$/)
  })

  it('links to where people sign in, and says by when in full', async () => {
    const { return: madeReturn } = await make(db).employer()
    await setClock(pool, '2020-01-27T09:05:00Z')
    await remind()
    const { rows } = await pool.query<{ paragraphs: string[]; button: { href: string } }>('select * from post')
    expect(rows[0]?.button.href).toBe(`https://returns.benchmarking.example/returns/${madeReturn.id}`)
    expect(rows[0]?.paragraphs.join(' ')).toContain('by 11:59pm on Monday 10 February 2020, in 14 days.')
  })
})
