import { createApp } from '../../server/app'
import { listen } from '../../server/listen'
import { anyone } from '../../server/web/route'
import { testDoor, useApp } from '../support/app'
import { setClock } from '../support/clock'
import { complaintsOf } from '../support/complaints'
import { linkSentTo, passwordLinkFor } from '../support/links'
import { filledIn, sent } from '../web/workbook/workbookDraft'
import { useEyes } from './eyes'
import { open, people } from './world'

const app = useApp({ demonstration: 'under way' })
const { sql } = app
const { as, at, expectFlawless, ids, meanwhile, newPerson, sending, thornmere, visitors } = useEyes(app)

const broken = anyone('get', '/broken', () => {
  throw new Error('Broken on purpose')
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
      organisation: ids().organisation,
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

describe('the team and the account', () => {
  test.each([
    ['an invitation to nobody', '/team', '/team/invitations', { email: 'x' }],
    ['a password that is not theirs', '/account', '/account/password', { current: 'wrong', password: 'abc' }],
    ['a hand-over to nobody', '/team/hand-over', '/team/hand-over', {}],
  ])('shows what is wrong with %s', async (_what, from, path, fields) => {
    const team = { organisation: ids().organisation, ...fields }
    await expectFlawless(await as('preparer'), sending(from, path, team), 422)
  })

  test('shows what is wrong with sections given to nobody', async () => {
    const path = `/team/returns/${ids().thornmere}`
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
    const wrenbrook = (path: string) => `/returns/${ids().wrenbrook}${path}`
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
    const preparer = await visitors.of(ids().twicePreparer)
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
      await expectFlawless(preparer, at(`/returns/${ids().twice}${path}`))
    }
    await expectFlawless(
      preparer,
      sending(`/returns/${ids().twice}`, `/returns/${ids().twice}/signature-request`, {}),
      409,
    )
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
      [ids().thornmere],
    )
    const request = `/network/requests/${rows[0]?.id ?? ''}`
    await expectFlawless(await as('admin'), sending(queue, `${request}/grant`, { until: 'soon', sections: 'zz' }), 422)
    await expectFlawless(await as('admin'), sending(queue, `${request}/refusal`, { reason: '' }), 422)
    const granted = { until: '2020-02-14', reason: 'Payroll was late', sections: ['b'] }
    await expectFlawless(await as('admin'), sending(queue, `${request}/grant`, granted))
    await expectFlawless(await as('admin'), sending(queue, `${request}/grant`, granted), 409)
    await expectFlawless(await as('network'), at(`/network/returns/${ids().thornmere}`))
    await expectFlawless(await as('preparer'), at(thornmere()))
    await meanwhile('b', { 'sw_emp_in.hc': '49' })
    const put = `${path}/${rows[0]?.id ?? ''}/answers`
    await expectFlawless(await as('preparer'), sending(path, put, { version: '0' }), 409)
    await expectFlawless(await as('preparer'), at(path))
    const { rows: now } = await sql.query<{ version: number }>('select version from returns where id = $1', [
      ids().thornmere,
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
    const path = `/returns/${ids().wrenbrook}`
    await expectFlawless(
      await as('director'),
      sending(path, `${path}/submission`, { decl_name: 'Ines Corrie', decl_role: 'chief_executive' }),
      409,
    )
    await expectFlawless(await as('director'), at(`${path}/sign-off`))
  })
})
