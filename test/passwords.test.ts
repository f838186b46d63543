import { argonPasswords, TooManyHashes } from '../server/passwords'
import { cheapPasswords } from './support/passwords'

test('a password is kept at the least cost that OWASP advises for argon2id', async () => {
  const passwords = argonPasswords()
  const kept = await passwords.hash('a password that is long enough')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwords.matches('a password that is long enough', kept)).toBe(true)
  expect(await passwords.matches('another that is long enough', kept)).toBe(false)
})

test('two who have the same password are not kept alike', async () => {
  const { hash } = cheapPasswords()
  expect(await hash('the same')).not.toBe(await hash('the same'))
})

test('somebody unknown is let in by no password, and is reckoned with as everybody is', async () => {
  const { hash, matches } = argonPasswords()
  // What is reckoned once at the start is over by then.
  for (const each of ['one', 'two']) await hash(each)
  const before = process.cpuUsage()
  expect(await matches('whatever it is', null)).toBe(false)
  // A hash of this cost takes some milliseconds of any processor; to look at nothing takes none.
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeGreaterThan(3)
})

test('those who come when very many wait are sent away, and those who wait are let in', async () => {
  const { hash } = cheapPasswords()
  const answers = await Promise.allSettled(Array.from({ length: 110 }, () => hash('at once')))
  const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(refused).toHaveLength(8)
  for (const each of refused) expect(each).toBeInstanceOf(TooManyHashes)
  expect(refused[0]).toMatchObject({ status: 503 })
})
