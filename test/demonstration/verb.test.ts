import { loadDemonstration } from '../../server/cli/loadDemonstration'
import type { Errand } from '../../server/cli/verb'
import { readConfig } from '../../server/config'
import { useApp } from '../support/app'

const { services, db, sql, url, signIn } = useApp()
const said: string[] = []

const errand = (...words: string[]): Errand => ({
  words,
  config: readConfig({}),
  database: { url, db, embedded: false, close: () => Promise.resolve() },
  services,
  say: (line) => said.push(line),
})

test('load-demonstration says how many employers it has invented, and with what they sign in', async () => {
  await loadDemonstration.run(errand())
  expect(said).toEqual(['220 invented employers. Everybody signs in with the password "demonstration".'])
})

test.each([
  'preparer@thornmere-trust.example',
  'contributor@thornmere-trust.example',
  'signatory@thornmere-trust.example',
  'preparer@eastvale-council.example',
  'preparer@wrenbrook-trust.example',
  'signatory@wrenbrook-trust.example',
  'network@benchmarking.example',
  'analyst@benchmarking.example',
  'admin@benchmarking.example',
])('%s can sign in with the password demonstration', async (email) => {
  await signIn(email, 'demonstration')
})

test('said twice, it refuses in one sentence and changes nothing', async () => {
  const before = await sql.query('select count(*) from cell_changes')
  await expect(loadDemonstration.run(errand())).rejects.toThrow(/^This database already has organisations: [^.]*\.$/)
  expect((await sql.query('select count(*) from cell_changes')).rows).toEqual(before.rows)
})

test('a word it does not know is said back, with those it knows', async () => {
  await expect(loadDemonstration.run(errand('--all'))).rejects.toThrow(
    '"--all" is not known here: write load-demonstration, or load-demonstration --complete',
  )
})
