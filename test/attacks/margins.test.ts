import { figuresOfRelease, latestRelease } from '../../server/db/releases'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { setClock } from '../support/clock'
import { figureIn, staffed, told, trustsIn } from '../support/releases'

const { db, pool } = useDatabase()

test('a small number of one region cannot be had by taking the other regions from England', async () => {
  await setClock(pool, '2020-02-12T09:00:00Z')
  const { id } = await make(db).collection()
  const { trust, release } = trustsIn(db)
  for (let at = 0; at < 12; at += 1) {
    const inGeneric = at < 3 ? 1 : 0
    await trust(
      { ...staffed(30 + at), 'sw_generic_posts.hc': inGeneric, 'sw_generic_posts.wte': inGeneric },
      { nhsRegion: at < 6 ? 'Y60' : 'Y56' },
    )
  }
  expect(await release()).toEqual({ kind: 'made', number: 1 })
  const found = await latestRelease(db, id, { forEmployers: true })
  const figures = await figuresOfRelease(db, found?.id ?? '')
  const counted = (group: string) => told(figureIn(figures, 'ind_generic_posts', group)?.numerator)
  const [england, few, none] = ['type:nhs_trust', 'region:nhs_trust:Y60', 'region:nhs_trust:Y56'].map(counted)
  expect(few).toBe('small_number')
  expect([typeof england, typeof none]).not.toEqual(['number', 'number'])
})
