import { createApp } from '../../server/app'
import { listen } from '../../server/listen'
import { psw2019 } from '../../server/surveys/psw2019'
import { anyone } from '../../server/web/route'
import { testDoor, useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { setClock } from '../support/clock'
import { complaintsOf } from '../support/complaints'
import { linkSentTo, passwordLinkFor } from '../support/links'
import { useOpenDoor } from '../support/openDoor'
import { sectionCodes } from '../support/thornmere'
import { filledIn, sent } from '../web/workbook/workbookDraft'
import { faultsOn } from './audit'
import { type Answered, type Ids, findWorld, open, people, send, type Visitor, visitorsAt, type Who } from './world'

const app = useApp({ demonstration: 'under way' })
const { sql } = app
const door = useOpenDoor(app)
const { newPerson } = useBrowser()
const visitors = visitorsAt(door.at, newPerson)
let ids: Ids

beforeAll(async () => {
  ids = await findWorld(app)
})

const broken = anyone('get', '/broken', () => {
  throw new Error('Broken on purpose')
})

type Reach = (visitor: Visitor) => Promise<Answered>

const as = (who: Who) => visitors.of(people[who])

/** Looks at a page in the state that was reached; it must have been answered with this status. */
async function expectFlawless(visitor: Visitor, reach: Reach, status = 200): Promise<void> {
  const answered = await reach(visitor)
  const faults = await faultsOn(visitor.page, answered.html)
  expect({ status: answered.status, faults, complaints: visitor.complaints }).toEqual({
    status,
    faults: [],
    complaints: [],
  })
}

const at =
  (path: string): Reach =>
  ({ page }) =>
    open(page, door.at(path))
const thornmere = (path = '') => `/returns/${ids.thornmere}${path}`

/** Opens a page, and sends a form from there. */
const sending =
  (from: string, path: string, fields: Parameters<typeof send>[2]): Reach =>
  async ({ page }) => {
    await open(page, door.at(from))
    return send(page, path, fields)
  }

const peerSections = psw2019.sections.filter(({ filledBy }) => !filledBy).map(({ code }) => code)

/** Somebody else saves this meanwhile. */
async function meanwhile(section: string, fields: Record<string, string>): Promise<void> {
  const colleague = await app.signIn(people.preparer)
  const saved = await colleague.post(thornmere(`/sections/${section}`), fields)
  expect(saved.status).toBe(303)
}

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

describe('somebody at the door', () => {
  test.each([
    ['a wrong password', '/sign-in', { email: 'nobody@nowhere.example', password: 'wrong' }, 422],
    ['nothing typed', '/sign-in', { email: '', password: '' }, 422],
    ['no address given', '/forgotten-password', { email: 'x' }, 422],
    ['a letter sent', '/forgotten-password', { email: people.preparer }, 200],
  ])('sees %s', async (_what, path, fields, status) => {
    await expectFlawless(await as('nobody'), sending(path, path, fields), status)
  })

  test('chooses a new password, too weak at first', async () => {
    const link = await passwordLinkFor(app, people.network)
    await expectFlawless(await as('nobody'), at(link))
    await expectFlawless(await as('nobody'), sending(link, link, { password: 'abc' }), 422)
  })

  test('answers an invitation, with nothing at first', async () => {
    const preparer = await app.signIn(people.preparer)
    const invited = await preparer.post('/team/invitations', {
      organisation: ids.organisation,
      email: 'new@thornmere-trust.example',
      role: 'contributor',
    })
    expect(invited.status).toBe(303)
    const link = await linkSentTo(app, 'new@thornmere-trust.example', 'invitation')
    await expectFlawless(await as('nobody'), at(link))
    await expectFlawless(await as('nobody'), sending(link, link, { name: '', password: 'abc' }), 422)
  })

  test.each([
    [
      'that we are too busy, or not open yet',
      503,
      '/returns',
      createApp(app.services, { ...testDoor, stage: () => 'starting' }),
    ],
    ['that something went wrong on our side', 500, '/broken', createApp(app.services, testDoor, [broken])],
  ] as const)('is told %s', async (_what, status, path, faulty) => {
    const { port, stop } = await listen(faulty, { host: '127.0.0.1', port: 0 })
    const page = await (await newPerson()).newPage()
    const visitor = { page, complaints: await complaintsOf(page) }
    await expectFlawless(visitor, () => open(page, `http://127.0.0.1:${port}${path}`), status)
    await page.context().close()
    await stop(0)
  })

  test('finds nothing at a wrong address, signed in or not', async () => {
    await expectFlawless(await as('nobody'), at('/no-such-page'), 404)
    await expectFlawless(await as('preparer'), at('/no-such-page'), 404)
  })
})

describe('a section', () => {
  test.each(sectionCodes)('%s of a trust, with what is in it so far', async (section) => {
    await expectFlawless(await as('preparer'), at(thornmere(`/sections/${section}`)))
  })

  test.each(['a', 'b', 'f', 'h', 'l', 'n'])('%s of a council, before anything is answered', async (section) => {
    await expectFlawless(await as('council'), at(`/returns/${ids.eastvale}/sections/${section}`))
  })

  test.each(['b', 'c', 'h', 'k', 'l'])('%s of a trust, when it is complete', async (section) => {
    await expectFlawless(
      await visitors.of('preparer@wrenbrook-trust.example'),
      at(`/returns/${ids.wrenbrook}/sections/${section}`),
    )
  })

  test.each(peerSections)('%s of the survey of peer support workers', async (section) => {
    await expectFlawless(await as('preparer'), at(`/returns/${ids.peers}/sections/${section}`))
  })

  test('with what could not be read', async () => {
    const wrong = {
      'sw_emp_in.hc': 'lots',
      'sw_ext.wte': '10.801',
      'sw_generic_posts.hc': '3',
      'sw_generic_posts.hc!nc': 'not_recorded',
      'sw_career_stage.asye.hc': '-1',
      'sw_ext_partner.7.org': 'Somewhere',
      dq_b_source: 'guessing',
      'explain!B13': 'short',
    }
    await expectFlawless(await as('preparer'), sending(thornmere('/sections/b'), thornmere('/sections/b'), wrong), 422)
  })

  test('with single boxes that could not be read', async () => {
    const wrong = {
      contact_email: 'x',
      contact_name: '1',
      has_mhsw: 'perhaps',
      services_ages: 'all',
      pop_challenge: '',
    }
    await expectFlawless(await as('preparer'), sending(thornmere('/sections/a'), thornmere('/sections/a'), wrong), 422)
  })

  test('that asks for explanations, one and several', async () => {
    await expectFlawless(await as('preparer'), at(thornmere('/sections/e?saved=1&then=next')))
    await meanwhile('b', { sw_fte_standard_hours: '36', 'sw_generic_posts.hc': '0', 'sw_generic_posts.wte': '0' })
    await expectFlawless(await as('preparer'), at(thornmere('/sections/b?saved=1')))
    await expectFlawless(await as('preparer'), at(thornmere('/sections/b')))
  })

  test('that two people changed at once, and again where neither was chosen', async () => {
    await meanwhile('b', {
      'sw_emp_in.hc': '42',
      dq_b_confidence: 'low',
      'sw_generic_posts.hc!nc': 'not_recorded',
      'sw_generic_posts.hc': '',
    })
    const mine = { version: '1', 'sw_emp_in.hc': '43', dq_b_confidence: 'high', 'sw_generic_posts.hc': '9' }
    await expectFlawless(await as('preparer'), sending(thornmere('/sections/b'), thornmere('/sections/b'), mine), 409)
    const undecided = {
      version: '1',
      choosing: ['sw_emp_in.hc', 'dq_b_confidence'],
      'sw_emp_in.hc!mine': '43',
      'sw_emp_in.hc!theirs': '42',
      'dq_b_confidence!mine': 'high',
    }
    await expectFlawless(
      await as('preparer'),
      sending(thornmere('/sections/b'), thornmere('/sections/b'), undecided),
      409,
    )
  })

  test('that was sent without its token, with what was typed', async () => {
    await expectFlawless(
      await as('preparer'),
      async ({ page }) => {
        await open(page, door.at(thornmere('/sections/b')))
        return send(page, thornmere('/sections/b'), { 'sw_emp_in.hc': '43' }, 'wrong')
      },
      403,
    )
  })
})

describe('the team and the account', () => {
  test.each([
    ['an invitation to nobody', '/team', '/team/invitations', { email: 'x' }],
    ['a password that is not theirs', '/account', '/account/password', { current: 'wrong', password: 'abc' }],
    ['a hand-over to nobody', '/team/hand-over', '/team/hand-over', {}],
  ])('shows what is wrong with %s', async (_what, from, path, fields) => {
    const team = { organisation: ids.organisation, ...fields }
    await expectFlawless(await as('preparer'), sending(from, path, team), 422)
  })

  test('shows what is wrong with sections given to nobody', async () => {
    const path = `/team/returns/${ids.thornmere}`
    await expectFlawless(await as('preparer'), sending(`${path}/sections`, `${path}/assignments`, { due: 'soon' }), 422)
  })
})

describe('a return', () => {
  test('that is not finished cannot be sent, and says what is left', async () => {
    await expectFlawless(await as('preparer'), sending(thornmere(), thornmere('/signature-request'), {}), 422)
  })

  test('whose spreadsheet would change answers', async () => {
    const preparer = await app.signIn(people.preparer)
    const file = await preparer.agent.get(thornmere('/workbook.xlsx')).responseType('blob')
    const changes = { 'sw_emp_in.hc': 44, contact_phone: null, 'sw_emp_out.hc': 'many', 'sw_ext.hc': 13 }
    const taken = await sent(
      preparer,
      thornmere('/workbook.xlsx'),
      await filledIn(file.body as Buffer, changes),
      'a.xlsx',
    )
    expect(taken.status).toBe(303)
    await meanwhile('b', { 'sw_emp_in.hc': '45' })
    await expectFlawless(await as('preparer'), at(thornmere('/workbook/changes')))
  })

  test('of which more time is asked, wrongly and rightly', async () => {
    const path = thornmere('/reopening-requests')
    await expectFlawless(await as('preparer'), sending(path, path, { reason: 'x', until: 'soon' }), 422)
    await expectFlawless(
      await as('preparer'),
      sending(path, path, { reason: 'Two of us are away', until: '2020-02-14', 'sw_emp_in.hc': '46' }),
    )
  })

  test('has a history, of all and of one box', async () => {
    await expectFlawless(await as('preparer'), at(thornmere('/history')))
    await expectFlawless(await as('preparer'), at(thornmere('/history?cell=sw_emp_in.hc')))
  })

  test('that waits is read and signed, or sent back, wrongly at first', async () => {
    const wrenbrook = (path: string) => `/returns/${ids.wrenbrook}${path}`
    await expectFlawless(await as('director'), at(wrenbrook('')))
    await expectFlawless(await as('director'), at(wrenbrook('/sign-off')))
    const wrong = { decl_email: 'director@elsewhere.example', decl_name: 'x', decl_role: 'king' }
    await expectFlawless(await as('director'), sending(wrenbrook('/sign-off'), wrenbrook('/submission'), wrong), 422)
    await expectFlawless(
      await as('director'),
      sending(wrenbrook('/sign-off'), wrenbrook('/signature-request/refusal'), { note: '' }),
      422,
    )
    await expectFlawless(await visitors.of('preparer@wrenbrook-trust.example'), at(wrenbrook('/sections/e')))
  })

  test('that was submitted twice: its sections, its receipts, its print, and what changed between the two', async () => {
    const preparer = await visitors.of(ids.twicePreparer)
    for (const path of [
      '',
      '/sections/h',
      '/receipt',
      '/receipt?number=1',
      '/history',
      '/comparison',
      '/submissions/1',
      '/check',
    ]) {
      await expectFlawless(preparer, at(`/returns/${ids.twice}${path}`))
    }
    await expectFlawless(preparer, sending(`/returns/${ids.twice}`, `/returns/${ids.twice}/signature-request`, {}), 409)
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
    const path = `/network/returns/${ids.eastvale}`
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
    for (const id of [ids.twice, ids.thornmere, ids.eastvale])
      await expectFlawless(await as('network'), at(`/network/returns/${id}`))
    await expectFlawless(await as('network'), at(`/network/returns/${ids.twice}/sections/b`))
    await expectFlawless(await as('network'), at(`/network/returns/${ids.eastvale}/sections/b`))
  })
})

describe('an administrator', () => {
  test.each([
    ['more time until no day', 'extension', { until: 'soon', reason: '' }],
    ['a reopening until no day', 'reopening', { until: 'soon', reason: '', sections: 'zz' }],
  ])('is told what is wrong with %s', async (_what, kind, fields) => {
    const path = `/network/returns/${ids.thornmere}`
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

describe('after the close', () => {
  beforeAll(() => setClock(sql, '2020-02-11T09:00:00Z'))

  test.each(['', '/sections/b', '/check', '/reopening-requests', '/workbook'])(
    'a return, at its page “%s”',
    async (path) => {
      await expectFlawless(await as('preparer'), at(thornmere(path)))
    },
  )

  test('what came too late is there to copy', async () => {
    const late = {
      'sw_emp_in.hc': '50',
      'sw_career_stage.asye.hc': 'seven',
      dq_b_source: ['', 'esr'],
      'explain!B13': 'We keep the week of the council.',
    }
    await expectFlawless(await as('preparer'), sending(thornmere(), thornmere('/sections/b'), late), 409)
  })

  test('a spreadsheet is held', async () => {
    const preparer = await app.signIn(people.preparer)
    const file = Buffer.from('address,value\r\nsw_emp_out.hc,3\r\n')
    expect((await sent(preparer, thornmere('/workbook.xlsx'), file, 'late.csv')).status).toBe(409)
    await expectFlawless(await as('preparer'), at(thornmere('/workbook/changes')))
    expect(await (await as('preparer')).page.innerText('main')).toContain('It is held apart')
  })

  test('what is held is asked for, granted wrongly and rightly, and put in where nothing else has been typed', async () => {
    const path = thornmere('/reopening-requests')
    await expectFlawless(await as('preparer'), at(path))
    const asking = { reason: 'Payroll answered on the last evening', until: '2020-02-14' }
    await expectFlawless(await as('preparer'), sending(path, path, asking))
    const queue = '/network/collections/mhsw-2019/requests'
    await expectFlawless(await as('network'), at(queue))
    const { rows } = await sql.query<{ id: string }>(
      `select id from opening_requests where return_id = $1 and typed ? 'sw_emp_in.hc' order by decided_at desc limit 1`,
      [ids.thornmere],
    )
    const request = `/network/requests/${rows[0]?.id ?? ''}`
    await expectFlawless(await as('admin'), sending(queue, `${request}/grant`, { until: 'soon', sections: 'zz' }), 422)
    await expectFlawless(await as('admin'), sending(queue, `${request}/refusal`, { reason: '' }), 422)
    const granted = { until: '2020-02-14', reason: 'Payroll was late', sections: ['b'] }
    await expectFlawless(await as('admin'), sending(queue, `${request}/grant`, granted))
    await expectFlawless(await as('admin'), sending(queue, `${request}/grant`, granted), 409)
    await expectFlawless(await as('network'), at(`/network/returns/${ids.thornmere}`))
    await expectFlawless(await as('preparer'), at(thornmere()))
    await meanwhile('b', { 'sw_emp_in.hc': '49' })
    const put = `${path}/${rows[0]?.id ?? ''}/answers`
    await expectFlawless(await as('preparer'), sending(path, put, { version: '0' }), 409)
    await expectFlawless(await as('preparer'), at(path))
    const { rows: now } = await sql.query<{ version: number }>('select version from returns where id = $1', [
      ids.thornmere,
    ])
    const chosen = { version: String(now[0]?.version), 'choose!sw_emp_in.hc': 'mine' }
    await expectFlawless(await as('preparer'), sending(path, put, chosen))
    await expectFlawless(await as('preparer'), sending(path, put, chosen), 409)
  })

  test('many are given more time at once, wrongly and rightly', async () => {
    const path = '/network/collections/mhsw-2019/openings'
    await expectFlawless(await as('admin'), at(`${path}?q=eastvale&status=not_started`))
    await expectFlawless(await as('admin'), at(`${path}?q=nobody`))
    await expectFlawless(
      await as('admin'),
      sending(path, `${path}/chosen`, { until: 'soon', reason: '', sections: 'zz' }),
      422,
    )
    const given = { until: '2020-02-20', reason: 'Floods in the valley', all: 'yes', type: 'local_authority' }
    await expectFlawless(await as('admin'), sending(path, `${path}/chosen`, given))
    const { page } = await as('admin')
    await page.getByRole('button', { name: /^Give \d+ organisations more time$/ }).click()
    await page.waitForURL(/\/openings\/[\da-f-]{36}$/)
    await expectFlawless(await as('admin'), at(new URL(page.url()).pathname))
    await expectFlawless(await as('analyst'), at(path))
  })

  test('a declaration came too late', async () => {
    const path = `/returns/${ids.wrenbrook}`
    await expectFlawless(
      await as('director'),
      sending(path, `${path}/submission`, { decl_name: 'Ines Corrie', decl_role: 'chief_executive' }),
      409,
    )
    await expectFlawless(await as('director'), at(`${path}/sign-off`))
  })
})
