import { useDatabase } from '../support/database'
import { results2019 } from './results2019'
import { written } from './written'
import { collect } from './world'
import { trusts2019 } from './trusts2019'

const world = useDatabase()

test('55 trusts that submit what adds up to the results of 2019 lead to the figures that were published', async () => {
  const rows = results2019(await collect(world, 'mhsw-2019', { answering: trusts2019() }))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(27)
  expect(written(rows.filter(({ agrees }) => !agrees))).toBe(written([]))
}, 240_000)
