import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { useDatabase } from './support/database'
import { make } from './support/make'
import { noticeOf } from './support/notices'
import { startAfresh } from './support/post'
import { newFolder } from './support/testServer'

const { db, pool, url } = useDatabase()

/** Gives a notice to `npm run cli -- read-bounce`, as a mail server does. */
async function readBounce(notice: string) {
  const env = { PATH: process.env.PATH, DATA_DIR: newFolder(), DATABASE_URL: url, SESSION_SECRET: 'x'.repeat(40) }
  const program = spawn(process.execPath, ['--import', 'tsx', 'server/cli.ts', 'read-bounce'], { env })
  let [out, err] = ['', '']
  program.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  program.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  program.stdin.end(notice)
  const [code] = (await once(program, 'close')) as [number]
  return { code, out, err }
}

const reasonsOf = async (email: string) =>
  (
    await pool.query<{ bouncing: boolean; bounce_reason: string | null }>(
      'select bouncing_since is not null as bouncing, bounce_reason from people where email = $1',
      [email],
    )
  ).rows[0]

beforeEach(() => startAfresh(pool))

test('a notice marks whose letter it was, though the address was rewritten on the way, and the letter says so', async () => {
  const { preparer, return: made } = await make(db).employer()
  const { id } = await make(db).letter({ returnId: made.id, personId: preparer.id })
  await pool.query(`update post set state = 'sent', to_address = $1, message_id = 'known@workforce-returns.example'`, [
    preparer.email,
  ])
  const notice = noticeOf({ address: 'forwarded@elsewhere.example', messageId: 'known@workforce-returns.example' })
  const { code, out } = await readBounce(notice)
  expect([code, out]).toEqual([0, expect.stringContaining(`Mail to Dilys Marlow (${preparer.email}) comes back.`)])
  expect(await reasonsOf(preparer.email)).toEqual({
    bouncing: true,
    bounce_reason: 'It came back: 5.1.1 550 5.1.1 No such person',
  })
  const { rows } = await pool.query<{ state: string; state_reason: string }>('select * from post where id = $1', [id])
  expect(rows[0]).toMatchObject({
    state: 'failed',
    state_reason: 'It was sent, and came back: 5.1.1 550 5.1.1 No such person',
  })
})

test('a notice about a letter nobody knows marks whoever has the address', async () => {
  const { email } = await make(db).person()
  const { code } = await readBounce(noticeOf({ address: email.toUpperCase(), messageId: 'unknown@elsewhere.example' }))
  expect([code, (await reasonsOf(email))?.bouncing]).toEqual([0, true])
})

test('a letter that is only late marks nobody', async () => {
  const { email } = await make(db).person()
  const { code, out } = await readBounce(noticeOf({ address: email, action: 'delayed', status: '4.4.1' }))
  expect([code, (await reasonsOf(email))?.bouncing]).toEqual([0, false])
  expect(out).toBe(`The mail server goes on trying to reach ${email}. Nothing was changed.\n`)
})

test('what is no notice gets a sentence, and nothing is changed', async () => {
  const { code, err } = await readBounce('Buy now!')
  expect(code).toBe(1)
  expect(err).toMatch(/^This is no delivery status message .* Nothing was changed\.\n$/)
})

test('another address has not come back yet', async () => {
  const { id, email } = await make(db).person()
  await readBounce(noticeOf({ address: email }))
  await pool.query('update people set email = $2 where id = $1', [id, `new-${email}`])
  expect(await reasonsOf(`new-${email}`)).toEqual({ bouncing: false, bounce_reason: null })
})
