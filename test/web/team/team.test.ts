import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { linkSentTo } from '../../support/links'
import { make } from '../../support/make'

const app = useApp()
const { db, sql, signIn, visitor } = app

const roles = async (organisationId: string) =>
  (
    await sql.query<{ name: string; role: string }>(
      'select name, role from memberships join people on id = person_id where organisation_id = $1 order by role',
      [organisationId],
    )
  ).rows.map(({ name, role }) => `${name}, ${role}`)

const lettersTo = async (email: string) =>
  (
    await sql.query<{ subject: string }>('select subject from post where to_address = $1 order by created_at', [email])
  ).rows.map(({ subject }) => subject)

describe('the team', () => {
  test('shows who works for the employer, who was invited, and which sections were given', async () => {
    const { organisationId, preparer } = await make(db).employer()
    const somebody = await signIn(preparer.email)
    await somebody.post('/team/invitations', {
      organisation: organisationId,
      email: 'New@Trust.example',
      role: 'signatory',
    })

    const { text } = await somebody.get('/team')
    for (const each of ['Dilys Marlow (you)', 'Tomos Hale', 'Ines Corrie', 'new@trust.example', 'Not answered yet']) {
      expect(text).toContain(each)
    }
    expect(text).toMatch(/Tomos Hale[\s\S]*?data-label="Sections">F</)
  })

  test.each([
    [{ email: 'not an address', role: 'contributor' }, 'Enter an email address'],
    [{ email: 'a@trust.example' }, 'Choose what they will do'],
    [{ email: 'a@trust.example', role: 'admin' }, 'Choose what they will do'],
  ])('invites nobody with %j, and keeps what was typed', async (fields, says) => {
    const { organisationId, preparer } = await make(db).employer()
    const answer = await (
      await signIn(preparer.email)
    ).post('/team/invitations', { organisation: organisationId, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain(`value="${fields.email}"`)
    expect((await sql.query('select 1 from invitations where organisation_id = $1', [organisationId])).rows).toEqual([])
  })

  test('invites nobody who is in it already', async () => {
    const { organisationId, preparer, signatory } = await make(db).employer()
    const fields = { organisation: organisationId, email: signatory.email.toUpperCase(), role: 'contributor' }
    const answer = await (await signIn(preparer.email)).post('/team/invitations', fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('is in your team already')
  })

  test('sends at most forty invitations of one preparer in an hour', async () => {
    const { organisationId, preparer } = await make(db).employer()
    const somebody = await signIn(preparer.email)
    const invite = (email: string) =>
      somebody.post('/team/invitations', { organisation: organisationId, email, role: 'contributor' })
    await invite('first@trust.example')
    await sql.query(`update throttles set tries = 40 where key like 'invite by%'`)
    expect((await invite('last@trust.example')).status).toBe(429)
    expect(await lettersTo('last@trust.example')).toEqual([])
  })
})

describe('a colleague', () => {
  test('who is removed finds nothing any more at their next request', async () => {
    const { organisationId, preparer, signatory, return: made } = await make(db).employer()
    const removed = await signIn(signatory.email)
    expect((await removed.get(`/returns/${made.id}`)).status).toBe(200)

    const by = await signIn(preparer.email)
    const answer = await by.post(`/team/people/${signatory.id}/removal`, { organisation: organisationId })
    expect(answer.status).toBe(303)
    expect((await removed.get(`/returns/${made.id}`)).status).toBe(404)
    expect((await by.get('/team')).text).toContain('Ines Corrie has been removed')
  })

  test('whose role changes may do what goes with it at their next request, and keeps sections only as a contributor', async () => {
    const { organisationId, preparer, contributor, return: made } = await make(db).employer()
    const changed = await signIn(contributor.email)
    expect((await changed.get('/team')).status).toBe(404)
    expect((await changed.get(`/returns/${made.id}/sections/b`)).status).toBe(404)

    const by = await signIn(preparer.email)
    const path = `/team/people/${contributor.id}/role`
    expect((await by.post(path, { organisation: organisationId, role: 'preparer' })).status).toBe(303)
    expect((await changed.get('/team')).status).toBe(200)
    expect((await changed.get(`/returns/${made.id}/sections/b`)).status).toBe(200)

    await by.post(path, { organisation: organisationId, role: 'contributor' })
    expect((await changed.get('/team')).status).toBe(404)
    expect((await changed.get(`/returns/${made.id}/sections/f`)).status).toBe(404)
  })

  test('cannot be oneself: whoever gives up preparing hands over', async () => {
    const { organisationId, preparer } = await make(db).employer()
    const by = await signIn(preparer.email)
    for (const [deed, fields] of [
      ['removal', {}],
      ['role', { role: 'signatory' }],
    ] as const) {
      const answer = await by.post(`/team/people/${preparer.id}/${deed}`, { organisation: organisationId, ...fields })
      expect(answer.status).toBe(404)
    }
    expect(await roles(organisationId)).toContain('Dilys Marlow, preparer')
  })

  test('who is removed leaves no invitations behind', async () => {
    const { organisationId, preparer, contributor } = await make(db).employer()
    const by = await signIn(preparer.email)
    await by.post(`/team/people/${contributor.id}/role`, { organisation: organisationId, role: 'preparer' })
    const other = await signIn(contributor.email)
    await other.post('/team/invitations', {
      organisation: organisationId,
      email: 'crony@trust.example',
      role: 'preparer',
    })
    await by.post(`/team/people/${contributor.id}/removal`, { organisation: organisationId })
    expect((await visitor().get(await linkSentTo(app, 'crony@trust.example', 'invitation'))).status).toBe(410)
  })
})

describe('two preparers', () => {
  test('who remove each other at the same moment leave one of them', async () => {
    const { organisationId, preparer } = await make(db).employer()
    const second = await make(db).person({ organisationId, role: 'preparer', name: 'Hesper Lowe' })
    const [one, other] = [await signIn(preparer.email), await signIn(second.email)]
    await Promise.all([one.csrf(), other.csrf()])
    await Promise.all([
      one.post(`/team/people/${second.id}/removal`, { organisation: organisationId }),
      other.post(`/team/people/${preparer.id}/removal`, { organisation: organisationId }),
    ])
    expect((await roles(organisationId)).filter((each) => each.endsWith('preparer'))).toHaveLength(1)
  })
})

describe('handing over', () => {
  test.each([
    ['leaves the team', 'no', 404],
    ['stays as a contributor', 'yes', 200],
  ])('makes the successor preparer, and whoever hands over %s', async (_what, stays, status) => {
    const { organisationId, preparer, signatory, return: made } = await make(db).employer()
    await setClock(sql, '2020-02-01T09:00:00Z')
    const by = await signIn(preparer.email)
    await by.post('/team/invitations', {
      organisation: organisationId,
      email: `guest-${stays}@trust.example`,
      role: 'signatory',
    })

    const answer = await by.post('/team/hand-over', { organisation: organisationId, successor: signatory.id, stays })
    expect(answer.status).toBe(303)
    expect(await roles(organisationId)).toContain('Ines Corrie, preparer')
    expect((await by.get('/team')).status).toBe(404)
    expect((await by.get(`/returns/${made.id}`)).status).toBe(status)
    expect((await (await signIn(signatory.email)).get('/team')).status).toBe(200)
    const history = (await (await signIn(signatory.email)).get(`/returns/${made.id}/history`)).text
    expect(history).toContain('Dilys Marlow handed the return over to Ines Corrie')
    expect(await lettersTo(preparer.email)).toContainEqual(expect.stringContaining('you have handed over'))
    expect(await lettersTo(signatory.email)).toContainEqual(expect.stringContaining('you now prepare'))
    expect((await visitor().get(await linkSentTo(app, `guest-${stays}@trust.example`, 'invitation'))).status).toBe(200)
  })

  test('is to a colleague of the same team only', async () => {
    const { organisationId, preparer } = await make(db).employer()
    const stranger = (await make(db).employer()).preparer
    const by = await signIn(preparer.email)
    for (const successor of [stranger.id, preparer.id, '']) {
      const answer = await by.post('/team/hand-over', { organisation: organisationId, successor, stays: 'no' })
      expect(answer.status).toBe(422)
    }
    expect(await roles(organisationId)).toContain('Dilys Marlow, preparer')
  })
})

describe('somebody who prepares for two employers', () => {
  async function preparerOfTwo() {
    const first = await make(db).employer()
    const second = await make(db).employer({ type: 'local_authority' })
    await make(db).member({ personId: first.preparer.id, organisationId: second.organisationId, role: 'preparer' })
    return { first, second, somebody: await signIn(first.preparer.email) }
  }

  test('changes the one that the form was drawn for, whatever they looked at last', async () => {
    const { first, second, somebody } = await preparerOfTwo()
    await somebody.get(`/team?organisation=${second.organisationId}`)
    const fields = { organisation: first.organisationId, email: 'drawn@trust.example', role: 'contributor' }
    await somebody.post(`/team/invitations?organisation=${second.organisationId}`, fields)
    const { rows } = await sql.query('select organisation_id from invitations where email = $1', [
      'drawn@trust.example',
    ])
    expect(rows).toEqual([{ organisation_id: first.organisationId }])
  })

  test('chooses between them', async () => {
    const { first, second, somebody } = await preparerOfTwo()
    for (const [shown, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { text } = await somebody.get(`/team?organisation=${shown.organisationId}`)
      expect(text).toContain(`name="organisation" value="${shown.organisationId}"`)
      expect(text).toContain(`/team?organisation=${other.organisationId}`)
    }
  })

  test('changes nothing with a form that does not say for which', async () => {
    const { first, somebody } = await preparerOfTwo()
    const invite = await somebody.post('/team/invitations', { email: 'lost@trust.example', role: 'contributor' })
    expect(invite.status).toBe(422)
    const removal = await somebody.post(`/team/people/${first.signatory.id}/removal`)
    expect([404, 422]).toContain(removal.status)
    expect(await roles(first.organisationId)).toContain('Ines Corrie, signatory')
    expect(await lettersTo('lost@trust.example')).toEqual([])
  })
})

describe('the team of another employer', () => {
  test('does not exist, neither to look at nor to change', async () => {
    const theirs = await make(db).employer()
    const somebody = await signIn((await make(db).employer()).preparer.email)
    const organisation = theirs.organisationId
    expect((await somebody.get(`/team?organisation=${organisation}`)).status).toBe(404)
    expect((await somebody.get(`/team/people/${theirs.signatory.id}`)).status).toBe(404)
    for (const [path, fields] of [
      ['/team/invitations', { email: 'mole@trust.example', role: 'preparer' }],
      [`/team/people/${theirs.signatory.id}/role`, { role: 'contributor' }],
      [`/team/people/${theirs.signatory.id}/removal`, {}],
      ['/team/hand-over', { successor: theirs.signatory.id, stays: 'no' }],
    ] as const) {
      expect((await somebody.post(path, { organisation, ...fields })).status).toBe(404)
    }
    expect(await roles(organisation)).toEqual([
      'Tomos Hale, contributor',
      'Dilys Marlow, preparer',
      'Ines Corrie, signatory',
    ])
    expect(await lettersTo('mole@trust.example')).toEqual([])
  })

  test('has nobody in it whom one could change through one’s own', async () => {
    const theirs = await make(db).employer()
    const own = await make(db).employer()
    const somebody = await signIn(own.preparer.email)
    const path = `/team/people/${theirs.signatory.id}/removal`
    expect((await somebody.post(path, { organisation: own.organisationId })).status).toBe(404)
    expect(await roles(theirs.organisationId)).toContain('Ines Corrie, signatory')
  })
})
