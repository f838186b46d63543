import { sendDueReminders } from '../../../server/actions/sendDueReminders'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { faultsIn } from '../../support/wellFormed'
import { startDraft } from '../returns/draft'
import { stored } from '../returns/sisters'

const employers = useApp()

async function begin() {
  const draft = await startDraft(employers)
  const network = await employers.signIn((await make(employers.db).person({ staffRole: 'network' })).email)
  const page = `/network/returns/${draft.id}`
  const set = (status: string, reason = 'They have merged with a neighbour') =>
    network.post(`${page}/status`, { status, reason })
  return { ...draft, network, page, set }
}

const remindersOf = async (id: string) => {
  await setClock(employers.sql, '2020-02-03T09:01:00Z')
  await sendDueReminders(employers.services)
  const { rows } = await employers.sql.query(`select id from post where kind = 'reminder' and return_id = $1`, [id])
  return rows.length
}

describe('an employer that cannot take part', () => {
  test('says why; the network reads it, notes it, and nobody is reminded any more', async () => {
    const draft = await begin()
    expect((await draft.as.get(draft.at())).text).toContain('We cannot take part')
    const reason = 'Our social workers moved to the council in January'
    const asked = await draft.as.post(draft.at('/decline'), { reason })
    expect([asked.status, asked.headers.location]).toEqual([303, draft.at()])
    expect((await stored(employers, draft.id)).status).toBe('not_started')
    expect((await draft.network.get(draft.page)).text).toContain(reason)

    expect((await draft.set('declined', 'Confirmed by telephone')).status).toBe(303)
    expect((await stored(employers, draft.id)).status).toBe('declined')
    const seen = (await draft.as.get(draft.at())).text
    expect(seen).toContain('Your organisation declined to take part')
    expect((await draft.as.get(draft.at('/history'))).text).toContain('Confirmed by telephone')
    expect((await draft.save('a', { has_mhsw: 'yes' })).status).toBe(409)
    expect(await remindersOf(draft.id)).toBe(0)
  })

  test('is asked why, and what was written comes back', async () => {
    const draft = await begin()
    const answer = await draft.as.post(draft.at('/decline'), { reason: 'No time' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('No time</textarea>')
    expect(answer.text).toContain('href="#reason"')
  })

  test('cannot say so once it has submitted', async () => {
    const draft = await begin()
    await make(employers.db).submission({ returnId: draft.id, signedBy: draft.signatory.id })
    expect((await draft.as.get(draft.at())).text).not.toContain('We cannot take part')
    expect((await draft.as.get(draft.at('/decline'))).status).toBe(409)
    const answer = await draft.as.post(draft.at('/decline'), { reason: 'We would rather not after all' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('We would rather not after all')
  })

  test('stays among those asked; one no longer required does not', async () => {
    const [declined, dropped] = [await begin(), await begin()]
    await declined.set('declined')
    await dropped.set('no_longer_required')
    const { network } = declined
    const list = async (status: string) => (await network.get(`/network/collections/mhsw-2019?status=${status}`)).text
    expect(await list('declined')).toContain(declined.id)
    expect(await list('no_longer_required')).toContain(dropped.id)
  })
})

describe('a return that was set aside', () => {
  test('is asked for again with a reason, and goes on where it stood, with all that was in it', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.set('declined')
    await draft.set('no_longer_required')
    expect((await draft.network.get(draft.page)).text).toContain('Ask for it again')
    expect((await draft.set('required', 'They will take part after all')).status).toBe(303)
    expect((await stored(employers, draft.id)).status).toBe('in_progress')
    expect((await draft.save('a', { contact_name: 'Ines Corrie' })).status).toBe(303)
    const { rows } = await employers.sql.query(
      `select kind, detail ->> 'reason' as reason from return_events where return_id = $1 order by id`,
      [draft.id],
    )
    expect(rows).toEqual([
      { kind: 'started', reason: null },
      { kind: 'set_aside', reason: 'They have merged with a neighbour' },
      { kind: 'set_aside', reason: 'They have merged with a neighbour' },
      { kind: 'required_again', reason: 'They will take part after all' },
    ])
    expect(await remindersOf(draft.id)).toBeGreaterThan(0)
  })

  test('needs a choice and a reason, and keeps what was written', async () => {
    const draft = await begin()
    const answer = await draft.network.post(`${draft.page}/status`, { reason: 'x' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Choose what becomes of the return.')
    expect(answer.text).toContain('href="#standing-reason"')
    expect(await faultsIn(answer.text)).toEqual([])
    expect((await stored(employers, draft.id)).status).toBe('not_started')
  })

  test('cannot be one that has been submitted, nor is one asked for again that is asked for', async () => {
    const draft = await begin()
    expect((await draft.set('required')).status).toBe(409)
    await make(employers.db).submission({ returnId: draft.id, signedBy: draft.signatory.id })
    const answer = await draft.set('declined')
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('They have merged with a neighbour')
    expect((await stored(employers, draft.id)).status).toBe('submitted')
  })

  test('is set aside by the network and its administrators, after the cutoff too', async () => {
    const draft = await begin()
    await setClock(employers.sql, '2020-02-20T09:00:00Z')
    expect((await draft.set('declined')).status).toBe(303)
    const analyst = await employers.signIn((await make(employers.db).person({ staffRole: 'analyst' })).email)
    expect((await analyst.post(`${draft.page}/status`, { status: 'required', reason: 'Please' })).status).toBe(404)
    expect((await analyst.get(draft.page)).text).not.toContain('Ask for it again')
  })
})
