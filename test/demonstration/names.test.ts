import { employers, employersIn2022 } from '../../server/demonstration/employers'
import { analyst, admin, network } from '../../server/demonstration/staff'

const count = (type: string) => employers.filter((employer) => employer.type === type).length
const unique = (things: readonly unknown[]) => new Set(things).size

test('about 220 employers: 55 trusts, 151 councils, some independent and voluntary', () => {
  expect([count('nhs_trust'), count('local_authority'), count('independent'), count('voluntary')]).toEqual([
    55, 151, 8, 6,
  ])
})

test('no trust and no council has a code that could be real', () => {
  for (const { type, code, cassrCode } of employersIn2022) {
    if (type === 'nhs_trust') expect(code).toMatch(/^T[89][A-Z0-9]$/)
    if (type === 'local_authority') {
      expect(code).toMatch(/^E(06|08|09|10)9\d{5}$/)
      expect(cassrCode).toMatch(/^(9[3-9]\d|0\d\d)$/)
    }
  }
})

test('every code, council code, name, place and address is there once', () => {
  const employers = employersIn2022
  const councils = employers.filter(({ type }) => type === 'local_authority')
  expect(unique(employers.map(({ code }) => code))).toBe(employers.length)
  expect(unique(councils.map(({ cassrCode }) => cassrCode))).toBe(councils.length)
  expect(unique(employers.map(({ name }) => name))).toBe(employers.length)
  expect(unique(employers.map(({ place }) => place))).toBe(employers.length)
  const people = employers.flatMap((employer) => employer.people)
  expect(unique(people.map(({ email }) => email))).toBe(people.length)
  expect(unique(people.map(({ name }) => name))).toBe(people.length)
})

test('every address ends in .example and every telephone number is one kept for invention', () => {
  for (const { emailDomains, people } of employers) {
    expect(emailDomains).toEqual([expect.stringMatching(/\.example$/)])
    for (const { email, telephone } of people) {
      expect(email).toMatch(/@[a-z]+-(trust|council|care|charity)\.example$/)
      expect(telephone).toMatch(/^01632 960 \d{3}$/)
    }
  }
  for (const { email } of [network, analyst, admin]) expect(email).toMatch(/@benchmarking\.example$/)
})

test('the accounts of the contract are there', () => {
  const accounts = employers.flatMap(({ name, people }) => people.map(({ email, role }) => `${name}: ${role} ${email}`))
  expect(accounts).toEqual(
    expect.arrayContaining([
      'Thornmere Partnership NHS Trust: preparer preparer@thornmere-trust.example',
      'Thornmere Partnership NHS Trust: contributor contributor@thornmere-trust.example',
      'Thornmere Partnership NHS Trust: signatory signatory@thornmere-trust.example',
      'Eastvale Council: preparer preparer@eastvale-council.example',
      'Wrenbrook Partnership NHS Trust: preparer preparer@wrenbrook-trust.example',
      'Wrenbrook Partnership NHS Trust: signatory signatory@wrenbrook-trust.example',
    ]),
  )
})

test('populations are those of trusts and councils in England', () => {
  const together = (type: string) =>
    employers
      .filter((employer) => employer.type === type)
      .reduce((total, { popRegistered, popResident }) => total + (popRegistered ?? popResident ?? 0), 0)
  expect(together('nhs_trust')).toBeGreaterThan(45_000_000)
  expect(together('nhs_trust')).toBeLessThan(65_000_000)
  expect(together('local_authority')).toBeGreaterThan(45_000_000)
  expect(together('local_authority')).toBeLessThan(65_000_000)
})
