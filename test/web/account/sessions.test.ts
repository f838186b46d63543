import { useApp } from '../../support/app'
import { passwordLinkFor } from '../../support/links'
import { make, password as present } from '../../support/make'

const app = useApp()
const { db, sql, signIn, visitor } = app

const chosen = 'purple lantern by the river'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

describe("one's own account", () => {
  test('changes the password for whoever knows the present one, and ends every other session', async () => {
    const { preparer } = await make(db).employer()
    const here = await signIn(preparer.email)
    const elsewhere = await signIn(preparer.email)

    const answer = await here.post('/account/password', { present, password: chosen })
    expect([answer.status, answer.headers.location]).toEqual([303, '/account'])
    here.forget()
    expect((await here.get('/account')).text).toContain('You have a new password')
    expect((await elsewhere.get('/returns')).headers.location).toBe('/sign-in?next=%2Freturns')
    expect((await visitor().signIn(preparer.email, present)).status).toBe(422)
    expect((await visitor().signIn(preparer.email, chosen)).status).toBe(303)
    const { rows } = await sql.query('select subject from post where to_address = $1', [preparer.email])
    expect(rows).toEqual([{ subject: 'Your password for Workforce Returns has been changed' }])
  })

  test('gives a new session with the new password: a copy of the old one signs nobody in', async () => {
    const { preparer } = await make(db).employer()
    const here = await signIn(preparer.email)
    const before = (await sql.query('select id_hash from sessions where person_id = $1', [preparer.id])).rows
    await here.post('/account/password', { present, password: chosen })
    const after = (await sql.query('select id_hash from sessions where person_id = $1', [preparer.id])).rows
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
  })

  test('changes nothing for whoever does not know it, and lets them try ten times', async () => {
    const { preparer } = await make(db).employer()
    const here = await signIn(preparer.email)
    const statuses = []
    for (let tries = 0; tries < 11; tries += 1) {
      statuses.push((await here.post('/account/password', { present: 'a guess', password: chosen })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    expect((await visitor().signIn(preparer.email, present)).status).toBe(303)
  })

  test('makes links for another password useless', async () => {
    const { preparer } = await make(db).employer()
    const link = await passwordLinkFor(app, preparer.email)
    await (await signIn(preparer.email)).post('/account/password', { present, password: chosen })
    expect((await visitor().get(link)).status).toBe(410)
  })

  test('shows with what and where one is signed in, and ends it there', async () => {
    const { preparer } = await make(db).employer()
    const elsewhere = visitor()
    elsewhere.agent.set('User-Agent', firefox)
    await elsewhere.signIn(preparer.email)
    const here = await signIn(preparer.email)

    const page = (await here.get('/account')).text
    expect(page).toContain('Firefox on Windows')
    expect(page).toContain('just now')
    const [, session = ''] = /name="session" value="([\w-]{43})"/.exec(page) ?? []
    expect((await here.post('/account/ended-sessions', { session })).status).toBe(303)
    expect((await elsewhere.get('/returns')).headers.location).toBe('/sign-in?next=%2Freturns')
    expect((await here.get('/account')).text).not.toContain('Firefox on Windows')
  })

  test('ends all other sessions, and nobody else’s', async () => {
    const { preparer, signatory } = await make(db).employer()
    const others = [await signIn(preparer.email), await signIn(preparer.email)]
    const colleague = await signIn(signatory.email)
    const here = await signIn(preparer.email)

    await here.post('/account/ended-sessions', { session: 'others' })
    for (const other of others) expect((await other.get('/account')).status).toBe(302)
    expect((await here.get('/account')).status).toBe(200)
    expect((await colleague.get('/account')).status).toBe(200)
  })

  test('cannot end the session of somebody else', async () => {
    const { preparer, signatory } = await make(db).employer()
    const colleague = await signIn(signatory.email)
    const { rows } = await sql.query<{ id_hash: Buffer }>('select id_hash from sessions where person_id = $1', [
      signatory.id,
    ])
    const session = rows[0]?.id_hash.toString('base64url') ?? ''
    await (await signIn(preparer.email)).post('/account/ended-sessions', { session })
    expect((await colleague.get('/account')).status).toBe(200)
  })
})
