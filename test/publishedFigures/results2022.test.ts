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
  // All employers less trusts less councils are four providers: of the types, trusts are told, as in 2019 (wave 2022, 5 and 8).
  for (const indicator of ['ind_vacancy_rate', 'ind_pct_bame']) {
    const pooled = (group: string) => released.book.at(indicator, group)?.pooled
    expect(pooled('all')).toEqual({ value: expect.any(Number) })
    expect(pooled('type:nhs_trust')).toEqual({ value: expect.any(Number) })
    expect(pooled('type:local_authority')).toEqual({ withheld: 'could_be_worked_out' })
  }
}, 480_000)
