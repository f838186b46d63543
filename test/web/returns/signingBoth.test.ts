import { useApp } from '../../support/app'
import { make } from '../../support/make'
import { faultsIn } from '../../support/wellFormed'
import { complete } from './complete'
import { declaration, knowAddress } from './declared'
import { startSisters, stored } from './sisters'

const employers = useApp()

/** Both returns answered to the last box, and sent for signature. */
async function sentBoth() {
  const { social, peer } = await startSisters(employers)
  await knowAddress(employers, social.organisationId)
  await social.save('a', { has_mhsw: 'no' })
  await complete(employers, social)
  await peer.save('b', { psw_any: 'no' })
  await complete(employers, peer)
  await social.as.post(social.at('/signature-request'))
  await peer.as.post(peer.at('/signature-request'))
  expect((await stored(employers, social.id)).status).toBe('awaiting_signature')
  expect((await stored(employers, peer.id)).status).toBe('awaiting_signature')
  return { social, peer, signatory: await social.signInAs('signatory') }
}

const submissionsOf = async (...ids: string[]) => {
  const { rows } = await employers.sql.query<{ reference: string; nil: boolean }>(
    'select reference, nil from submissions where return_id = any($1) order by reference',
    [ids],
  )
  return rows
}

describe('one officer who signs for two surveys', () => {
  test('is offered both together, reads both, and declares each for itself', async () => {
    const { social, peer, signatory } = await sentBoth()
    const one = (await signatory.get(social.at('/sign-off'))).text
    expect(one).toContain('Read and sign both together')
    expect(one).not.toContain('name="psw_decl_accurate"')

    const both = (await signatory.get(social.at(`/sign-off?both=${peer.id}`))).text
    expect(both).toContain('Sign and submit both')
    expect(both).toContain('name="decl_accurate"')
    expect(both).toContain('name="psw_decl_accurate"')
    expect(both.match(/class="headline"/g)).toHaveLength(24)
    expect(await faultsIn(both)).toEqual([])
  })

  test('submits both in one press, with a receipt for each', async () => {
    const { social, peer, signatory } = await sentBoth()
    const answer = await signatory.post(social.at('/submission'), {
      both: peer.id,
      ...declaration(),
      ...declaration('psw_'),
    })
    expect([answer.status, answer.headers.location]).toEqual([303, social.at('/receipt')])
    const references = (await submissionsOf(social.id, peer.id)).map(({ reference }) => reference)
    expect(references).toHaveLength(2)
    const receipt = (await signatory.get(social.at('/receipt'))).text
    expect(receipt).toContain(references[0])
    expect(receipt).toContain(`href="${peer.at('/receipt')}"`)
    expect((await signatory.get(peer.at('/receipt'))).text).toContain(references[1])
    const { rows } = await employers.sql.query(
      `select distinct return_id from post where kind = 'submitted' and return_id = any($1)`,
      [[social.id, peer.id]],
    )
    expect(rows).toHaveLength(2)
  })

  test('submits neither where one of the declarations lacks something, and keeps what was filled in', async () => {
    const { social, peer, signatory } = await sentBoth()
    const answer = await signatory.post(social.at('/submission'), {
      both: peer.id,
      ...declaration(),
      ...declaration('psw_'),
      psw_decl_accurate: [''],
      psw_decl_job_title: 'Director of workforce',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#psw_decl_accurate"')
    expect(answer.text).toContain('value="Director of workforce"')
    expect(answer.text).toContain('Sign and submit both')
    expect(await faultsIn(answer.text)).toEqual([])
    expect(await submissionsOf(social.id, peer.id)).toEqual([])
  })

  test('submits neither where somebody has changed the other meanwhile', async () => {
    const { social, peer, signatory } = await sentBoth()
    await peer.save('h', { psw_comment: 'One more thing to say' })
    const answer = await signatory.post(social.at('/submission'), {
      both: peer.id,
      ...declaration(),
      ...declaration('psw_'),
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Peer support worker')
    expect(await submissionsOf(social.id, peer.id)).toEqual([])
    expect((await stored(employers, social.id)).status).toBe('awaiting_signature')
  })

  test('may sign one alone', async () => {
    const { social, peer, signatory } = await sentBoth()
    expect((await signatory.post(social.at('/submission'), declaration())).status).toBe(303)
    expect(await submissionsOf(social.id, peer.id)).toHaveLength(1)
    expect((await signatory.get(peer.at('/sign-off'))).text).not.toContain('both together')
  })

  test('cannot sign the return of somebody else along with it', async () => {
    const { social, signatory } = await sentBoth()
    const others = await make(employers.db).return({ status: 'awaiting_signature' })
    for (const both of [others.id, social.id, 'not-an-id']) {
      const answer = await signatory.post(social.at('/submission'), { both, ...declaration() })
      expect(answer.status).toBe(404)
    }
    expect(await submissionsOf(social.id, others.id)).toEqual([])
  })

  test('pressing twice, from either page, submits each once', async () => {
    const { social, peer, signatory } = await sentBoth()
    const fields = { ...declaration(), ...declaration('psw_') }
    await Promise.all([
      signatory.post(social.at('/submission'), { both: peer.id, ...fields }),
      signatory.post(peer.at('/submission'), { both: social.id, ...fields }),
      signatory.post(social.at('/submission'), { both: peer.id, ...fields }),
    ])
    expect(await submissionsOf(social.id, peer.id)).toHaveLength(2)
  })
})

test('a signatory of two organisations signs for one at a time', async () => {
  const { social, peer, signatory } = await sentBoth()
  const other = await sentBoth()
  await make(employers.db).member({
    personId: social.signatory.id,
    organisationId: other.social.organisationId,
    role: 'signatory',
  })
  const answer = await signatory.post(social.at('/submission'), {
    both: other.peer.id,
    ...declaration(),
    ...declaration('psw_'),
  })
  expect(answer.status).toBe(404)
  expect(await submissionsOf(social.id, peer.id, other.peer.id)).toEqual([])
})
