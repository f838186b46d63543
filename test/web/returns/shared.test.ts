import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { binary, filledIn, hidden, sent } from '../workbook/workbookDraft'
import { boxIn } from './draft'
import { startSisters, stored, valueAt } from './sisters'

const employers = useApp()

/** Both returns begun. */
async function begin() {
  const { social, peer } = await startSisters(employers)
  await social.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
  await peer.save('b', { psw_any: 'yes' })
  return { social, peer }
}

const routesOf = async (id: string, address: string) => {
  const { rows } = await employers.sql.query<{ via: string; by: string }>(
    `select via, people.name as by from cell_changes join people on people.id = person_id
     where return_id = $1 and address = $2 order by cell_changes.id`,
    [id, address],
  )
  return rows
}

describe('what both surveys ask', () => {
  test('is answered once: a change in one is made in the other, by the same person, from the other survey', async () => {
    const { social, peer } = await begin()
    await social.save('a', { contact_name: 'Ines Corrie', services_ages: ['adult_18_64', 'older_65_plus'] })
    expect(boxIn(await peer.read('a'), 'contact_name')).toBe('Ines Corrie')
    expect(await valueAt(employers, peer.id, 'services_ages')).toEqual(['adult_18_64', 'older_65_plus'])
    expect(await routesOf(peer.id, 'contact_name')).toEqual([
      { via: 'shared', by: 'Dilys Marlow' },
      { via: 'shared', by: 'Dilys Marlow' },
    ])
    expect((await peer.as.get(peer.at('/history'))).text).toContain('given in the other survey')

    await peer.save('a', { contact_name: '' })
    expect(boxIn(await social.read('a'), 'contact_name')).toBe('')
  })

  test('goes along when it comes in an autosave, box by box', async () => {
    const { social, peer } = await begin()
    const { version } = await stored(employers, peer.id)
    await peer.patch('a', { version, cells: { contact_phone: '01632 960123' } })
    expect(boxIn(await social.read('a'), 'contact_phone')).toBe('01632 960123')
  })

  test('goes along when it comes in a spreadsheet, whose blank form shows what the other says', async () => {
    const { social, peer } = await startSisters(employers)
    await social.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow', contact_phone: '01632 960123' })
    const file = (await binary(peer.as.get(peer.at('/workbook.xlsx')))).body as Buffer
    await sent(peer.as, peer.at('/workbook.xlsx'), await filledIn(file, { contact_name: 'Ines Corrie' }), 'return.xlsx')
    const page = (await peer.as.get(peer.at('/workbook/changes'))).text
    expect(page).toContain('Ines Corrie')
    expect(page).not.toContain('01632 960123')
    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' }
    expect((await peer.as.post(peer.at('/workbook/confirmation'), fields)).status).toBe(303)
    expect(await valueAt(employers, social.id, 'contact_name')).toBe('Ines Corrie')
    expect(await valueAt(employers, peer.id, 'contact_phone')).toBe('01632 960123')
    expect(await routesOf(peer.id, 'contact_name')).toEqual([{ via: 'workbook', by: 'Dilys Marlow' }])
    expect(await routesOf(peer.id, 'contact_phone')).toEqual([{ via: 'shared', by: 'Dilys Marlow' }])
  })

  test('is not whether there are any social workers, nor anything one survey asks alone', async () => {
    const { social, peer } = await begin()
    await social.save('a', { has_mhsw: 'no' })
    await peer.save('b', { psw_any: 'no' })
    expect(await valueAt(employers, peer.id, 'has_mhsw')).toBeUndefined()
    expect(await valueAt(employers, social.id, 'psw_any')).toBeUndefined()
  })

  test('is not shared with another organisation, nor with a collection of another time', async () => {
    const { social } = await begin()
    const other = await begin()
    const later = await make(employers.db).collection({
      code: 'mhsw-2022',
      title: 'Social care 2022',
      opensAt: '2022-06-01T00:00:00Z',
      cutoffAt: '2022-08-01T00:00:00Z',
    })
    const { id } = await make(employers.db).return({
      organisationId: social.organisationId,
      collectionId: later.id,
      status: 'in_progress',
    })
    await social.save('a', { contact_name: 'Ines Corrie' })
    expect(await valueAt(employers, other.social.id, 'contact_name')).toBe('Dilys Marlow')
    expect(await valueAt(employers, id, 'contact_name')).toBeUndefined()
  })
})

