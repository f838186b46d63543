import { demonstrationPassword, loadDemonstration } from '../../server/demonstration/loadDemonstration'
import { useApp } from '../support/app'

const { db, services, signIn } = useApp()

beforeAll(async () => {
  await loadDemonstration(db, { passwordHash: await services.passwords.hash(demonstrationPassword) })
}, 60_000)

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
