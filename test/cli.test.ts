import { execFile } from 'node:child_process'
import { useApp } from './support/app'
import { setClock } from './support/clock'
import { newFolder } from './support/testServer'

const { url, sql, visitor } = useApp()

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one verb as `npm run cli --` does. */
const cli = (...words: string[]) =>
  new Promise<Said>((resolve) => {
    const env = { PATH: process.env.PATH, DATA_DIR: newFolder(), DATABASE_URL: url, SESSION_SECRET: 'x'.repeat(40) }
    const program = execFile(
      process.execPath,
      ['--import', 'tsx', 'server/cli.ts', ...words],
      { env },
      (_, out, err) => {
        resolve({ code: program.exitCode ?? -1, out, err })
      },
    )
  })

test('an unknown verb is answered with all there are', async () => {
  const { code, err } = await cli('frobnicate')

  expect(code).toBe(1)
  expect(err).toContain('create-admin EMAIL')
  expect(err).toContain('clock show | clock set 2020-02-10T23:59:30Z')
})

test('the first administrator is made here, with a link that works once to choose a password', async () => {
  const { code, out } = await cli('create-admin', 'Admin@network.example')
  const [, link = ''] = /minutes: \S+(\/password\/\S+)$/m.exec(out) ?? []
  const password = 'nine otters under a bridge'

  expect(code).toBe(0)
  expect((await visitor().post(link, { password })).headers.location).toBe('/sign-in')
  expect((await visitor().post(link, { password: 'another one altogether' })).status).toBe(410)
  expect((await visitor().signIn('admin@network.example', password)).status).toBe(303)
  const again = await cli('create-admin', 'admin@network.example')
  expect(again.code).toBe(1)
  expect(again.err).toMatch(/^There is somebody with the address admin@network\.example already\..*\n$/)
})

describe('the clock', () => {
  test('of a real collection cannot be moved', async () => {
    const { code, err } = await cli('clock', 'set', '2020-02-10T23:59:30Z')

    expect(code).toBe(1)
    expect(err).toBe('This is not a demonstration: here it is what time it is, and nobody can change it.\n')
    const { rows } = await sql.query<{ same: boolean }>(
      `select abs(extract(epoch from app_now() - clock_timestamp())) < 1 as same`,
    )
    expect(rows[0]?.same).toBe(true)
  })

  test('of a demonstration is moved, backwards too, and says what it says', async () => {
    await setClock(sql, '2020-03-01T00:00:00Z')
    const { code, out } = await cli('clock', 'set', '2020-02-10T23:59:30Z')

    expect(code).toBe(0)
    expect(out).toMatch(/^2020-02-10T23:59:3\d\.\d+Z \(11:59pm on Monday 10 February 2020, London\)\n$/)
  })

  test('stands still while nothing runs', async () => {
    await sql.query("update demonstration set seen_at = clock_timestamp() - interval '1 day'")
    await sql.query("update demonstration set clock_offset = '2020-02-03T12:00:00Z'::timestamptz - seen_at")

    expect((await cli('clock', 'show')).out).toMatch(/^2020-02-03T12:00:00\.000Z \(.*, and stands still, because/)
  })

  test.each(['tomorrow', '2020-02-10', '2020-02-30T25:00:00Z'])('is not set to %s', async (moment) => {
    expect((await cli('clock', 'set', moment)).err).toContain(`"${moment}" is no moment`)
  })
})
