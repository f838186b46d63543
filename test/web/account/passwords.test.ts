import { answerPasswordRequests } from '../../../server/actions/answerPasswordRequests'
import { useApp } from '../../support/app'
import { linkSentTo, passwordLinkFor, placesOf } from '../../support/links'
import { make, password as present } from '../../support/make'

const app = useApp()
const { db, sql, lines, services, signIn, visitor } = app

const chosen = 'purple lantern by the river'
const employed = async () => (await make(db).employer()).preparer

const lettersTo = async (email: string, kind: string) => {
  const { rows } = await sql.query('select 1 from post where to_address = $1 and kind = $2', [email, kind])
  return rows.length
}

/** Chooses a password with a link, as the page does. */
const choose = (link: string, password = chosen) => visitor().post(link, { password })

beforeEach(() => sql.query('truncate throttles, password_requests'))

/** Real time passes for this link. */
const minutesPass = (minutes: number) =>
  sql.query('update password_tokens set expires_at = expires_at - make_interval(mins => $1)', [minutes])

describe('a forgotten password', () => {
  test('is chosen anew by the link in a letter, and nobody is signed in by that', async () => {
    const { email } = await employed()
    const elsewhere = await signIn(email)
    const link = await passwordLinkFor(app, email)

    const answer = await choose(link)
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in'])
    expect((await elsewhere.get('/returns')).headers.location).toBe('/sign-in?next=%2Freturns')
    expect((await visitor().signIn(email, present)).status).toBe(422)
    expect((await visitor().signIn(email, chosen)).headers.location).toBe('/returns')
    expect(await lettersTo(email, 'password_changed')).toBe(1)
  })

  test('is answered with the same words whoever asks', async () => {
    const known = (await employed()).email
    const left = await employed()
    await sql.query('update people set deactivated_at = clock_timestamp() where id = $1', [left.id])

    const answers = []
    for (const email of [known, left.email, 'nobody@thornmere-trust.example']) {
      const somebody = visitor()
      const asked = await somebody.post('/forgotten-password', { email })
      const page = await somebody.get('/sign-in')
      answers.push([
        asked.status,
        asked.headers.location,
        page.text.replaceAll(email, 'EMAIL').match(/If EMAIL[^<]*/)?.[0],
      ])
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.[2]).toContain('a letter with a link is on its way')
  })

  test('is looked up only afterwards, and leads to a letter only for those who have an account', async () => {
    const left = await employed()
    await sql.query('update people set deactivated_at = clock_timestamp() where id = $1', [left.id])
    const { email } = await employed()
    for (const each of [email, left.email, 'nobody@eastvale-council.example']) {
      await visitor().post('/forgotten-password', { email: each })
    }

    expect(await lettersTo(email, 'password_reset')).toBe(0)
    expect(await answerPasswordRequests(services)).toBe(1)
    expect(await lettersTo(email, 'password_reset')).toBe(1)
    expect(await answerPasswordRequests(services)).toBe(0)
  })

  test('is answered with five letters an hour, and with the same words however often somebody asks', async () => {
    const { email } = await employed()
    const answers = []
    for (let asked = 1; asked <= 7; asked += 1) {
      answers.push((await visitor().post('/forgotten-password', { email })).status)
      await answerPasswordRequests(services)
    }
    expect(answers).toEqual([303, 303, 303, 303, 303, 303, 303])
    expect(await lettersTo(email, 'password_reset')).toBe(5)
  })

  test('may be asked for from one place two hundred times in a quarter of an hour', async () => {
    await visitor().post('/forgotten-password', { email: 'first@thornmere-trust.example' })
    await sql.query('update throttles set tries = 200')
    const answer = await visitor().post('/forgotten-password', { email: 'last@thornmere-trust.example' })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a link for a new password', () => {
  test('is not used up by looking at it, as those who check mail for viruses do', async () => {
    const { email } = await employed()
    const link = await passwordLinkFor(app, email)
    for (let looks = 0; looks < 5; looks += 1) {
      expect((await visitor().get(link)).status).toBe(200)
      expect((await visitor().agent.head(link)).status).toBe(200)
    }
    expect((await choose(link)).status).toBe(303)
  })

  test('works once, also when it is sent twenty times at the same moment', async () => {
    const { email } = await employed()
    const link = await passwordLinkFor(app, email)
    const visitors = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const somebody = visitor()
        await somebody.csrf()
        return somebody
      }),
    )
    const answers = await Promise.all(
      visitors.map((somebody, at) => somebody.post(link, { password: `${chosen} number ${at}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 410)])
    expect(await lettersTo(email, 'password_changed')).toBe(1)
    expect((await choose(link)).status).toBe(410)
  })

  test('works for an hour, and only until a newer one is asked for', async () => {
    const { email } = await employed()
    const older = await passwordLinkFor(app, email)
    const newer = await passwordLinkFor(app, email)
    expect((await choose(older)).status).toBe(410)

    await minutesPass(59)
    expect((await visitor().get(newer)).status).toBe(200)
    await minutesPass(2)
    expect((await visitor().get(newer)).status).toBe(410)
    expect((await choose(newer)).status).toBe(410)
  })

  test('does not work for somebody who has left', async () => {
    const { id, email } = await employed()
    const link = await passwordLinkFor(app, email)
    await sql.query('update people set deactivated_at = clock_timestamp() where id = $1', [id])
    expect((await choose(link)).status).toBe(410)
  })

  test('looks the same whether it was used, is too old, or never was', async () => {
    const { email } = await employed()
    const link = await passwordLinkFor(app, email)
    await choose(link)
    const plain = (text: string) => text.replace(/nonce="[^"]*"|value="[^"]*"/g, '')
    const used = await visitor().get(link)
    const never = await visitor().get('/password/never-was')
    expect(plain(used.text)).toBe(plain(never.text))
    expect(used.text).toContain('This link does not work')
  })

  test('stands nowhere in the database and nowhere in the log, and tells no other site of itself', async () => {
    const { email } = await employed()
    const link = await passwordLinkFor(app, email)
    const page = await visitor().get(link)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['cache-control']).toBe('no-store')
    await choose(link, 'short')
    await choose(link)
    const token = link.split('/').at(-1) ?? ''
    expect(token).toHaveLength(43)
    expect(await placesOf(sql, token)).toEqual([])
    expect(lines.join('')).not.toContain(token)
    expect(await placesOf(sql, email)).toContain('people')
  })

  test('leads to the address of the service, whatever the request called it', async () => {
    const { email } = await employed()
    const somebody = visitor()
    const fields = { _csrf: await somebody.csrf(), email }
    await somebody.agent.post('/forgotten-password').set('X-Forwarded-Host', 'evil.test').type('form').send(fields)
    await answerPasswordRequests(services)
    const { rows } = await sql.query<{ href: string }>(
      `select button->>'href' as href from post where to_address = $1`,
      [email],
    )
    expect(rows[0]?.href).toMatch(/^http:\/\/localhost:3000\/password\/\{[\da-f-]{36}\}$/)
    expect(await linkSentTo(app, email, 'password_reset')).toMatch(/^\/password\/[\w-]{43}$/)
  })

  test('is sent from a page that tells nobody where it is, and still counts as ours', async () => {
    const { email } = await employed()
    const link = await passwordLinkFor(app, email)
    const somebody = visitor()
    const fields = { _csrf: await somebody.csrf(), password: chosen }
    const send = (site: string) =>
      somebody.agent.post(link).set({ Origin: 'null', 'Sec-Fetch-Site': site }).type('form').send(fields)
    expect((await send('cross-site')).status).toBe(403)
    expect((await send('same-origin')).status).toBe(303)
  })
})

describe('a password', () => {
  const refused = async (link: string, password: string) => {
    const answer = await choose(link, password)
    return [
      answer.status,
      /id="password-error"[\s\S]*?<\/p>/
        .exec(answer.text)?.[0]
        .replace(/<[^>]*>/g, '')
        .trim(),
    ]
  }

  test.each([
    ['is too short', 'seven77', 'This password has 7 characters. It must have at least 12'],
    ['is common', 'qwertyuiop12', 'too easy to guess'],
    ['repeats itself', 'passwordpassword', 'too easy to guess'],
    ['names the service', 'My Workforce-Returns key 7!', 'contains a name'],
    ['is too long', 'x9 '.repeat(43), 'at most 128 characters'],
    ['is a book', 'a'.repeat(600_000), 'at most 128 characters'],
  ])('is refused where it %s', async (_why, typed, says) => {
    const { email } = await employed()
    const [status, said] = await refused(await passwordLinkFor(app, email), typed)
    expect(status).toBe(422)
    expect(said).toContain(says)
  })

  test('is refused where it contains the name of the organisation or of its person', async () => {
    const { email } = await employed()
    const link = await passwordLinkFor(app, email)
    expect(await refused(link, 'T-H-O-R-N-M-E-R-E and 7 zebras')).toEqual([
      422,
      expect.stringContaining('contains a name'),
    ])
    expect(await refused(link, 'the quiet marlow zebra 44')).toEqual([422, expect.stringContaining('contains a name')])
  })

  test.each([
    ['spaces at the end', 'purple lantern by the river  '],
    ['signs of all kinds', 'šnek 🐌 dvě lžíce 🥄 ticho'],
    ['a character that cannot be seen', 'purple\u0000lantern by the river'],
    ['128 characters', 'violet otter carries nine umbrellas '.repeat(4).slice(0, 128)],
  ])('is kept exactly as typed, with %s', async (_what, typed) => {
    const { email } = await employed()
    expect((await choose(await passwordLinkFor(app, email), typed)).status).toBe(303)
    expect((await visitor().signIn(email, typed)).status).toBe(303)
    expect((await visitor().signIn(email, typed.trimEnd().slice(0, -1))).status).toBe(422)
  })

  test('lets in at once whoever had tried the forgotten one too often', async () => {
    const { email } = await employed()
    for (let tries = 0; tries < 11; tries += 1) await visitor().signIn(email, 'not the password')
    expect((await visitor().signIn(email, present)).status).toBe(429)
    await choose(await passwordLinkFor(app, email))
    expect((await visitor().signIn(email, chosen)).status).toBe(303)
  })
})
