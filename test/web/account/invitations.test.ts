import { randomBytes } from 'node:crypto'
import { useApp } from '../../support/app'
import { linkSentTo, placesOf } from '../../support/links'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const app = useApp()
const { db, sql, lines, signIn, visitor } = app

const password = 'purple lantern by the river'
const account = { name: 'Wilf Tarn', password }
const newAddress = () => `wilf.${randomBytes(4).toString('hex')}@thornmere-trust.example`

/** An employer whose preparer has invited somebody. */
async function invited({ email = newAddress(), role = 'contributor' } = {}) {
  const employer = await make(db).employer()
  const preparer = await signIn(employer.preparer.email)
  const invite = (fields: Record<string, string> = {}) =>
    preparer.post('/team/invitations', { organisation: employer.organisationId, email, role, ...fields })
  const answer = await invite()
  return { ...employer, email, answer, invite, by: preparer, link: await linkSentTo(app, email, 'invitation') }
}

const memberships = async (email: string) =>
  (
    await sql.query('select organisation_id, role from memberships join people on id = person_id where email = $1', [
      email,
    ])
  ).rows

const accept = (link: string, who: Visitor = visitor(), fields: Record<string, string> = account) =>
  who.post(link, fields)

beforeEach(() => sql.query('truncate throttles'))

describe('an invitation', () => {
  test('makes an account for whoever it was sent to, in the organisation and role that it says', async () => {
    const { email, link, organisationId } = await invited({ role: 'signatory' })
    const answer = await accept(link)
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in'])
    expect(await memberships(email)).toEqual([{ organisation_id: organisationId, role: 'signatory' }])
    expect((await visitor().signIn(email, password)).headers.location).toBe('/returns')
  })

  test('takes organisation, role and address from itself, whatever else is sent', async () => {
    const other = await make(db).organisation()
    const { email, link, organisationId } = await invited()
    const more = { email: 'other@evil.example', role: 'preparer', organisation: other.id, organisation_id: other.id }
    await accept(link, visitor(), { ...account, ...more })
    expect(await memberships(email)).toEqual([{ organisation_id: organisationId, role: 'contributor' }])
    expect(await memberships('other@evil.example')).toEqual([])
  })

  test('is not used up by looking at it', async () => {
    const { link } = await invited()
    for (let looks = 0; looks < 5; looks += 1) {
      expect((await visitor().get(link)).status).toBe(200)
      expect((await visitor().agent.head(link)).status).toBe(200)
    }
    expect((await accept(link)).status).toBe(303)
  })

  test('makes one account, also when it is accepted twenty times at the same moment', async () => {
    const { email, link } = await invited()
    const visitors = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const somebody = visitor()
        await somebody.csrf()
        return somebody
      }),
    )
    const answers = await Promise.all(visitors.map((somebody) => accept(link, somebody)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410 || status === 409)).toHaveLength(19)
    expect(await memberships(email)).toHaveLength(1)
  })

  test('asks for a name and a password that will do, and keeps the name', async () => {
    const { link, email } = await invited()
    const answer = await accept(link, visitor(), { name: 'Wilf Tarn', password: 'thornmere is the best' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('contains a name')
    expect(answer.text).toContain('value="Wilf Tarn"')
    expect(answer.text).not.toContain('thornmere is the best')
    expect(await memberships(email)).toEqual([])
  })

  test.each([
    ['is fifteen days old', `update invitations set expires_at = expires_at - interval '15 days' where email = $1`],
    [
      'was sent by somebody who has left',
      `update people set deactivated_at = clock_timestamp()
      where id = (select invited_by from invitations where email = $1)`,
    ],
  ])('is refused when it %s', async (_what, happens) => {
    const { email, link } = await invited()
    await sql.query(happens, [email])
    expect((await visitor().get(link)).status).toBe(410)
    expect((await accept(link)).status).toBe(410)
    expect(await memberships(email)).toEqual([])
  })

  test('still holds after thirteen days', async () => {
    const { link } = await invited()
    await sql.query(`update invitations set expires_at = expires_at - interval '13 days'`)
    expect((await accept(link)).status).toBe(303)
  })

  test('is replaced by the one that is sent after it', async () => {
    const { email, link, invite } = await invited()
    await invite({ role: 'signatory' })
    const newer = await linkSentTo(app, email, 'invitation')
    expect((await accept(link)).status).toBe(410)
    expect((await accept(newer)).status).toBe(303)
    expect(await memberships(email)).toMatchObject([{ role: 'signatory' }])
  })

  test('can be taken back', async () => {
    const { by, email, link, organisationId } = await invited()
    const { rows } = await sql.query<{ id: string }>('select id from invitations where email = $1', [email])
    const taken = await by.post(`/team/invitations/${rows[0]?.id ?? ''}/revocation`, { organisation: organisationId })
    expect(taken.status).toBe(303)
    expect((await accept(link)).status).toBe(410)
  })

  test('cannot be taken back by another employer', async () => {
    const { email, link } = await invited()
    const other = await make(db).employer()
    const stranger = await signIn(other.preparer.email)
    const { rows } = await sql.query<{ id: string }>('select id from invitations where email = $1', [email])
    const path = `/team/invitations/${rows[0]?.id ?? ''}/revocation`
    expect((await stranger.post(path, { organisation: other.organisationId })).status).toBe(404)
    expect((await accept(link)).status).toBe(303)
  })

  test('stands nowhere in the database and nowhere in the log', async () => {
    const { link } = await invited()
    const page = await visitor().get(link)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    await accept(link)
    const token = link.split('/').at(-1) ?? ''
    expect(token).toHaveLength(43)
    expect(await placesOf(sql, token)).toEqual([])
    expect(lines.join('')).not.toContain(token)
  })
})