describe('a return begun later', () => {
  test('shows what the other says, and takes it over with its first save', async () => {
    const { social, peer } = await startSisters(employers)
    await social.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
    expect(await stored(employers, peer.id)).toMatchObject({ status: 'not_started', version: 0 })
    expect(boxIn(await peer.read('a'), 'contact_name')).toBe('Dilys Marlow')

    await peer.save('b', { psw_any: 'yes' })
    expect(await stored(employers, peer.id)).toMatchObject({ status: 'in_progress', version: 1 })
    expect(await routesOf(peer.id, 'contact_name')).toEqual([{ via: 'shared', by: 'Dilys Marlow' }])
    expect(await routesOf(peer.id, 'psw_any')).toEqual([{ via: 'typed', by: 'Dilys Marlow' }])
    expect(await valueAt(employers, peer.id, 'has_mhsw')).toBeUndefined()
  })

  test('keeps what was typed over it, and hands that back', async () => {
    const { social, peer } = await startSisters(employers)
    await social.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow', contact_phone: '01632 960123' })
    await peer.save('a', { version: '0', contact_name: 'Ines Corrie', contact_phone: '' })
    expect(await valueAt(employers, peer.id, 'contact_name')).toBe('Ines Corrie')
    expect(await valueAt(employers, peer.id, 'contact_phone')).toBeUndefined()
    expect(boxIn(await social.read('a'), 'contact_name')).toBe('Ines Corrie')
    expect(await valueAt(employers, social.id, 'contact_phone')).toBeUndefined()
  })

  test('is begun by saving what it was shown, without a change', async () => {
    const { social, peer } = await startSisters(employers)
    await social.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
    await peer.save('a', { contact_name: 'Dilys Marlow' })
    expect(await stored(employers, peer.id)).toMatchObject({ status: 'in_progress', version: 1 })
  })
})

describe('the other return', () => {
  test('stays as it is once it has been submitted, and the change is kept here', async () => {
    const { social, peer } = await begin()
    await make(employers.db).submission({ returnId: social.id, signedBy: social.signatory.id })
    await peer.save('a', { contact_name: 'Ines Corrie' })
    expect(await valueAt(employers, peer.id, 'contact_name')).toBe('Ines Corrie')
    expect(await valueAt(employers, social.id, 'contact_name')).toBe('Dilys Marlow')
  })

  test('stays as it is once it has closed, where this one has more time', async () => {
    const { social, peer } = await begin()
    const admin = await make(employers.db).person({ staffRole: 'admin' })
    await make(employers.db).opening({ returnId: peer.id, grantedBy: admin.id, untilAt: '2020-02-20T00:00:00Z' })
    await setClock(employers.sql, '2020-02-12T09:00:00Z')
    expect((await peer.save('a', { contact_name: 'Ines Corrie' })).status).toBe(303)
    expect(await valueAt(employers, peer.id, 'contact_name')).toBe('Ines Corrie')
    expect(await valueAt(employers, social.id, 'contact_name')).toBe('Dilys Marlow')
  })

  test('no longer waits for signature when an answer in it was changed, and says so', async () => {
    const { social, peer } = await begin()
    await employers.sql.query(`update returns set status = 'awaiting_signature' where id = $1`, [social.id])
    await peer.save('a', { contact_name: 'Ines Corrie' })
    expect(await stored(employers, social.id)).toMatchObject({ status: 'in_progress' })
    const { rows } = await employers.sql.query(`select kind from return_events where return_id = $1 order by id`, [
      social.id,
    ])
    expect(rows.at(-1)).toEqual({ kind: 'signature_undone' })
  })

  test('shows whoever has it open both answers, and loses neither', async () => {
    const { social, peer } = await begin()
    const { version } = await stored(employers, peer.id)
    await social.save('a', { contact_name: 'Ines Corrie' })
    const answer = await peer.patch('a', {
      version,
      cells: { contact_name: 'Tomos Hale', contact_phone: '01632 960123' },
    })
    expect(answer.status).toBe(409)
    expect(answer.body.conflicts).toMatchObject([
      { cell: 'contact_name', yours: 'Tomos Hale', theirs: 'Ines Corrie', by: 'Dilys Marlow' },
    ])
    expect(await valueAt(employers, social.id, 'contact_phone')).toBe('01632 960123')
  })
})

