import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { boxIn, startDraft } from './draft'

const employers = useApp()

async function beginAt(cutoffAt: string) {
  const draft = await startDraft(employers)
  await make(employers.db).collection({ opensAt: '2020-01-06T00:00:00Z', cutoffAt })
  return draft
}

const winter = '2020-02-11T00:00:00Z'
const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']

describe('the close of a return', () => {
  test.each([
    ['in winter', winter, '2020-02-10T23:59:58Z', '11:59pm on Monday 10 February 2020'],
    ['in summer time', '2020-06-30T23:00:00Z', '2020-06-30T22:59:58Z', '11:59pm on Tuesday 30 June 2020'],
  ])(
    '%s lets in what reached us before it, and refuses what came after',
    async (_when, cutoffAt, lastMoment, inWords) => {
      const draft = await beginAt(cutoffAt)
      await setClock(employers.sql, lastMoment)
      expect((await draft.save('a', { has_mhsw: 'yes' })).status).toBe(303)
      await setClock(employers.sql, cutoffAt)
      const page = await draft.save('a', { has_mhsw: 'no', contact_name: 'Dilys' })
      expect(page.status).toBe(409)
      expect(page.text).toContain(`This return closed at ${inWords}`)
      expect(page.text).toContain('Nothing more can be changed.')
      const { rows } = await employers.sql.query(
        'select 1 from cell_changes where return_id = $1 and decided_at >= $2',
        [draft.id, cutoffAt],
      )
      expect(rows).toEqual([])
    },
  )

  test.each(zones)('does not depend on where the app runs (%s)', async (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      const draft = await beginAt(winter)
      await setClock(employers.sql, '2020-02-10T23:59:58Z')
      expect((await draft.as.get(draft.at())).text).toContain('Closes 11:59pm on Monday 10 February 2020, today')
      expect((await draft.save('a', { has_mhsw: 'yes' })).status).toBe(303)
      await setClock(employers.sql, winter)
      expect((await draft.save('a', { has_mhsw: 'no' })).status).toBe(409)
    } finally {
      process.env.TZ = before
    }
  })

  test('leaves what was typed on the page, to copy and to send along with a request for more time', async () => {
    const draft = await beginAt(winter)
    await setClock(employers.sql, winter)
    const page = await draft.save('a', { has_mhsw: 'no', contact_name: 'Dilys Marlow' })
    expect(page.text).toContain('<dd>Dilys Marlow</dd>')
    expect(page.text).toContain(`action="${draft.at('/reopening-requests')}"`)
    expect(page.text).toContain('<input type="hidden" name="contact_name" value="Dilys Marlow">')
  })

  test('makes every section one to read', async () => {
    const draft = await beginAt(winter)
    await draft.save('a', { contact_name: 'Dilys Marlow' })
    await setClock(employers.sql, winter)
    const page = await draft.read('a')
    expect(page).toContain('This return closed at 11:59pm on Monday 10 February 2020.')
    expect(page).toContain('Dilys Marlow')
    expect(boxIn(page, 'contact_name')).toBeUndefined()
  })

  test('comes later for a section that was given longer, and for no other', async () => {
    const draft = await beginAt(winter)
    const admin = await make(employers.db).person({ staffRole: 'admin' })
    await employers.sql.query(
      `insert into openings (return_id, kind, until_at, reason, sections, granted_by, decided_at)
       values ($1, 'extension', '2020-03-01T00:00:00Z', 'The payroll system failed', '{a}', $2, '2020-02-09T12:00:00Z')`,
      [draft.id, admin.id],
    )
    await setClock(employers.sql, '2020-02-20T12:00:00Z')
    expect((await draft.save('a', { contact_name: 'Dilys' })).status).toBe(303)
    expect((await draft.save('f', { amhp_emp_any: 'no' })).status).toBe(409)
  })
})