describe('somebody who has an account with another employer', () => {
  const colleagueElsewhere = async () => (await make(db).employer({ type: 'local_authority' })).preparer

  test('is invited like anybody else: the inviter is told nothing of it', async () => {
    const known = await colleagueElsewhere()
    const plain = (text: string, email: string) =>
      text.replaceAll(email, 'EMAIL').replace(/[\da-f-]{36}|nonce="[^"]*"|value="[^"]*"/g, '')
    const pages = []
    for (const email of [known.email, newAddress()]) {
      const { by, organisationId, answer } = await invited({ email })
      expect(answer.status).toBe(303)
      pages.push(
        plain((await by.get(`/team?organisation=${organisationId}`)).text, email).replace(/person-\w+@|Trust \w+/g, ''),
      )
    }
    expect(pages[0]).toBe(pages[1])
  })

  test('accepts by signing in, and keeps their name and password', async () => {
    const { email } = await colleagueElsewhere()
    const { link, organisationId } = await invited({ email, role: 'signatory' })
    const page = await visitor().get(link)
    expect(page.text).toContain(`/sign-in?next=${encodeURIComponent(link)}`)
    expect((await accept(link)).status).toBe(409)

    const somebody = await signIn(email)
    expect((await somebody.get(link)).text).toContain('Accept the invitation')
    expect((await somebody.post(link)).headers.location).toBe('/returns')
    expect(await memberships(email)).toContainEqual({ organisation_id: organisationId, role: 'signatory' })
    expect((await visitor().signIn(email, password)).status).toBe(422)
    expect((await somebody.post(link)).status).toBe(410)
  })

  test('is led back to the invitation after signing in', async () => {
    const { email } = await colleagueElsewhere()
    const { link } = await invited({ email })
    const somebody = visitor()
    const fields = { email, password: 'demonstration', next: link }
    expect((await somebody.post('/sign-in', fields)).headers.location).toBe(link)
    expect(lines.join('')).not.toContain(link.split('/').at(-1))
  })
})

describe('an invitation in the wrong hands', () => {
  test('is refused to whoever is signed in as somebody else', async () => {
    const { email, link } = await invited()
    const other = await make(db).employer()
    const somebody = await signIn(other.preparer.email)
    const answer = await accept(link, somebody)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(`This invitation is for <strong>${email}</strong>`)
    expect(await memberships(email)).toEqual([])
    expect(await memberships(other.preparer.email)).toHaveLength(1)
  })

  test('is refused to those who work for the network, and to those who have left', async () => {
    const staff = await make(db).person({ staffRole: 'network' })
    const toStaff = await invited({ email: staff.email })
    expect((await accept(toStaff.link, await signIn(staff.email))).status).toBe(409)
    expect(await memberships(staff.email)).toEqual([])

    const left = await make(db).person()
    const toLeft = await invited({ email: left.email })
    await sql.query('update people set deactivated_at = clock_timestamp() where id = $1', [left.id])
    expect((await accept(toLeft.link)).status).toBe(410)
  })
})
