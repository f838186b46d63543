import { findKeptForm } from '../../db/keptForms'
import type { Typed } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { fillingOf, sectionOf } from './draft'
import { draw } from './pages'
import { sectionPage } from './section/sectionPage'

type Reads = Pick<Services, 'db'>

const WARNING =
  'You were signed out before this was saved. What you had typed stands in the boxes: press “Save section” to keep it.'

/** A section with what somebody had typed in it when they were signed out, for them alone. */
export const keptSectionRoutes = (services: Reads): Route[] => [
  ownReturn('get', '/returns/:id/sections/:section/kept', (visit) => showKept(services, visit)),
]

/** What others have changed meanwhile is asked about when it is saved: it is saved as of the version it was drawn with. */
async function showKept(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found, person, res } = visit
  const section = sectionOf(visit)
  const path = `/returns/${found.id}/sections/${section.code}`
  const kept = await findKeptForm(services.db, person.id)
  if (kept?.action !== path) {
    res.redirect(302, path)
    return
  }
  const typed = typedOf(kept.fields)
  const page = sectionPage(found, await fillingOf(services, found, section, { typed }))
  draw(visit, 'returns/section', { ...page, version: drawnAt(typed) ?? page.version, warning: WARNING })
}

function drawnAt({ version }: Typed): number | undefined {
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : undefined
}

/** Texts, and lists of those that were sent more than once. */
function typedOf(fields: readonly { readonly name: string; readonly value: string }[]): Typed {
  const typed: Record<string, string | string[]> = {}
  for (const { name, value } of fields) {
    const before = typed[name]
    typed[name] = before === undefined ? value : [before, value].flat()
  }
  return typed
}
