import { readFileSync } from 'node:fs'
import { readConfig, variableNames } from '../server/config'

const secret = 'a-secret-of-at-least-32-characters'

describe('the environment', () => {
  test('when nothing is set, is enough for a demonstration on this machine', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: 'localhost',
      databaseUrl: undefined,
      publicUrl: 'http://localhost:3000',
      role: 'all',
      trustProxy: false,
      requireTwoFactor: false,
      oidc: undefined,
    })
  })

  test('says a default again when a variable is set to nothing', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', TRUST_PROXY: '' })).toEqual(readConfig({}))
  })

  test('gives what is set, in the type it is used as', () => {
    const config = readConfig({
      PORT: '8080',
      DATABASE_URL: 'postgres://app:secret@db.example/returns',
      SESSION_SECRET: secret,
      PUBLIC_URL: 'https://returns.network.example/',
      TRUST_PROXY: '1',
      REQUIRE_TWO_FACTOR: 'true',
      MAIL_PER_MINUTE: '60',
      OIDC_ISSUER: 'https://identity.example',
      OIDC_CLIENT_ID: 'returns',
      OIDC_CLIENT_SECRET: 'known to two',
    })
    expect(config).toMatchObject({
      port: 8080,
      publicUrl: 'https://returns.network.example',
      trustProxy: 1,
      requireTwoFactor: true,
      mailPerMinute: 60,
      oidc: { issuer: 'https://identity.example', clientId: 'returns', clientSecret: 'known to two' },
    })
  })

  test('takes proxies by number or by address, and not "true", which would believe anybody', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, loopback' }).trustProxy).toBe('10.0.0.0/8, loopback')
    expect(() => readConfig({ TRUST_PROXY: 'true' })).toThrow('TRUST_PROXY is "true": it must be how many proxies')
  })

  test('links begin at the port it listens on unless told otherwise', () => {
    expect(readConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000')
  })

  test('reports all mistakes together, each with what was given and what is allowed', () => {
    const read = () => readConfig({ PORT: '70000', ROLE: 'boss', POOL_SIZE: 'ten', LOG_LEVEL: 'loud' })
    expect(read).toThrow('PORT is "70000": it must be a whole number from 0 to 65535 (0 takes any free port).')
    expect(read).toThrow('ROLE is "boss": it must be web, worker or all.')
    expect(read).toThrow('POOL_SIZE is "ten": it must be a whole number from 1 to 100.')
    expect(read).toThrow('LOG_LEVEL is "loud": it must be silent, fatal, error, warn, info, debug or trace.')
  })

  test('never says a secret back', () => {
    const read = () => readConfig({ DATABASE_URL: 'mysql://app:hush@db.example', SESSION_SECRET: 'hush-hush' })
    expect(read).toThrow('DATABASE_URL is not right')
    expect(read).toThrow('SESSION_SECRET is not right')
    expect(read).not.toThrow('hush')
  })

  test('wants a session secret as soon as there is a real database', () => {
    const databaseUrl = 'postgres://db.example/returns'
    expect(() => readConfig({ DATABASE_URL: databaseUrl })).toThrow('SESSION_SECRET is not set')
    expect(readConfig({ DATABASE_URL: databaseUrl, SESSION_SECRET: secret }).databaseUrl).toBe(databaseUrl)
  })

  test('wants everything about the identity provider, or nothing', () => {
    const read = () => readConfig({ OIDC_ISSUER: 'https://identity.example' })
    expect(read).toThrow('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not set')
  })

  test('is explained by .env.example: every variable that is read, and no other', () => {
    const example = readFileSync('.env.example', 'utf8')
    const explained = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(explained.sort()).toEqual([...variableNames].sort())
  })

  test('has in .env.example the defaults that are in force', () => {
    const lines = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)
    const example = Object.fromEntries([...lines].map(([, name, value]) => [name, value]))
    expect(readConfig(example)).toEqual(readConfig({}))
  })
})
