import { saveSection, type SectionSaved } from '../../../actions/saveSection'
import { cellsOf, changesSince } from '../../../db/cells'
import { organisationNames } from '../../../db/organisationNames'
import { asSeen } from '../../../domain/returns/editing'
import type { Refusal } from '../../../domain/returns/lifecycle'
import { checkSection } from '../../../domain/survey/progress'
import type { Typed } from '../../../domain/survey/readSection'
import { NotFound } from '../../errors'
import { flash } from '../../flash'
import { counted } from '../../../domain/reading/counted'
import { draw } from '../pages'
import { choicesIn, isChoosing } from './choosing'
import { conflictPage } from './conflictPage'
import { fillingAt, versionIn, type Desk } from './desk'
import { after, goingOn } from './goingOn'
import { interruptionPage, unexplained } from './interruptionPage'
import { lockedPage, unkept } from './lockedPage'
import { onwardsOf, sectionPage } from './sectionPage'
import { stillUndecided } from './undecided'

type Saved = Extract<SectionSaved, { kind: 'saved' }>

/** Shows a section; just after a save first what must be explained in it. */
export async function showSection(desk: Desk): Promise<void> {
  const { visit, found } = desk
  const { query } = visit.req
  const filling = await fillingAt(desk, found)
  const page = sectionPage(found, filling)
  const then = query.then === 'next' ? 'next' : undefined
  const interrupts = query.saved === '1' && page.shut === undefined && unexplained(filling).length > 0
  if (!interrupts) draw(visit, 'returns/section', page)
  else draw(visit, 'returns/interruption', interruptionPage(found, filling, { then, later: after(page, then) }))
}

/** Saves what was typed in the form of a section, or chosen on its page of conflicts. */
export async function postSection(desk: Desk): Promise<void> {
  const { services, visit, found, section, staffRole } = desk
  const sent: Typed = visit.req.body as Typed
  const { typed, undecided } = isChoosing(sent) ? choicesIn(sent) : { typed: sent, undecided: [] }
  if (undecided.length > 0) {
    const clashing = await stillUndecided(services, found, section, { sent, undecided })
    draw(visit, 'returns/conflict', conflictPage(found, { ...clashing, staffRole }), 409)
    return
  }
  const outcome = await saveSection(services, {
    scope: desk.scope,
    ...(staffRole === undefined ? {} : { staffRole }),
    returnId: found.id,
    sectionCode: section.code,
    typed,
    drawnAt: versionIn(typed),
    via: desk.via,
    arrival: visit.arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused':
      await showShut(desk, outcome.because, typed)
      return
    case 'saved':
      await showSaved(desk, outcome, typed)
  }
}

async function showShut(desk: Desk, because: Refusal, typed: Typed): Promise<void> {
  const { services, visit, section, staffRole } = desk
  if (because === 'not_yours_to_do') throw new NotFound()
  const found = await desk.again()
  const seen = asSeen(because, found)
  if (seen === 'locked') await desk.tooLate(typed)
  const kept = await cellsOf(services.db, found.id)
  const since = await changesSince(services.db, found.id, versionIn(typed) ?? found.version)
  const fields = unkept(section, typed, { kept, since }, found.collection.code)
  draw(visit, 'returns/locked', lockedPage({ found, section, staffRole }, seen, fields), 409)
}

async function showSaved(desk: Desk, saved: Saved, typed: Typed): Promise<void> {
  const { problems, conflicts, version } = saved
  if (problems.length === 0 && conflicts.length === 0) {
    goOn(desk, saved, typed)
    return
  }
  const { services, visit, section, staffRole } = desk
  const found = await desk.again()
  const addresses = problems.map(({ address }) => address)
  const unread = fieldsAt(addresses, typed)
  if (conflicts.length > 0) {
    const names = await organisationNames(services.db)
    const carried = Object.entries(unread).flatMap(([name, sent]) =>
      typeof sent === 'string' ? [{ name, value: sent }] : [],
    )
    const clashing = { section, conflicts, version, names, carried, undecided: [], staffRole }
    draw(visit, 'returns/conflict', conflictPage(found, clashing), 409)
    return
  }
  const filling = await fillingAt(desk, found, { typed: unread, problems })
  draw(visit, 'returns/section', sectionPage(found, filling), 422)
}

/** What was typed in some boxes: all else has been saved, and is shown as it was kept. */
function fieldsAt(addresses: readonly string[], typed: Typed): Typed {
  const names = new Set(addresses.flatMap((address) => [address, `${address}!nc`]))
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
}

/** What a save is answered with where nothing stands in its way. */
function goOn({ visit, found, section, staffRole }: Desk, { sheet }: Saved, typed: Typed): void {
  const check = checkSection(section, sheet)
  const { hard } = check.progress
  const onwards = onwardsOf(found, { section, sheet, ...(staffRole === undefined ? {} : { staffRole }) })
  flash(
    visit,
    hard === 0 ? 'Section saved.' : `Section saved. ${counted(hard, 'figure')} must be put right: see below.`,
  )
  visit.res.redirect(303, goingOn(onwards, { check, sheet }, typed))
}
