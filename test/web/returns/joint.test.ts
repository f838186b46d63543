import { sendDueReminders } from '../../../server/actions/sendDueReminders'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { complete } from './complete'
import { declaration, knowAddress, sign, submitAll } from './declared'
import { startDraft } from './draft'
import { stored } from './sisters'

const employers = useApp()

const codeOf = async (organisationId: string): Promise<string> => {
  const { rows } = await employers.sql.query<{ code: string }>('select code from organisations where id = $1', [
    organisationId,
  ])
  return rows[0]?.code ?? ''
}

/** Two employers; the first answers for the second too. */
async function begin() {
  const covered = await startDraft(employers)
  const joint = await startDraft(employers)
  const code = await codeOf(covered.organisationId)
  await joint.save('a', { has_mhsw: 'no', return_scope: 'joint_return', return_scope_orgs: code })
  return { joint, covered, code }
}

const eventsOf = async (id: string) => {
  const { rows } = await employers.sql.query<{ kind: string }>(
    'select kind from return_events where return_id = $1 order by id',
    [id],
  )
  return rows.map(({ kind }) => kind)
}

const statusOf = async (id: string) => (await stored(employers, id)).status

describe('a joint return', () => {
  test('covers whom it names when it is submitted, and says on their pages by whom', async () => {
    const { joint, covered } = await begin()
    expect(await statusOf(covered.id)).toBe('not_started')
    await submitAll(employers, joint)
    expect(await statusOf(covered.id)).toBe('covered')

    const { rows } = await employers.sql.query<{ name: string }>('select name from organisations where id = $1', [
      joint.organisationId,
    ])
    const by = rows[0]?.name ?? 'nobody'
    expect((await covered.as.get('/returns')).text).toContain(`Covered by the joint return of ${by}`)
    expect((await covered.as.get(covered.at())).text).toContain(`Covered by the joint return of ${by}`)
    const section = await covered.read('b')
    expect(section).toContain(`${by} answers for yours in a joint return`)
    expect(section).not.toContain('name="sw_emp_in.hc"')
    expect((await covered.as.get(covered.at('/history'))).text).toContain(by)
    expect((await covered.save('a', { has_mhsw: 'yes' })).status).toBe(409)
  })

  test('counts once for each: nobody of those it covers is reminded', async () => {
    const { joint, covered } = await begin()
    await submitAll(employers, joint)
    await setClock(employers.sql, '2020-02-03T09:01:00Z')
    await sendDueReminders(employers.services)
    const { rows } = await employers.sql.query(
      `select return_id from post where kind = 'reminder' and return_id = $1`,
      [covered.id],
    )
    expect(rows).toEqual([])
  })

  test('lets them go when it is taken back: they are again what they were', async () => {
    const { joint, covered } = await begin()
    const signatory = await make(employers.db).person({ organisationId: covered.organisationId, role: 'preparer' })
    await submitAll(employers, joint)
    await joint.as.post(joint.at('/withdrawal'))
    expect(await statusOf(covered.id)).toBe('not_started')
    expect(await eventsOf(covered.id)).toEqual(['covered', 'uncovered'])
    const theirs = await employers.signIn(signatory.email)
    expect((await theirs.post(covered.at('/sections/a'), { has_mhsw: 'yes' })).status).toBe(303)
  })

  test('lets go whom it names no longer when it is submitted again', async () => {
    const { joint, covered } = await begin()
    const third = await startDraft(employers)
    await submitAll(employers, joint)
    await joint.as.post(joint.at('/withdrawal'))
    await joint.save('a', { return_scope_orgs: await codeOf(third.organisationId) })
    await sign(joint)
    expect([await statusOf(covered.id), await statusOf(third.id)]).toEqual(['not_started', 'covered'])
    await joint.as.post(joint.at('/withdrawal'))
    await joint.save('a', { return_scope: 'whole_org' })
    await sign(joint)
    expect(await statusOf(third.id)).toBe('not_started')
  })

  test('covers one that had declined, which has declined again when it is taken back', async () => {
    const { joint, covered } = await begin()
    const network = await employers.signIn((await make(employers.db).person({ staffRole: 'network' })).email)
    await network.post(`/network/returns/${covered.id}/status`, { status: 'declined', reason: 'No time this year' })
    await submitAll(employers, joint)
    expect(await statusOf(covered.id)).toBe('covered')
    await joint.as.post(joint.at('/withdrawal'))
    expect(await statusOf(covered.id)).toBe('declined')
  })

  test('cannot be submitted over work that another has begun meanwhile (A02)', async () => {
    const { joint, covered } = await begin()
    await knowAddress(employers, joint.organisationId)
    await complete(employers, joint)
    await joint.as.post(joint.at('/signature-request'))
    await covered.save('a', { has_mhsw: 'yes' })
    const signatory = await joint.signInAs('signatory')
    expect((await signatory.post(joint.at('/submission'), declaration())).status).toBe(422)
    expect([await statusOf(joint.id), await statusOf(covered.id)]).toEqual(['awaiting_signature', 'in_progress'])
  })

  test('either covers or finds begun whoever saves at the same moment, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { joint, covered } = await begin()
      await knowAddress(employers, joint.organisationId)
      await complete(employers, joint)
      await joint.as.post(joint.at('/signature-request'))
      const signatory = await joint.signInAs('signatory')
      const [signed, saved] = await Promise.all([
        signatory.post(joint.at('/submission'), declaration()),
        covered.save('a', { has_mhsw: 'yes' }),
      ])
      expect([
        [303, 409, 'covered'],
        [422, 303, 'in_progress'],
      ]).toContainEqual([signed.status, saved.status, await statusOf(covered.id)])
    }
  })

  test('is nothing to organisations that are not asked, or unknown', async () => {
    const { joint, covered } = await begin()
    await joint.save('a', { return_scope_orgs: 'ZZ999' })
    await submitAll(employers, joint)
    expect(await statusOf(covered.id)).toBe('not_started')
  })

  test('that changed its mind covers nobody, though the names are still in it', async () => {
    const { joint, covered } = await begin()
    await joint.save('a', { return_scope: 'whole_org' })
    await submitAll(employers, joint)
    expect(await statusOf(covered.id)).toBe('not_started')
  })
})

