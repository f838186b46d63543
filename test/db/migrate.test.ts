import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { migrate } from '../../server/db/migrate'
import { asAdministrator, newFolder, urlOf } from '../support/testServer'

const name = `workforce_test_${randomBytes(6).toString('hex')}`
const url = urlOf(name)
const folder = newFolder()

const write = (file: string, statements: string) => {
  writeFileSync(path.join(folder, file), statements)
}

async function ask(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(statement)
  await client.end()
  return rows
}

beforeAll(() => asAdministrator([`create database ${name}`]))
afterAll(() => asAdministrator([`drop database ${name} with (force)`]))

test('three that start at once run each migration once, and all of them go on', async () => {
  write('0001_first.sql', 'create table runs (at timestamptz); select pg_sleep(0.3); insert into runs values (now());')
  write('0002_second.sql', `do $$ begin insert into runs values (now()); end; $$;`)
  const ran = await Promise.all([migrate(url, { folder }), migrate(url, { folder }), migrate(url, { folder })])
  expect(ran.flat()).toEqual(['0001_first', '0002_second'])
  expect(await ask('select from runs')).toHaveLength(2)
})

test('one that fails leaves nothing of itself behind, and says why', async () => {
  write('0003_broken.sql', 'insert into runs values (now()); insert into nowhere values (1);')
  await expect(migrate(url, { folder })).rejects.toThrow('relation "nowhere" does not exist')
  expect(await ask('select from runs')).toHaveLength(2)
})

test('it waits for people who are saving rather than making them wait', async () => {
  write('0003_broken.sql', 'alter table runs add column by text;')
  const saving = new Client({ connectionString: url })
  await saving.connect()
  await saving.query('begin; insert into runs values (now())')
  const migration = migrate(url, { folder })
  const outcome = await Promise.race([migration, new Promise((resolve) => setTimeout(resolve, 2500, 'waiting'))])
  expect(outcome).toBe('waiting')
  await saving.query('commit')
  await saving.end()
  expect(await migration).toEqual(['0003_broken'])
})

test('an older release starts beside the schema of a newer one', async () => {
  rmSync(path.join(folder, '0003_broken.sql'))
  expect(await migrate(url, { folder })).toEqual([])
})
