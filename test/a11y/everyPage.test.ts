import { routesOf } from '../../server/app'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { useOpenDoor } from '../support/openDoor'
import { access, type Actor } from '../web/accessTable'
import { faultsOn } from './audit'
import { type Ids, loadWorld, open, people, visitorsAt, type Who } from './world'

jest.setTimeout(180_000)

const app = useApp()
const door = useOpenDoor(app)
const { newPerson } = useBrowser()
const visitors = visitorsAt(door.at, newPerson)
let ids: Ids

beforeAll(async () => {
  ids = await loadWorld(app)
}, 60_000)

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

const everywhere = /^GET \/(account|accessibility|privacy|contact|sign-in|forgotten-password|help)/
const noPage = /\.(csv|xlsx|pdf|json|svg)$|^\/api\/|\/queries$/

/** Pages that look the same to somebody else, who has looked before. */
const seenAlready: Partial<Record<Who, Actor>> = {
  signatory: 'preparer',
  contributor: 'preparer',
  analyst: 'network',
  admin: 'network',
}

/** Pages on which more is offered to one than to another. */
const differs = /^\/returns\/:id$|\/check$|^\/network\/returns\/:id$|\/sections\/:section$|\/questions$|\/requests$|\/openings$/

const pathsFor = (who: Who, actor: Actor): string[] =>
  routesOf(app.services)
    .filter(({ method, path }) => method === 'get' && !noPage.test(path))
    .filter(({ path }) => {
      const name = `GET ${path}`
      const allowed = access[name] ?? []
      const before = seenAlready[who]
      if (everywhere.test(name) && !['nobody', 'admin'].includes(who)) return false
      return allowed.includes(actor) && (before === undefined || !allowed.includes(before) || differs.test(path))
    })
    .map(({ path }) => filled(path))

function filled(path: string): string {
  const [, room = ''] = /\/([a-z-]+)\/:id/.exec(path) ?? []
  const id = { organisations: ids.organisation, people: ids.contributor, post: ids.letter }[room] ?? ids.thornmere
  return path.replace(':id', id).replace(':section', 'f').replace(':code', 'mhsw-2019').replace(/:\w+/g, 'none-such')
}

test.each(looking)('every page that is for %s has nothing wrong with it', async (who, actor) => {
  const { page, complaints } = await visitors.of(people[who])
  const wrong: Record<string, string[]> = {}
  for (const path of pathsFor(who, actor)) {
    const { html, status } = await open(page, door.at(path))
    const faults = [...(status >= 500 ? [`answered with ${status}`] : []), ...(await faultsOn(page, html))]
    if (faults.length > 0) wrong[path] = faults
  }
  expect(wrong).toEqual({})
  expect(complaints).toEqual([])
})
