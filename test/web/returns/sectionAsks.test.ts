import { useApp } from '../../support/app'
import { make } from '../../support/make'
import { boxIn, startDraft } from './draft'

const employers = useApp()
const begin = () => startDraft(employers)

describe('what a section asks', () => {
  test('is only what follows from the answers, and it says why the rest is not asked', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_ext.hc': '0', 'sw_ext.wte': '0' })
    const page = await draft.read('b')
    expect(boxIn(page, 'sw_ext_by_employer.nhs_trust.hc')).toBeUndefined()
    expect(page).toContain(
      'Not asked: “Who employs the external social workers?”, “Name each employing organisation”, because',
    )
    expect(page).toContain('work in your mental health services: People” is 0')
  })

  test('is nothing where the whole section does not apply', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'no' })
    expect(await draft.read('b')).toContain(
      'This section is not asked, because you answered “No” to “On 30 September 2019',
    )
    expect((await draft.as.get(draft.at())).text).not.toContain(`href="${draft.at('/sections/b')}"`)
  })

  test('comes back with its answers when the routing does', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_emp_in.hc': '41' })
    await draft.save('a', { has_mhsw: 'no' })
    await draft.save('a', { has_mhsw: 'yes' })
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
  })

  test('has only the rows that are asked, and says how many are not', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('k', { 'team_provided.cmht': 'yes', 'team_provided.eip': 'no' })
    const page = await draft.read('k')
    expect(page).toContain('name="team_uses_sw.cmht"')
    expect(page).not.toContain('name="team_uses_sw.eip"')
    expect(page).toContain(
      '1 row is not asked, because of what you answered above. 39 rows wait for your answer above.',
    )
  })

  test('has no question that is for other types of organisation', async () => {
    const council = await startDraft(employers, { type: 'local_authority' })
    const page = await council.read('a')
    expect(page).toContain('Resident population')
    expect(page).not.toContain('Registered population')
  })

  test('shows what the network filled in and what is worked out as text, not as boxes', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_emp_out.hc': '2' })
    expect(boxIn(await draft.read('a'), 'pop_registered')).toBeUndefined()
    expect(await draft.read('a')).toContain('500,000')
    expect(await draft.read('b')).toMatch(/data-shown="sw_employed.hc">43</)
  })

  test('names organisations by a list of suggestions, and numbers entries never used before', async () => {
    const draft = await begin()
    const partner = await make(employers.db).organisation({
      type: 'local_authority',
      name: 'Harrowmere Council',
      code: 'E06900999',
    })
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', {
      'sw_ext.hc': '12',
      'sw_ext_partner.1.org': `${partner.name} (${partner.code})`,
      'sw_ext_partner.2.hc': '3',
    })
    const page = await draft.read('b')
    expect(page).toContain('<option value="Harrowmere Council (E06900999)">')
    expect(boxIn(page, 'sw_ext_partner.1.org')).toBe('Harrowmere Council (E06900999)')
    await draft.save('b', { 'sw_ext_partner.2.hc': '' })
    const cleared = await draft.read('b')
    expect(boxIn(cleared, 'sw_ext_partner.2.hc')).toBeUndefined()
    expect(boxIn(cleared, 'sw_ext_partner.3.hc')).toBe('')
  })

  test('says under a table what is missing from its total', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', {
      'sw_emp_in.hc': '41',
      'sw_emp_in.wte': '36.2',
      'sw_emp_out.hc': '0',
      'sw_emp_out.wte': '0',
    })
    await draft.save('b', {
      'sw_career_stage.social_worker.hc': '40',
      'sw_career_stage.social_worker.wte': '35.4',
      'zero-fill': 'sw_career_stage',
    })
    const page = await draft.read('b')
    expect(page).toContain('1 person and 0.80 WTE missing')
    expect(page).toMatch(/data-shown="sw_career_stage.\*.wte">35.40</)
    expect(page).toContain('Total you employ')
  })

  test('gives every box a name made of its row and its column', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_ext.hc': '12' })
    expect(await draft.read('b')).toMatch(/name="sw_ext_by_employer.nhs_trust.wte"[^>]* aria-label="NHS trust: WTE"/)
  })
})
