import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { staffed, startAgain, trustsIn, type Trust } from '../../support/releases'
import { visible } from '../visible'

const { db, sql, signIn } = useApp()
const made = make(db)
const { trust, trusts, submit, release } = trustsIn(db)

const BEFORE = '2020-02-03T09:00:00Z'
const AFTER = '2020-02-12T09:00:00Z'

beforeEach(async () => {
  await startAgain(sql)
  await setClock(sql, BEFORE)
  await made.collection()
})

async function lookFrom({ organisationId, returnId }: Trust, path = 'benchmarks') {
  const { email } = await made.person({ organisationId, role: 'preparer' })
  const { text, status } = await (await signIn(email)).get(`/returns/${returnId}${path === '' ? '' : `/${path}`}`)
  expect(status).toBe(200)
  return visible(text)
}

const five = [20, 31, 42, 53, 64]

describe('before a release', () => {
  test('it says when to expect one', async () => {
    expect(await lookFrom(await trust(undefined))).toContain(
      'No figures have been published yet. The network publishes them once the collection has closed, at 11:59pm on Monday 10 February 2020; it may publish provisional ones before. Only returns that have been submitted are in them.',
    )
  })

  test('it says to those who have submitted that they will be in it', async () => {
    const [ours] = await trusts(20)
    await setClock(sql, AFTER)
    if (ours) expect(await lookFrom(ours)).toContain('the network is preparing them. Your return has been submitted')
  })

  test('one that is kept back is as none', async () => {
    const [ours] = await trusts(...five)
    await setClock(sql, AFTER)
    expect(await release({ hold: true })).toMatchObject({ kind: 'made' })
    if (!ours) return
    expect(await lookFrom(ours)).toContain('No figures have been published yet')
    expect(await lookFrom(ours, '')).not.toContain('Figures have been published')
  })
})

describe('a published release', () => {
  test('made before the close says that it is provisional', async () => {
    const [ours] = await trusts(...five)
    await release()
    if (!ours) return
    const said = await lookFrom(ours)
    expect(said).toContain('Provisional release 1, 3 Feb 2020')
    expect(said).toContain('These figures are provisional: returns are still coming in')
  })

  test('is led to from the list, the sections and the receipt', async () => {
    const [ours] = await trusts(...five)
    await setClock(sql, AFTER)
    await release()
    if (!ours) return
    for (const path of ['', 'receipt']) {
      expect(await lookFrom(ours, path)).toContain('See your figures beside those of others')
    }
    const { email } = await made.person({ organisationId: ours.organisationId, role: 'signatory' })
    expect((await (await signIn(email)).get('/returns')).text).toContain(`/returns/${ours.returnId}/benchmarks`)
    const contributor = await made.person({ organisationId: ours.organisationId, role: 'contributor' })
    await made.assignment({ returnId: ours.returnId, personId: contributor.id, section: 'b' })
    const visitor = await signIn(contributor.email)
    expect((await visitor.get('/returns')).text).not.toContain('/benchmarks')
    expect((await visitor.get(`/returns/${ours.returnId}`)).text).not.toContain('/benchmarks')
  })

  test('says to those who have not submitted that they are not in it', async () => {
    await trusts(...five)
    const late = await trust(undefined)
    await setClock(sql, AFTER)
    await release()
    const said = await lookFrom(late)
    expect(said).toContain('Your return has not been submitted, so it is not in it.')
    expect(said).toContain('Ask for more time')
  })

  test('says to those who came after it that the next takes them in', async () => {
    await trusts(...five)
    await release()
    const [late] = await trusts(75)
    if (late) expect(await lookFrom(late)).toContain('was made before your return was submitted')
  })

  test('says to those covered by a joint return whose figures they are in', async () => {
    await trusts(...five)
    const covered = await trust(undefined)
    await sql.query(`update returns set status = 'covered', set_aside_from = 'not_started' where id = $1`, [
      covered.returnId,
    ])
    await setClock(sql, AFTER)
    await release()
    expect(await lookFrom(covered)).toContain('answers for you: your figures are in theirs')
  })

  test('counts a nil return with 0, and gives it no shares', async () => {
    await trusts(...five)
    const nil = await trust({ has_mhsw: 'no' })
    await setClock(sql, AFTER)
    await release()
    const said = await lookFrom(nil)
    expect(said).toContain('you count with 0 in rates per population, and have no shares of your own')
    expect(said).toMatch(/Yours: 0\.0 /)
    expect(said).toContain('You have nothing to set it against: there is no share of nobody.')
  })

  test('stays what it was when the return is submitted again', async () => {
    const [ours] = await trusts(...five)
    await setClock(sql, AFTER)
    await release()
    if (!ours) return
    await submit(ours, staffed(99))
    const said = await lookFrom(ours)
    expect(said).toContain('You have submitted again since. The next release takes that in.')
    expect(said).toContain('(20 out of 1,000,000)')
    expect(said).not.toContain('(99 out of 1,000,000)')
  })

  test('says what is missing for a figure, and how to mend it', async () => {
    await trusts(...five)
    const ours = await trust(staffed(20, 'NC'))
    await setClock(sql, AFTER)
    await release()
    const said = await lookFrom(ours)
    expect(said).toMatch(
      /You: NC \(not collected\)\..*You said that you do not collect “Vacant posts”\. If you can give it, ask to correct your return/i,
    )
    expect(said).toContain('You: Not answered')
  })
})

test('where there is no release, a file leads to the page that says so', async () => {
  const { organisationId, returnId } = await trust(undefined)
  const { email } = await made.person({ organisationId, role: 'signatory' })
  const visitor = await signIn(email)
  for (const file of ['benchmarks.csv', 'benchmarks/ind_vacancy_rate.svg']) {
    const { status, headers } = await visitor.get(`/returns/${returnId}/${file}`)
    expect([status, headers.location]).toEqual([303, `/returns/${returnId}/benchmarks`])
  }
})
