import { makeRelease } from '../../server/actions/makeRelease'
import { figuresOfRelease, latestRelease, marksOfRelease, talliesOfRelease } from '../../server/db/releases'
import { useDatabase } from '../support/database'
import { make } from '../support/make'

const { db } = useDatabase({ demonstration: 'complete' })

const released = async (code: string) => {
  const { id: personId } = await make(db).person({ staffRole: 'analyst' })
  const outcome = await makeRelease({ db }, { code, personId, hold: false })
  expect(outcome).toEqual({ kind: 'made', number: 1 })
  const { id } = await db.selectFrom('collections').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  const found = await latestRelease(db, id, { forEmployers: true })
  if (!found) throw new Error('Nothing was released')
  return found
}

test('figures can be released of the demonstration that is complete', async () => {
  const { id, kind, methods } = await released('mhsw-2019')
  expect(kind).toBe('final')
  expect(methods.response.find(({ group }) => group === 'all')).toMatchObject({ asked: 220, responded: 220, nil: 5 })
  expect(methods.submissions).toBe(219)
  expect(methods.besides).toHaveLength(1)

  const figures = await figuresOfRelease(db, id, { groups: ['type:nhs_trust'] })
  const told = figures.filter(({ mean }) => 'value' in mean)
  expect(told.length).toBeGreaterThan(80)
  expect((await figuresOfRelease(db, id)).some(({ group }) => group.startsWith('size:'))).toBe(true)
  expect((await talliesOfRelease(db, id, { groups: ['type:nhs_trust'] })).map(({ tally }) => tally)).toEqual([
    'demo_age',
    'demo_disability',
    'demo_ethnicity',
    'demo_gender',
    'pay_afc',
  ])
  for (const { value } of await marksOfRelease(db, id)) expect(Number.isFinite(value)).toBe(true)
})

test('and of that of 2022, in which four providers are too few to be told of', async () => {
  const { id, methods } = await released('mhsw-2022')
  const line = (group: string) => methods.response.find((each) => each.group === group)
  expect(line('type:local_authority')).toMatchObject({ asked: 152, responded: 63 })
  const figures = await figuresOfRelease(db, id, { indicators: ['ind_vacancy_rate'] })
  const told = (group: string) => figures.find((figure) => figure.group === group)?.mean
  expect(told('type:nhs_trust')).toEqual({ value: expect.any(Number) })
  expect(told('type:independent')).toEqual({ withheld: 'too_few_organisations' })
})

test('and of its peer support survey', async () => {
  const { id } = await released('psw-2019')
  const figures = await figuresOfRelease(db, id, { indicators: ['ind_psw_wte_100k', 'ind_psw_orgs'] })
  expect(figures.find(({ group }) => group === 'type:nhs_trust')?.organisations).toBeGreaterThan(40)
})
