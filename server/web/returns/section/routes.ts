import { saveSection, type SectionSaved } from '../../../actions/saveSection'
import { cellsOf } from '../../../db/cells'
import type { OwnReturn } from '../../../db/foundReturn'
import { organisationNames } from '../../../db/organisationNames'
import { findOwnReturn } from '../../../db/returns'
import type { Refusal } from '../../../domain/returns/lifecycle'
import type { Section } from '../../../domain/survey/definition'
import type { Typed } from '../../../domain/survey/readSection'
import type { EmployerRole } from '../../../domain/people/roles'
import type { Services } from '../../../services'
import { NotFound } from '../../errors'
import { flash } from '../../flash'
import { ownReturn, type ReturnVisit, type Route } from '../../route'
import { counted } from '../counted'
import { fillingOf, sectionOf } from '../draft'
import { asSeen } from '../openWords'
import { draw } from '../pages'
import { autosave } from './autosaveRoute'
import { choicesIn, isChoosing } from './choosing'
import { conflictPage } from './conflictPage'
import { after, goingOn } from './goingOn'
import { interruptionPage, unexplained } from './interruptionPage'
import { lockedPage, unkept } from './lockedPage'
import type { Filling } from './filling'
import { sectionPage, type SectionPage } from './sectionPage'
import { stillUndecided } from './undecided'

type Reads = Pick<Services, 'db'>
type Saved = Extract<SectionSaved, { kind: 'saved' }>

/** Who enters figures: whoever signs them reads. */
const entering: readonly EmployerRole[] = ['preparer', 'contributor']

/** One section of a return: to read, to fill in, and to save box by box. */
export const sectionRoutes = (services: Reads): Route[] => [
  ownReturn('get', '/returns/:id/sections/:section', (visit) => showSection(services, visit)),
  ownReturn('post', '/returns/:id/sections/:section', (visit) => postSection(services, visit), entering),
  ownReturn('patch', '/returns/:id/sections/:section', (visit) => autosave(services, visit), entering),
]

async function showSection(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found, req } = visit
  const filling = await fillingOf(services, found, sectionOf(visit))
  const page = sectionPage(found, filling)
  const then = req.query.then === 'next' ? 'next' : undefined
  const interrupts = req.query.saved === '1' && page.shut === undefined && unexplained(filling).length > 0
  if (!interrupts) draw(visit, 'returns/section', page)
  else draw(visit, 'returns/interruption', interruptionPage(found, filling, { then, later: after(page, then) }))
}

async function postSection(services: Reads, visit: ReturnVisit): Promise<void> {
  const section = sectionOf(visit)
  const sent: Typed = visit.req.body as Typed
  const { typed, undecided } = isChoosing(sent) ? choicesIn(sent) : { typed: sent, undecided: [] }
  if (undecided.length > 0) {
    const clashing = await stillUndecided(services, visit.found, section, { sent, undecided })
    draw(visit, 'returns/conflict', conflictPage(visit.found, clashing), 409)
    return
  }
  const outcome = await saveSection(services, {
    scope: { employer: visit.person.id },
    returnId: visit.found.id,
    sectionCode: section.code,
    typed,
    drawnAt: versionIn(typed),
    via: 'typed',
    arrival: visit.arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      await showShut(services, visit, section, { because: outcome.because, typed })
      return
    case 'saved':
      await showSaved(services, visit, section, { saved: outcome, typed })
  }
}

function versionIn(typed: Typed): number | null {
  const version = Number(typed.version)
  return typeof typed.version === 'string' && Number.isSafeInteger(version) ? version : null
}

interface Came {
  readonly because: Refusal
  readonly typed: Typed
}

async function showShut(
  services: Reads,
  visit: ReturnVisit,
  section: Section,
  { because, typed }: Came,
): Promise<void> {
  if (because === 'not_yours_to_do') throw new NotFound()
  const found = await foundAgain(services, visit)
  const fields = unkept(section, typed, await cellsOf(services.db, found.id), found.collection.code)
  draw(visit, 'returns/locked', lockedPage(found, section, asSeen(because, found), fields), 409)
}

async function showSaved(
  services: Reads,
  visit: ReturnVisit,
  section: Section,
  { saved, typed }: { readonly saved: Saved; readonly typed: Typed },
): Promise<void> {
  const found = await foundAgain(services, visit)
  const { problems, conflicts, version } = saved
  const unread = fieldsAt(
    problems.map(({ address }) => address),
    typed,
  )
  if (conflicts.length > 0) {
    const names = await organisationNames(services.db)
    const carried = Object.entries(unread).flatMap(([name, sent]) =>
      typeof sent === 'string' ? [{ name, value: sent }] : [],
    )
    draw(
      visit,
      'returns/conflict',
      conflictPage(found, { section, conflicts, version, names, carried, undecided: [] }),
      409,
    )
    return
  }
  const filling = await fillingOf(services, found, section, { typed: unread, problems })
  if (problems.length > 0) draw(visit, 'returns/section', sectionPage(found, filling), 422)
  else goOn(visit, sectionPage(found, filling), filling, typed)
}

/** What was typed in some boxes: all else has been saved, and is shown as it was kept. */
function fieldsAt(addresses: readonly string[], typed: Typed): Typed {
  const names = new Set(addresses.flatMap((address) => [address, `${address}!nc`]))
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
}

/** What a save is answered with where nothing stands in its way. */
function goOn(visit: ReturnVisit, page: SectionPage, filling: Filling, typed: Typed): void {
  const { hard } = filling.check.progress
  flash(visit, hard === 0 ? 'Section saved.' : `Section saved. ${counted(hard, 'figure')} cannot be so: see below.`)
  visit.res.redirect(303, goingOn(page, filling, typed))
}

/** The return as it is now that something has been done to it. */
async function foundAgain({ db }: Reads, { person, found, arrival }: ReturnVisit): Promise<OwnReturn> {
  const again = await findOwnReturn(db, person.id, found.id, arrival)
  if (!again) throw new NotFound()
  return again
}