describe('a figure told in both surveys (PS12)', () => {
  const here = { 'psw_emp.hc': '5', 'psw_emp.wte': '4', 'psw_out.hc': '2', 'psw_out.wte': '1' }
  const soft = async (id: string) => (await stored(employers, id)).progress.b

  test('is asked about where they differ, with both figures, and no longer once they agree', async () => {
    const { social, peer } = await begin()
    await peer.save('b', here)
    expect(await peer.read('b')).not.toContain('your social work return says')
    await social.save('o', { 'oth_staff.peer_support_worker.hc': '4' })
    expect(await peer.read('b')).toContain(
      'You employ 3 peer support workers who work in your own services, but your social work return says 4.',
    )
    await social.save('o', { 'oth_staff.peer_support_worker.hc': '3' })
    expect(await peer.read('b')).not.toContain('your social work return says')
  })

  test('is judged again in the return that asks when the other changes, and its explanation then is of other figures', async () => {
    const { social, peer } = await begin()
    await peer.save('b', here)
    const { version } = await stored(employers, peer.id)
    await social.save('o', { 'oth_staff.peer_support_worker.hc': '4' })
    expect(await soft(peer.id)).toMatchObject({ soft: 1, explained: 0 })
    expect((await stored(employers, peer.id)).version).toBe(version)

    await peer.save('b', { 'explain!PS12': 'One of them began after the census date' })
    expect(await soft(peer.id)).toMatchObject({ soft: 1, explained: 1 })
    await social.save('o', { 'oth_staff.peer_support_worker.hc': '6' })
    expect(await soft(peer.id)).toMatchObject({ soft: 1, explained: 0 })
    expect(await peer.read('b')).toContain('The figures have changed since this was explained')
  })

  test('is nothing where the other return was declined', async () => {
    const { social, peer } = await begin()
    await peer.save('b', here)
    await social.save('o', { 'oth_staff.peer_support_worker.hc': '4' })
    await employers.sql.query(`update returns set status = 'declined' where id = $1`, [social.id])
    expect(await peer.read('b')).not.toContain('your social work return says')
  })
})

test('forty saves at once, in both returns, wait for one another and for nothing else', async () => {
  const { social, peer } = await begin()
  const saves = Array.from({ length: 20 }, (_, at) => [
    social.patch('a', { version: 99, cells: { contact_name: `From social work ${at}` } }),
    peer.patch('a', { version: 99, cells: { contact_name: `From peer support ${at}` } }),
  ]).flat()
  const answers = await Promise.all(saves)
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200))
  expect(await valueAt(employers, social.id, 'contact_name')).toBe(await valueAt(employers, peer.id, 'contact_name'))
  const { rows } = await employers.sql.query(
    `select return_id, count(*)::int from cell_changes where address = 'contact_name' and return_id = any($1)
     group by return_id`,
    [[social.id, peer.id]],
  )
  expect(rows.map(({ count }) => count)).toEqual([41, 41])
})
