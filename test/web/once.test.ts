import { createApp, routesOf } from '../../server/app'
import { pruneForms } from '../../server/actions/pruneForms'
import { flash } from '../../server/web/flash'
import { signedIn } from '../../server/web/route'
import { testDoor, useApp } from '../support/app'
import { make } from '../support/make'
import { markIn, type Visitor, visitor } from '../support/signIn'
import { startDraft } from './returns/draft'

const employers = useApp()
const { db, sql, services } = employers

const count = async (table: string, where = 'true'): Promise<number> =>
  Number((await sql.query<{ count: string }>(`select count(*) from ${table} where ${where}`)).rows[0]?.count)

/** A form of a page, drawn now: what it sends along. */
const drawn = async (somebody: Visitor, page: string) => ({ _form: markIn((await somebody.get(page)).text) })

/** What a page says was just done. */
const saidOn = ({ text }: { readonly text: string }): string | undefined =>
  /govuk-notification-banner__heading">\s*([^<]+?)\s*</.exec(text)?.[1]

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What the routes below were asked to do, each time they did it. */
const done: string[] = []
let fails = 0

/** Our routes, and some that count how often they did something. */
const counting = createApp(services, testDoor, [
  ...routesOf(services),
  signedIn('post', '/account/slow', async (visit) => {
    await pause(400)
    done.push('slow')
    flash(visit, 'The secret is 1234.')
    visit.res.redirect(303, '/account')
  }),
  signedIn('post', '/account/failing', ({ res }) => {
    done.push('failing')
    fails += 1
    if (fails === 1) throw Object.assign(new Error('Away'), { status: 503 })
    if (fails === 2) res.status(422).send('It is wrong')
    else res.redirect(303, '/account')
  }),
])

const employer = () => make(db).employer()

async function somebodyCounting(): Promise<Visitor> {
  const somebody = visitor(counting)
  await somebody.signIn((await employer()).preparer.email)
  return somebody
}

beforeEach(() => {
  done.length = 0
  fails = 0
})

