import { figuresOfRelease, releaseNumbered } from '../../server/db/releases'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { setClock } from '../support/clock'
import { figureIn, staffed, startAgain, told, trustsIn } from '../support/releases'

const { db, pool } = useDatabase()

const TRUSTS = 'type:nhs_trust'

const employed = Array.from({ length: 9 }, (_, at) => 20 + at * 3)

/** What a release tells of England's trusts, numerator and mean, for those who have kept it. */
async function kept(collectionId: string, number: number) {
  const found = await releaseNumbered(db, collectionId, { number, forEmployers: true })
  const figures = await figuresOfRelease(db, found?.id ?? '')
  const of = (code: string) => figureIn(figures, code, TRUSTS)
  return { employed: told(of('ind_wte_employed_100k')?.numerator), vacancies: told(of('ind_vacancy_rate')?.numerator) }
}

test('a newcomer cannot hide behind five who submit again and change nothing of it', async () => {
  await setClock(pool, '2020-02-12T09:00:00Z')
  const { id } = await make(db).collection()
  const { trust, trusts, submit, release } = trustsIn(db)
  const first = await trusts(...employed)
  expect(await release()).toEqual({ kind: 'made', number: 1 })
  const before = await kept(id, 1)

  // Five correct their vacancies; one more trust submits.
  for (const [at, each] of first.slice(0, 5).entries()) await submit(each, staffed(20 + at * 3, 4 + at))
  await trust(staffed(37.5))
  expect(await release()).toEqual({ kind: 'made', number: 2 })
  const after = await kept(id, 2)

  // Of vacancies six have changed, and they are told anew. Of those employed, one: the difference would be its figure.
  expect(typeof before.employed).toBe('number')
  expect(Number(after.employed) - Number(before.employed)).not.toBe(37.5)
  expect(after.employed).toBe('too_few_changed')
})

test('what nobody has changed is told again, though two have corrected something else', async () => {
  await startAgain(pool)
  await setClock(pool, '2020-02-12T09:00:00Z')
  const { id } = await make(db).collection()
  const { trusts, submit, release } = trustsIn(db)
  const first = await trusts(...employed)
  expect(await release()).toEqual({ kind: 'made', number: 1 })
  for (const [at, each] of first.slice(0, 2).entries()) await submit(each, staffed(20 + at * 3, 4 + at))
  expect(await release()).toEqual({ kind: 'made', number: 2 })
  const [before, after] = [await kept(id, 1), await kept(id, 2)]
  expect(after).toEqual({ employed: before.employed, vacancies: 'too_few_changed' })
})
