import { routesOf } from '../../server/app'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { useOpenDoor } from '../support/openDoor'
import type { Actor } from '../web/accessTable'
import { faultsOn } from './audit'
import { pathsFor } from './paths'
import { type Ids, findWorld, open, people, visitorsAt, type Who } from './world'

jest.setTimeout(180_000)

const app = useApp({ demonstration: 'under way' })
const door = useOpenDoor(app)
const { newPerson } = useBrowser()
const visitors = visitorsAt(door.at, newPerson)
let ids: Ids

beforeAll(async () => {
  ids = await findWorld(app)
})

/** Whose eyes a route is seen with. What is for everybody looks the same to all who are signed in. */
const looking: readonly (readonly [Who, Actor])[] = [
  ['nobody', 'anonymous'],
  ['preparer', 'preparer'],
  ['contributor', 'contributor'],
  ['signatory', 'signatory'],
  ['network', 'network'],
  ['analyst', 'analyst'],
  ['admin', 'admin'],
]

test.each(looking)('every page that is for %s has nothing wrong with it', async (who, actor) => {
  const { page, complaints } = await visitors.of(people[who])
  const wrong: Record<string, string[]> = {}
  for (const path of pathsFor(routesOf(app.services), ids, who, actor)) {
    const { html, status } = await open(page, door.at(path))
    const faults = [...(status >= 500 ? [`answered with ${status}`] : []), ...(await faultsOn(page, html))]
    if (faults.length > 0) wrong[path] = faults
  }
  expect(wrong).toEqual({})
  expect(complaints).toEqual([])
})
