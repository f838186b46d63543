import type { Route } from '../../server/web/route'
import { access, type Actor } from '../web/accessTable'
import type { Ids, Who } from './world'

const everywhere = /^GET \/(account|accessibility|privacy|contact|sign-in|forgotten-password|help)/
const noPage = /\.(csv|xlsx|pdf|json|svg)$|^\/api\//

/** Pages that look the same to somebody else, who has looked before. */
const seenAlready: Partial<Record<Who, Actor>> = {
  signatory: 'preparer',
  contributor: 'preparer',
  analyst: 'network',
  admin: 'network',
}

/** Pages on which more is offered to one than to another. */
const differs =
  /^\/returns\/:id$|\/check$|^\/network\/returns\/:id$|\/sections\/:section$|\/questions$|\/requests$|\/openings$/

/** The pages of ours that are looked at with somebody's eyes. */
export const pathsFor = (routes: readonly Route[], ids: Ids, who: Who, actor: Actor): string[] =>
  routes
    .filter(({ method, path }) => method === 'get' && !noPage.test(path))
    .filter(({ path }) => {
      const name = `GET ${path}`
      const allowed = access[name] ?? []
      const before = seenAlready[who]
      if (everywhere.test(name) && !['nobody', 'admin'].includes(who)) return false
      return allowed.includes(actor) && (before === undefined || !allowed.includes(before) || differs.test(path))
    })
    .map(({ path }) => filled(path, ids))

function filled(path: string, ids: Ids): string {
  const [, room = ''] = /\/([a-z-]+)\/:id/.exec(path) ?? []
  const id =
    { organisations: ids.organisation, people: ids.contributor, post: ids.letter, queries: ids.query }[room] ??
    ids.thornmere
  return path
    .replace(':id', id)
    .replace(':section', 'f')
    .replace(':code', 'mhsw-2019')
    .replace(':campaign', ids.campaign)
    .replace(/:\w+/g, 'none-such')
}
