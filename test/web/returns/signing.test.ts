import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { complete } from './complete'
import { startDraft } from './draft'

const employers = useApp()

const declaration = {
  decl_name: 'Ines Corrie',
  decl_role: 'chief_executive',
  decl_job_title: 'Chief executive',
  decl_email: 'ines@thornmere-trust.example',
  decl_accurate: ['', 'yes'],
  decl_warnings: ['', 'yes'],
  decl_partners: 'not_applicable',
  decl_identify: 'named',
  decl_no_personal: ['', 'yes'],
  decl_authorised: 'yes',
}

/** A return answered to the last box, and sent for signature. */
async function sent() {
  const draft = await startDraft(employers, { type: 'local_authority' })
  await employers.sql.query("update organisations set email_domains = '{thornmere-trust.example}' where id = $1", [
    draft.organisationId,
  ])
  // No best interests assessors of their own nor from elsewhere: rule G03 asks why.
  await draft.save('g', { bia_independent: '0' })
  await complete(employers, draft)
  const asked = await draft.as.post(draft.at('/signature-request'))
  expect([asked.status, asked.headers.location]).toEqual([303, draft.at()])
  return { ...draft, signatory: await draft.signInAs('signatory') }
}

/** When its employer last did something with a return, to the minute. */
const active = async (id: string): Promise<Date | undefined> =>
  (
    await employers.sql.query<{ at: Date }>(
      `select date_trunc('minute', last_active_at) as at from returns where id = $1`,
      [id],
    )
  ).rows[0]?.at

const signed = async () => {
  const draft = await sent()
  expect((await draft.signatory.post(draft.at('/submission'), declaration)).status).toBe(303)
  return draft
}

describe('checking a whole return', () => {
  test('shows every answer, gap and problem, each with its link', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '18.2' })
    const page = (await draft.as.get(draft.at('/check'))).text
    expect(page).toContain('18.20')
    expect(page).toContain(`href="${draft.at('/sections/b#sw_ext.hc')}">Answer`)
    expect(page).toContain(`href="${draft.at('/sections/b#rule-B09')}">Explain`)
    expect(page).not.toContain('Send for signature')
  })

  test('does not send for signature what is not finished, and says what is left', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes' })
    const page = await draft.as.post(draft.at('/signature-request'))
    expect(page.status).toBe(422)
    expect(page.text).toContain('There is a problem')
    expect(page.text).toContain('B  Social workers in post: Not started')
  })

  test('offers to send it once nothing is left', async () => {
    const draft = await startDraft(employers)
    await complete(employers, draft)
    const page = (await draft.as.get(draft.at('/check'))).text
    expect(page).toContain('Everything here is answered, adds up and is explained.')
    expect(page).toContain('Send for signature')
  })
})

describe('signing a return', () => {
  test('is for the signatory, who reads the figures, the explanations and the declaration', async () => {
    const draft = await sent()
    const page = (await draft.signatory.get(draft.at('/sign-off'))).text
    expect(page.match(/class="headline"/g)).toHaveLength(12)
    expect(page).toContain('Because of')
    expect(page).toContain('name="decl_accurate"')
    expect(page).toContain('Sign and submit')
    expect((await draft.as.get(draft.at('/sign-off'))).status).toBe(404)
  })

  test('says what the declaration lacks, and keeps what was filled in', async () => {
    const draft = await sent()
    const page = await draft.signatory.post(draft.at('/submission'), {
      ...declaration,
      decl_accurate: [''],
      decl_job_title: 'Director',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#decl_accurate"')
    expect(page.text).toContain('value="Director"')
  })

  test('asks why an address outside the organisation’s domains is right', async () => {
    const draft = await sent()
    const foreign = { ...declaration, decl_email: 'ines@elsewhere.example' }
    const page = await draft.signatory.post(draft.at('/submission'), foreign)
    expect(page.status).toBe(422)
    expect(page.text).toContain('name="explain!Q03"')
    const explained = { ...foreign, 'explain!Q03': 'We share a mail server with our partner' }
    expect((await draft.signatory.post(draft.at('/submission'), explained)).status).toBe(303)
  })

  test('ends in a receipt with its reference, its fingerprint, who signed it and when', async () => {
    const draft = await signed()
    const page = (await draft.as.get(draft.at('/receipt'))).text
    const { rows } = await employers.sql.query('select reference, hash from submissions where return_id = $1', [
      draft.id,
    ])
    expect(page).toContain(rows[0].reference)
    expect(page).toContain(rows[0].hash)
    expect(page).toContain('9:00am GMT on Saturday 1 February 2020')
    expect(page).toMatch(/<dd>Ines Corrie<\/dd>\s*<dt>Role<\/dt>\s*<dd>Chief executive<\/dd>/)
    expect(page).toContain('Because of')
  })

  test('may be refused with a note, which the preparer reads in the history', async () => {
    const draft = await sent()
    const empty = await draft.signatory.post(draft.at('/signature-request/refusal'), { note: ' ' })
    expect([empty.status, empty.text.includes('Say what should be put right')]).toEqual([422, true])
    await setClock(employers.sql, '2020-02-03T10:00:00Z')
    const back = await draft.signatory.post(draft.at('/signature-request/refusal'), {
      note: 'The reason in section A is wrong',
    })
    expect(back.status).toBe(303)
    expect(await active(draft.id)).toEqual(new Date('2020-02-03T10:00:00.000Z'))
    expect((await draft.as.get(draft.at('/history'))).text).toContain('The reason in section A is wrong')
    expect((await draft.as.get(draft.at())).text).toContain('In progress')
  })

  test('is undone by any change', async () => {
    const draft = await sent()
    expect(await draft.read('a')).toContain('waiting for signature. Any change takes it back to draft')
    await draft.save('a', { contact_name: 'Somebody Else' })
    const page = await draft.signatory.post(draft.at('/submission'), declaration)
    expect(page.status).toBe(409)
    expect(page.text).toContain('Its state is now: In progress')
  })
})

describe('a submitted return', () => {
  test('can be read and not changed', async () => {
    const draft = await signed()
    expect((await draft.save('a', { contact_name: 'Somebody Else' })).status).toBe(409)
    const json = { version: 1, cells: { contact_name: 'Somebody Else' } }
    expect((await draft.patch('a', json)).status).toBe(409)
    const page = await draft.read('a')
    expect(page).toContain('This return was submitted at 9:00am on Saturday 1 February 2020.')
    expect(page).not.toContain('Save section')
  })

  test('can be taken back to draft by one press until the close, and not after', async () => {
    const draft = await signed()
    expect((await draft.as.get(draft.at())).text).toContain('Take it back to draft')
    await setClock(employers.sql, '2020-02-11T00:00:00Z')
    expect((await draft.as.post(draft.at('/withdrawal'))).status).toBe(409)
    await setClock(employers.sql, '2020-02-10T23:59:50Z')
    expect((await draft.as.post(draft.at('/withdrawal'))).status).toBe(303)
    expect((await draft.as.get(draft.at('/receipt'))).text).toContain('no longer counts')
    expect((await draft.save('a', { contact_name: 'Somebody Else' })).status).toBe(303)
  })
})
