import { useDatabase } from '../support/database'

const { pool } = useDatabase()

const valueOf = async (expression: string): Promise<unknown> => {
  const { rows } = await pool.query<{ value: unknown }>(`select ${expression} as value`)
  return rows[0]?.value
}

test.each([
  [`'2026-07-01'::date`, '2026-07-01'],
  ['count(*)', 1],
  ['9007199254740991::bigint', 9_007_199_254_740_991],
  ['37.50::numeric', '37.50'],
  ['null::date', null],
])('%s comes back as %j', async (expression, value) => {
  expect(await valueOf(expression)).toEqual(value)
})

test('a number too big to be exact is refused rather than rounded', async () => {
  await expect(valueOf('9007199254740993::bigint')).rejects.toThrow('too big')
})

test.each([
  ['statement_timeout', '10s'],
  ['idle_in_transaction_session_timeout', '15s'],
])('%s is %s', async (setting, value) => {
  expect(await valueOf(`current_setting('${setting}')`)).toBe(value)
})

test('a connection that breaks between two statements fails the next one, and ends nothing else', async () => {
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await new Promise((resolve) => setTimeout(resolve, 200))
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
  expect(await valueOf('1')).toBe(1)
})
