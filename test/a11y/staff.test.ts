import { useApp } from '../support/app'
import { useEyes } from './eyes'
import { open } from './world'

const app = useApp({ demonstration: 'under way' })
const { sql } = app
const { as, at, door, expectFlawless, ids, sending } = useEyes(app)

describe('the network writing letters', () => {
  const chase = '/network/collections/mhsw-2019/chase'
  const written = { readers: 'both', subject: '{organisation}: {days left}', body: 'It closes {closes}: {link}' }

  test('sees a schedule that cannot be', async () => {
    const path = '/network/collections/mhsw-2019/reminders'
    await expectFlawless(await as('network'), sending(path, path, { days: '7, 6' }), 422)
    await expectFlawless(await as('network'), at(`${path}?show=bouncing`))
    await expectFlawless(await as('analyst'), at(path))
  })

  test('chooses nobody that there is, and writes what cannot be filled in', async () => {
    await expectFlawless(await as('network'), at(`${chase}?type=none`), 422)
    await expectFlawless(await as('network'), at(`${chase}?q=nobody`))
    const odd = { subject: 'x', body: 'Dear {nobody}, nothing.', readers: '' }
    await expectFlawless(await as('network'), sending(chase, chase, odd), 422)
    await expectFlawless(await as('analyst'), at(chase))
  })

  test('looks at letters before they go, sends them, holds them back and gives them up', async () => {
    const network = await as('network')
    await expectFlawless(network, sending(chase, chase, { ...written, type: 'local_authority' }))
    await expectFlawless(network, sending(chase, chase, { ...written, recent: 'yes', type: 'nhs_trust' }))
    const path = new URL(network.page.url()).pathname
    await expectFlawless(network, at(`${path}?for=thornmere`))
    await expectFlawless(network, at(`${path}?letter=3&page=2`))
    await expectFlawless(network, sending(path, `${path}/sending`, { mark: 'another list' }), 409)
    await network.page.getByRole('button', { name: /^Send \d+ letters$/ }).click()
    await network.page.waitForURL((url) => url.pathname === path)
    await expectFlawless(network, at(path))
    await expectFlawless(network, sending(path, `${path}/pause`, {}))
    await expectFlawless(network, sending(path, `${path}/pause`, {}), 409)
    await expectFlawless(network, sending(path, `${path}/cancellation`, {}))
    await expectFlawless(network, at(`/network/post?campaign=${path.split('/').at(-1) ?? ''}&state=not_needed`))
  })

  test('finds an address whose mail comes back', async () => {
    const { rows } = await sql.query<{ id: string }>(
      `select returns.id from returns join memberships using (organisation_id) join people on people.id = person_id
       where bouncing_since is not null limit 1`,
    )
    await expectFlawless(await as('network'), at(`/network/returns/${rows[0]?.id ?? ''}`))
  })
})

describe('the network', () => {
  test.each<[string, string, number?]>([
    ['a list narrowed to nobody', '/network/collections/mhsw-2019?q=nowhere'],
    ['a list in another order', '/network/collections/mhsw-2019?status=submitted&type=local_authority&sort=active'],
    ['whom to ring first', '/network/collections/mhsw-2019?view=ring'],
    ['what somebody has taken on', '/network/collections/mhsw-2019?owner=me&sort=-promised'],
    ['a view and a colleague that do not exist', '/network/collections/mhsw-2019?view=tired&owner=santa', 422],
    ['letters of one kind', '/network/post?state=failed'],
  ])('sees %s', async (_what, path, status = 200) => {
    await expectFlawless(await as('network'), at(path), status)
  })

  test('notes a call, wrongly and rightly, corrects it, and is told who else has taken a return on', async () => {
    const path = `/network/returns/${ids().eastvale}`
    const wrong = { kind: 'visit', said: '', promised: 'soon', no_promise: 'yes', reason: 'lazy' }
    await expectFlawless(await as('network'), sending(path, `${path}/calls`, wrong), 422)
    const call = { kind: 'call', said: 'They will send it on Friday.', promised: '2020-01-31', back: '' }
    await expectFlawless(await as('network'), sending(path, `${path}/calls`, call))
    const { rows } = await sql.query<{ id: number }>('select max(id) as id from contacts_made')
    await expectFlawless(await as('network'), at(`${path}?correcting=${String(rows[0]?.id)}`))
    await expectFlawless(await as('network'), at(`${path}/beside?back=/network/collections/mhsw-2019`))
    await expectFlawless(await as('network'), sending(path, `${path}/owner`, { to: 'me' }))
    await expectFlawless(await as('admin'), sending(path, `${path}/owner`, { to: 'me' }), 409)
  })

  test('opens a row beside the list with the keyboard', async () => {
    const visitor = await as('network')
    await expectFlawless(visitor, async ({ page }) => {
      const answered = await open(page, door.at('/network/collections/mhsw-2019?view=ring'))
      for (const key of ['j', 'j', 'k', 'j', 'Enter']) await page.keyboard.press(key)
      await page.waitForSelector('.beside__panel')
      return answered
    })
    const { page } = visitor
    const opened = await page.textContent('.beside__panel h2')
    expect(opened).toBe(await page.textContent('.worklist__row--open th a'))
    expect(opened).toBe(await page.textContent('.worklist tbody tr:nth-child(2) th a'))
    await page.keyboard.press('Escape')
    expect(await page.locator('.beside__panel').count()).toBe(0)
  })

  test('sees a return with everything that can stand on its page, and one that nobody has opened', async () => {
    for (const id of [ids().twice, ids().thornmere, ids().eastvale])
      await expectFlawless(await as('network'), at(`/network/returns/${id}`))
    await expectFlawless(await as('network'), at(`/network/returns/${ids().twice}/sections/b`))
    await expectFlawless(await as('network'), at(`/network/returns/${ids().eastvale}/sections/b`))
  })
})

describe('an administrator', () => {
  test.each([
    ['more time until no day', 'extension', { until: 'soon', reason: '' }],
    ['a reopening until no day', 'reopening', { until: 'soon', reason: '', sections: 'zz' }],
  ])('is told what is wrong with %s', async (_what, kind, fields) => {
    const path = `/network/returns/${ids().thornmere}`
    await expectFlawless(await as('admin'), sending(path, `${path}/${kind}`, fields), 422)
  })

  test.each([
    ['a collection', '/admin/collections/mhsw-2019', '/admin/collections/mhsw-2019', { opens: 'x', lastDay: 'y' }],
    ['an organisation', '/admin/organisations/new', '/admin/organisations', { name: 'x', code: '?' }],
    ['a person', '/admin/people/new', '/admin/people', { email: 'x', name: '' }],
    ['a time', '/admin/clock', '/admin/clock', { to: 'noon' }],
    ['a token', '/admin/tokens', '/admin/tokens', { name: '' }],
  ])('is told what is wrong with %s', async (_what, from, path, fields) => {
    await expectFlawless(await as('admin'), sending(from, path, fields), 422)
  })
})
