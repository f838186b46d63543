import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { makeRelease } from '../server/actions/makeRelease'
import { useDatabase } from './support/database'
import { make } from './support/make'
import { asAdministrator, newFolder, urlOf } from './support/testServer'

const { url, db, pool: sql } = useDatabase({ demonstration: 'under way' })
const folder = newFolder()
const file = path.join(folder, 'returns.backup')
const others: string[] = []

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

const cli = (database: string, ...words: string[]) =>
  new Promise<Said>((resolve) => {
    const env = { PATH: process.env.PATH, DATA_DIR: folder, DATABASE_URL: database, SESSION_SECRET: 'x'.repeat(40) }
    const program = execFile(
      process.execPath,
      ['--import', 'tsx', 'server/cli.ts', ...words],
      { env },
      (_, out, err) => {
        resolve({ code: program.exitCode ?? -1, out, err })
      },
    )
  })

async function emptyDatabase(): Promise<string> {
  const name = `workforce_test_${randomBytes(6).toString('hex')}`
  await asAdministrator([`create database ${name}`])
  others.push(name)
  return urlOf(name)
}

/** Every table as one short text, so that one row that differs shows. */
async function tablesOf(database: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const said: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await client.query<{ said: string }>(
      `select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), 'none') as said from "${name}" t`,
    )
    said[name] = found.rows[0]?.said ?? ''
  }
  await client.end()
  return said
}

beforeAll(async () => {
  const { id } = await make(db).person({ staffRole: 'analyst' })
  await sql.query('insert into sessions values ($1, $2, $3, default, default, clock_timestamp())', [
    Buffer.alloc(32),
    id,
    '{}',
  ])
  await sql.query(
    `insert into kept_forms (person_id, action, fields, expires_at) values ($1, '/team', '{}', clock_timestamp())`,
    [id],
  )
  await make(db).token({})
})

afterAll(() => asAdministrator(others.map((name) => `drop database if exists ${name} with (force)`)))

test('what was kept is put back whole into an empty database; who was signed in is not', async () => {
  const kept = await cli(url, 'backup', file)
  expect(kept.err).toBe('')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const there = await emptyDatabase()
  const restored = await cli(there, 'restore', file)
  expect(restored.err).toBe('')
  expect(restored.out).toMatch(/^[\d,]+ rows, as they were at .* 27 January 2020/)

  const changed = ['sessions', 'kept_forms', 'throttles', 'tokens', 'post', 'invitations', 'password_tokens']
  const [before, after] = [await tablesOf(url), await tablesOf(there)]
  const differing = Object.keys(before).filter((table) => before[table] !== after[table])
  expect(changed).toEqual(expect.arrayContaining(differing.filter((table) => !table.startsWith('kysely'))))
  expect(after.cell_changes).toBe(before.cell_changes)
  expect(after.submissions).not.toContain('0 rows')
  expect([after.sessions, after.kept_forms]).toEqual(['0 rows, none', '0 rows, none'])

  // Keys that were copied open nothing, no letter goes twice, and numbers go on.
  const client = new Client({ connectionString: there })
  await client.connect()
  const { rows } = await client.query(
    `select (select count(*)::int from tokens where expires_at > clock_timestamp()) as tokens,
       (select count(*)::int from post where state = 'waiting') as waiting,
       (select count(*)::int from password_tokens where used_at is null and revoked_at is null) as links`,
  )
  expect(rows).toEqual([{ tokens: 0, waiting: 0, links: 0 }])
  const { rowCount } = await client.query(
    `insert into return_events (return_id, kind, decided_at) select id, 'started', now() from returns limit 1`,
  )
  expect(rowCount).toBe(1)
  await client.end()
}, 240_000)