describe('an invitation', () => {
  const fields = (organisation: string, email: string) => ({ organisation, email, role: 'contributor' })

  async function preparing() {
    const made = await employer()
    const preparer = await employers.signIn(made.preparer.email)
    return { made, preparer, mark: await drawn(preparer, '/team') }
  }

  test('that is sent twenty times at once is one invitation, one letter, and one answer for all', async () => {
    const { made, preparer, mark } = await preparing()
    const form = { ...fields(made.organisationId, 'twenty@thornmere-trust.example'), ...mark }
    await preparer.csrf()
    const answers = await Promise.all(Array.from({ length: 20 }, () => preparer.post('/team/invitations', form)))

    expect(new Set(answers.map(({ status, headers }) => `${String(status)} ${headers.location ?? ''}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(303)
    expect(await count('invitations', `email = 'twenty@thornmere-trust.example'`)).toBe(1)
    expect(await count('post', `to_address = 'twenty@thornmere-trust.example'`)).toBe(1)
  })

  test('that is sent again later leads to where it led, and says the same', async () => {
    const { made, preparer, mark } = await preparing()
    const form = { ...fields(made.organisationId, 'again@thornmere-trust.example'), ...mark }
    const first = await preparer.post('/team/invitations', form)
    const said = saidOn(await preparer.get('/team'))
    const again = await preparer.post('/team/invitations', form)

    expect([again.status, again.headers.location]).toEqual([303, first.headers.location])
    expect(saidOn(await preparer.get('/team'))).toBe(said)
    expect(said).toContain('again@thornmere-trust.example')
    expect(await count('post', `to_address = 'again@thornmere-trust.example'`)).toBe(1)
  })

  test('that was changed after going back is another one', async () => {
    const { made, preparer, mark } = await preparing()
    for (const email of ['one@thornmere-trust.example', 'two@thornmere-trust.example']) {
      const answer = await preparer.post('/team/invitations', { ...fields(made.organisationId, email), ...mark })
      expect(answer.status).toBe(303)
    }
    expect(await count('invitations', `email in ('one@thornmere-trust.example', 'two@thornmere-trust.example')`)).toBe(
      2,
    )
  })

  test('from a form that was drawn anew is another one', async () => {
    const { preparer, mark } = await preparing()
    expect(await drawn(preparer, '/team')).not.toEqual(mark)
  })
})

describe('a form', () => {
  test('that was drawn for somebody else is not sent, and does not lead where it led them', async () => {
    const [one, other] = [await somebodyCounting(), await somebodyCounting()]
    const mark = await drawn(one, '/account')
    expect((await one.post('/account/slow', mark)).status).toBe(303)
    const answer = await other.post('/account/slow', mark)

    expect(answer.status).toBe(403)
    expect(done).toEqual(['slow'])
  })

  test('that comes again while the first is on its way waits for it', async () => {
    const somebody = await somebodyCounting()
    const mark = await drawn(somebody, '/account')
    await somebody.csrf()
    const first = somebody.post('/account/slow', mark)
    await pause(100)
    const again = await somebody.post('/account/slow', mark)

    expect([again.status, again.headers.location, done]).toEqual([303, '/account', ['slow']])
    expect((await first).status).toBe(303)
  })

  test('that failed, or was answered with what is wrong in it, may be sent again as it is', async () => {
    const somebody = await somebodyCounting()
    const mark = await drawn(somebody, '/account')
    const statuses = []
    for (let n = 0; n < 4; n++) statuses.push((await somebody.post('/account/failing', mark)).status)

    expect(statuses).toEqual([503, 422, 303, 303])
    expect(done).toHaveLength(3)
  })

  test('of which nobody knows what came is not sent again by itself; whoever wants to sends it anew', async () => {
    const somebody = await somebodyCounting()
    const form = { ...(await drawn(somebody, '/account')), note: 'kept on the page' }
    await somebody.post('/account/slow', form)
    await sql.query(`update sent_forms set status = null, location = null, sent_at = sent_at - interval '1 minute'`)
    const again = await somebody.post('/account/slow', form)

    expect(again.status).toBe(409)
    expect(again.text).toContain('We do not know whether this was done')
    expect(again.text).toContain('<dd>kept on the page</dd>')
    expect(done).toHaveLength(1)
    const anew = await somebody.post('/account/slow', { _form: markIn(again.text), note: 'kept on the page' })
    expect([anew.status, done.length]).toEqual([303, 2])
  })

  test('leaves nothing that was in it, or said of it, to be read in the database', async () => {
    const somebody = await somebodyCounting()
    const mark = await drawn(somebody, '/account')
    await somebody.post('/account/slow', { ...mark, note: 'typed words' })
    const { rows } = await sql.query<{ row: string }>(
      `select encode(digest, 'escape') || coalesce(encode(says, 'escape'), '') || location as row from sent_forms`,
    )
    expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/typed words|secret is 1234/)
    expect(rows.length).toBeGreaterThan(0)
  })

  test('is forgotten after a day', async () => {
    await sql.query(`update sent_forms set sent_at = sent_at - interval '23 hours'`)
    await pruneForms(services)
    const before = await count('sent_forms')
    await sql.query(`update sent_forms set sent_at = sent_at - interval '61 minutes'`)
    await pruneForms(services)

    expect([before > 0, await count('sent_forms')]).toEqual([true, 0])
  })
})

test('a save of a section needs no help: it is not written down, and twice it changes nothing more', async () => {
  const draft = await startDraft(employers)
  const form = { ...(await drawn(draft.as, draft.at('/sections/b'))), version: '0', 'sw_emp_in.hc': '41' }
  const before = await count('sent_forms')
  const answers = await Promise.all(Array.from({ length: 4 }, () => draft.save('b', form)))

  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect([await count('sent_forms'), await count('cell_changes', `address = 'sw_emp_in.hc'`)]).toEqual([before, 1])
})
