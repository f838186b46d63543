import type { TestApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { useOpenDoor } from '../support/openDoor'
import { faultsOn } from './audit'
import { type Answered, findWorld, type Ids, open, people, send, type Visitor, visitorsAt, type Who } from './world'

type Reach = (visitor: Visitor) => Promise<Answered>

/** Looking at pages of the demonstration in the states that they can be in, with the eyes of its people. */
export function useEyes(app: TestApp) {
  const door = useOpenDoor(app)
  const { newPerson } = useBrowser()
  const visitors = visitorsAt(door.at, newPerson)
  let found: Ids | undefined
  beforeAll(async () => {
    found = await findWorld(app)
  })

  const ids = (): Ids => {
    if (!found) throw new Error('The demonstration is there once the tests run')
    return found
  }

  /** Looks at a page in the state that was reached; it must have been answered with this status. */
  async function expectFlawless(visitor: Visitor, reach: Reach, status = 200): Promise<void> {
    const answered = await reach(visitor)
    const faults = await faultsOn(visitor.page, answered.html)
    expect({ status: answered.status, faults, complaints: visitor.complaints }).toEqual({
      status,
      faults: [],
      complaints: [],
    })
  }

  const at =
    (path: string): Reach =>
    ({ page }) =>
      open(page, door.at(path))

  /** Opens a page, and sends a form from there. */
  const sending =
    (from: string, path: string, fields: Parameters<typeof send>[2]): Reach =>
    async ({ page }) => {
      await open(page, door.at(from))
      return send(page, path, fields)
    }

  const thornmere = (path = '') => `/returns/${ids().thornmere}${path}`

  /** Somebody else saves this meanwhile. */
  async function meanwhile(section: string, fields: Record<string, string>): Promise<void> {
    const colleague = await app.signIn(people.preparer)
    const saved = await colleague.post(thornmere(`/sections/${section}`), fields)
    expect(saved.status).toBe(303)
  }

  const as = (who: Who) => visitors.of(people[who])
  return { door, newPerson, visitors, ids, as, at, sending, expectFlawless, thornmere, meanwhile }
}