describe('nothing is put back', () => {
  const small = path.join(folder, 'small.backup')

  beforeAll(async () => {
    const there = await emptyDatabase()
    await cli(there, 'migrate')
    await cli(there, 'create-admin', 'admin@network.example')
    await cli(there, 'backup', small)
  })

  test('over what is there', async () => {
    const { code, err } = await cli(url, 'restore', small)
    expect(code).toBe(1)
    expect(err).toMatch(
      /^This database holds \d+ organisations and \d+ people already\. Restore into an empty one\.\n$/,
    )
  })

  test.each<[string, (whole: Buffer) => Buffer, string]>([
    [
      'of a file that is cut short',
      (whole) => whole.subarray(0, whole.length / 2),
      'no backup of Workforce Returns, or it was damaged',
    ],
    [
      'of a backup that misses its last rows',
      (whole) =>
        gzipSync(
          gunzipSync(whole)
            .subarray(0, -200)
            .toString()
            .replace(/[^\n]*$/, ''),
        ),
      'cut short',
    ],
    ['of a file that is something else', () => Buffer.from('PK nothing of the kind'), 'no backup of Workforce Returns'],
    [
      'of a newer release',
      (whole) => gzipSync(gunzipSync(whole).toString().replace('"migrations":["', '"migrations":["9999_later","')),
      'of a newer release, which has 9999_later',
    ],
  ])('%s', async (_, spoil, says) => {
    const spoilt = path.join(newFolder(), 'spoilt.backup')
    writeFileSync(spoilt, spoil(readFileSync(small)))
    const there = await emptyDatabase()
    const { code, err } = await cli(there, 'restore', spoilt)
    expect(err).toContain(says)
    expect(code).toBe(1)
    const { organisations = '0 rows, none' } = await tablesOf(there)
    expect(organisations).toBe('0 rows, none')
  })

  test('and a backup never writes over another file', async () => {
    expect((await cli(url, 'backup', file)).err).toContain('is there already')
  })
})

describe('verify-audit', () => {
  const tampering = async (table: string, statement: string) => {
    await sql.query(`alter table ${table} disable trigger insert_only`)
    await sql.query(statement)
    await sql.query(`alter table ${table} enable trigger insert_only`)
  }

  test('finds that all the records of the demonstration agree, and a release of its figures', async () => {
    const { id: personId } = await make(db).person({ staffRole: 'analyst' })
    expect(await makeRelease({ db }, { code: 'psw-2019', personId, hold: false })).toEqual({ kind: 'made', number: 1 })
    const { code, out, err } = await cli(url, 'verify-audit')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+ returns, [\d,]+ changes, \d+ submissions and 1 release: all agree\.\n$/)
  })

  test('finds an answer changed behind the history, seals that were broken, and a change after the cutoff', async () => {
    await sql.query(`update cells set cell = '{"state":"value","value":999999}'
      where (return_id, address) in (select return_id, address from cells where address = 'sw_emp_in.hc' limit 1)`)
    await tampering(
      'submissions',
      `update submissions set hash = repeat('0', 64)
      where id = (select id from submissions order by id limit 1)`,
    )
    await tampering(
      'cell_changes',
      `update cell_changes set decided_at = '2020-02-11T00:00:00Z'
      where id = (select max(id) from cell_changes where address = 'est_wte')`,
    )
    await tampering(
      'figures',
      `update figures set figure = jsonb_set(figure, '{organisations}', '999')
      where (indicator, peer_group) in (select indicator, peer_group from figures order by 1, 2 limit 1)`,
    )
    const { code, err } = await cli(url, 'verify-audit')
    expect(code).toBe(1)
    expect(err).toContain('sw_emp_in.hc is not what its last change left')
    expect(err).toMatch(/: submission MHSW-2019-\S+ is not what its seal was made of/)
    expect(err).toMatch(/: est_wte was decided at 12:00am on Tuesday 11 February 2020, after everything was shut/)
    expect(err.trim().split('\n')).toHaveLength(4)
    expect(err).toContain('psw-2019, release 1: it does not say what its digest (SHA-256) was made of')
  })
})
