import type { Arrival } from '../clock'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { heldOf, letGo, type HeldField } from '../db/lateTyping'
import { insertOpeningRequest } from '../db/openingRequests'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { isTheirs } from '../domain/reading/labels'
import type { LateField } from '../domain/survey/lateTyping'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AskForMoreTime {
  readonly personId: string
  readonly returnId: string
  readonly reason: string
  /** The London day hoped for, YYYY-MM-DD. */
  readonly untilDay: string | null
  /** What was typed too late and came with the form. What is held already goes along without being sent. */
  readonly carried: readonly LateField[]
  readonly arrival: Arrival
}

export type Asked = { readonly kind: 'asked' } | { readonly kind: 'not_found' }

/** Asks the network for more time, or to have a return back; at any time, also after the cutoff. */
export const askForMoreTime = ({ db }: Pick<Services, 'db'>, ask: AskForMoreTime) =>
  inTransaction<Asked>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: ask.personId }, ask.returnId, ask.arrival)
    if (!found) return { kind: 'not_found' }
    const { reason, untilDay, carried, personId } = ask
    const carriedNames = new Set(carried.map(({ name }) => name))
    const heldNow = (await heldOf(tx, found.id)).filter(
      ({ name, typedBy }) => typedBy === personId || !carriedNames.has(name),
    )
    const held = goingAlong(heldNow, found, personId)
    const typed = Object.fromEntries([...held, ...carried].map(({ name, value }) => [name, value]))
    const version = Math.min(found.version, ...held.map((field) => field.version))
    const at = { returnId: found.id, decidedAt: found.now }
    await insertOpeningRequest(tx, { ...at, reason, untilDay, typed, version, askedBy: personId })
    await insertEvent(tx, { ...at, kind: 'more_time_asked', detail: { reason, untilDay }, personId })
    for (const { typedBy, name } of held) await letGo(tx, found.id, { typedBy, names: [name] })
    return { kind: 'asked' }
  })

/**
 * What is held and may be seen by whoever asks. Of a box in which several people typed, what the asker typed goes, or the
 * latest; what the others typed stays held.
 */
function goingAlong(held: readonly HeldField[], found: FoundReturn | OwnReturn, personId: string): HeldField[] {
  const definition = definitionOf(found.collection.code)
  const seen = { assigned: 'assigned' in found ? found.assigned : null }
  const theirs = held.filter(({ name }) => isTheirs(seen, name.replace(/!nc$/, ''), definition))
  const own = theirs.filter(({ typedBy }) => typedBy === personId)
  const byName = new Map([...theirs].reverse().map((field) => [field.name, field]))
  return [...new Map([...byName, ...own.map((field) => [field.name, field] as const)]).values()]
}