describe('two joint returns that name each other, signed at once', () => {
  test('wait for one another in turn', async () => {
    const [one, other] = [await startDraft(employers), await startDraft(employers)]
    const third = await startDraft(employers)
    for (const draft of [one, other]) {
      await knowAddress(employers, draft.organisationId)
      const named = await codeOf(third.organisationId)
      await draft.save('a', { has_mhsw: 'no', return_scope: 'joint_return', return_scope_orgs: named })
      await complete(employers, draft)
      await draft.as.post(draft.at('/signature-request'))
    }
    const signers = await Promise.all([one.signInAs('signatory'), other.signInAs('signatory')])
    const answers = await Promise.all([
      signers[0].post(one.at('/submission'), declaration()),
      signers[1].post(other.at('/submission'), declaration()),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await eventsOf(third.id)).toEqual(['covered'])
  })
})

describe('a return for a part of an organisation', () => {
  test('says which part and why not all, and covers nobody', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'no', return_scope: 'part_of_org' })
    const page = await draft.read('a')
    expect(page).toContain('name="return_scope_detail"')
    expect(page).not.toContain('name="return_scope_orgs"')
    expect((await draft.as.get(draft.at('/check'))).text).toContain('#return_scope_detail')
    await draft.save('a', { return_scope_detail: 'The northern districts only: the south moved in 2018' })
    await submitAll(employers, draft)
    expect(await statusOf(draft.id)).toBe('nil')
    expect((await draft.as.get(draft.at('/receipt'))).text).toContain('The northern districts only')
  })

  test('keeps what was said of the part out of the return once it is whole again', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'no', return_scope: 'part_of_org' })
    await draft.save('a', { return_scope_detail: 'The northern districts only: the south moved in 2018' })
    await draft.save('a', { return_scope: 'whole_org' })
    await submitAll(employers, draft)
    expect((await draft.as.get(draft.at('/receipt'))).text).not.toContain('The northern districts only')
  })
})

describe('a nil return', () => {
  test('goes the whole way: no, why, sign, receipt, response', async () => {
    const draft = await startDraft(employers, { type: 'independent' })
    await draft.save('a', { has_mhsw: 'no', nil_reason: 'service_not_provided' })
    await submitAll(employers, draft)
    expect(await statusOf(draft.id)).toBe('nil')
    expect((await draft.as.get(draft.at())).text).toContain('Submitted: there are none')
    expect((await draft.as.get(draft.at('/receipt'))).text).toContain('We do not provide the service')
    const { rows } = await employers.sql.query('select nil from submissions where return_id = $1', [draft.id])
    expect(rows).toEqual([{ nil: true }])
    const network = await employers.signIn((await make(employers.db).person({ staffRole: 'network' })).email)
    expect((await network.get('/network/collections/mhsw-2019?status=nil')).text).toContain(draft.id)
    expect((await draft.save('a', { has_mhsw: 'yes' })).status).toBe(409)
    await draft.as.post(draft.at('/withdrawal'))
    expect((await draft.save('a', { has_mhsw: 'yes' })).status).toBe(303)
    expect(await statusOf(draft.id)).toBe('in_progress')
  })
})
