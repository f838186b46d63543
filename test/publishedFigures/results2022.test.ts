import { useDatabase } from '../support/database'
import { employers2022 } from './employers2022'
import { independentsIn, results2022 } from './results2022'
import { written } from './written'
import { collect } from './world'

const world = useDatabase()

test('58 trusts, 63 councils and 4 providers that submit what adds up to the results of 2022 lead to the figures that were published', async () => {
  const released = await collect(world, 'mhsw-2022', employers2022())
  const rows = results2022(released, await independentsIn(world.db, 'mhsw-2022'))
  expect(rows).toHaveLength(20)
  expect(written(rows.filter(({ agrees }) => !agrees))).toBe(written([]))
}, 480_000)
