import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertOpening } from '../db/openings'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { findAnyReturn, lockReturn, setStatus } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { endOfDay } from '../domain/collections/calendar'
import type { OpeningKind } from '../domain/collections/opening'
import type { StaffRole } from '../domain/people/roles'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn, titlesOf } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { extended } from '../mail/extended'
import { reopened } from '../mail/reopened'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface OpenReturn {
  /** More time for a return that has not been submitted, or one given back to be changed. */
  readonly kind: OpeningKind
  readonly personId: string
  readonly staffRole: StaffRole
  readonly returnId: string
  /** London date, YYYY-MM-DD: that whole day counts. */
  readonly untilDay: string
  readonly reason: string
  /** Which sections; none means all. */
  readonly sections: readonly string[]
  readonly arrival: Arrival
}

export type Opened =
  | { readonly kind: 'opened' }
  /** The day is over; or, for more time, ends before the collection closes anyway. */
  | { readonly kind: 'too_early'; readonly found: FoundReturn }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** What each kind of opening is as a deed, as an event and as a letter. */
const kinds = {
  extension: { deed: 'extend', event: 'extended', letter: extended },
  reopening: { deed: 'reopen', event: 'reopened', letter: reopened },
} as const

/** Opens a return, all of it or some sections, until the end of a day. It locks again by itself. */
export const openReturn = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, opening: OpenReturn) =>
  inTransaction<Opened>(db, async (tx) => {
    const found = await lockReturn(tx, { network: opening.personId }, opening.returnId, opening.arrival)
    if (!found) return { kind: 'not_found' }
    const on = standingOfReturn(found, definitionOf(found.collection.code))
    const ruling = rule(kinds[opening.kind].deed, on, opening.staffRole)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }
    if (isTooEarly(opening, found)) return { kind: 'too_early', found }

    if (opening.kind === 'reopening') await setStatus(tx, found.id, ruling.to)
    await keep(tx, opening, found)
    await tell(tx, opening, publicUrl)
    return { kind: 'opened' }
  })

function isTooEarly({ kind, untilDay }: OpenReturn, { now, openness }: FoundReturn): boolean {
  const untilAt = endOfDay(untilDay)
  return untilAt <= now || (kind === 'extension' && untilAt <= openness.cutoffAt)
}

/** Null means all of them. */
const sectionsNamed = ({ sections }: OpenReturn): readonly string[] | null => (sections.length > 0 ? sections : null)

async function keep(tx: Tx, opening: OpenReturn, found: FoundReturn): Promise<void> {
  const { kind, personId, reason, untilDay } = opening
  const at = { returnId: found.id, decidedAt: found.now }
  const sections = sectionsNamed(opening)
  const untilAt = endOfDay(untilDay)
  await insertOpening(tx, { ...at, kind, untilAt, reason, sections, askedBy: null, grantedBy: personId })
  await insertEvent(tx, { ...at, kind: kinds[kind].event, detail: { untilDay, reason, sections }, personId })
}

/** Tells the employer, by when it is now. */
async function tell(tx: Tx, opening: OpenReturn, publicUrl: string): Promise<void> {
  const found = await findAnyReturn(tx, opening.returnId, opening.arrival)
  if (!found) return
  const { event, letter: write } = kinds[opening.kind]
  const definition = definitionOf(found.collection.code)
  const sections = titlesOf(definition, sectionsNamed(opening))
  const letter = write(aboutReturn(found, definition, publicUrl), { reason: opening.reason, sections })
  const to = await peopleOf(tx, found.organisation.id, ['preparer', 'signatory'])
  await insertLetters(tx, { kind: event, returnId: found.id, decidedAt: found.now }, { letter, to })
}
