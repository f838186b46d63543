import { useApp } from '../support/app'
import { useOpenDoor } from '../support/openDoor'
import { callerAt } from '../drill/caller'
import { faultsAmong, writeTogether } from '../drill/crowd'
import { makeWorld } from '../drill/world'

const clashes = (saved: readonly { readonly conflicts: readonly unknown[] }[]): number =>
  saved.filter(({ conflicts }) => conflicts.length > 0).length

const app = useApp()
const door = useOpenDoor(app)

test('four people write to the same boxes at once: all that was acknowledged is there, and nothing is overwritten unasked', async () => {
  const world = await makeWorld(app.db, app.sql, 4)
  const callers = await Promise.all(
    world.emails.map(async (email, at) => ({ name: `Preparer ${at + 1}`, caller: await callerAt(door.at(''), email) })),
  )
  const saved = await writeTogether(world, callers, (soFar) => soFar.length < 120 || clashes(soFar) < 10)

  expect(saved.filter(({ kept }) => Object.keys(kept).length > 0).length).toBeGreaterThan(5)
  expect(await faultsAmong(app.sql, world, saved)).toEqual([])
  // And it would be noticed: where nobody is told what others change, they go on unknowing.
  const untold = saved.map((each) => ({ ...each, shown: [] }))
  expect(await faultsAmong(app.sql, world, untold)).not.toEqual([])
})
