import { typedAs } from '../kinds'
import type { Address, Cell, Cells } from './cells'
import { mergeChanges, type ChangeSince } from './conflicts'
import type { Section, SurveyDefinition } from './definition'
import { explanationAddress } from './explanations'
import { atlasOf } from './places'
import { readSection, type Typed } from './readSection'

/** What was typed in one box and is not kept, by the name its form has for it. Empty: the box was cleared. */
export interface LateField {
  readonly name: string
  readonly value: string
}

interface Now {
  readonly definition: SurveyDefinition
  readonly kept: Cells
  /** What others have changed since the page was drawn: a box that comes back as it was drawn has not been typed in. */
  readonly since: readonly ChangeSince[]
}

/**
 * What was typed in a section and came too late: what would have changed a box, and what could not be read. As it was
 * typed; where a button filled the box, as it would have been typed. All of it, typed again, does the same.
 */
export function lateFields(section: Section, typed: Typed, { definition, kept, since }: Now): LateField[] {
  const read = readSection(section, typed, kept)
  const { problems, explanations } = read
  const { changes: sure, conflicts } = mergeChanges(read.changes, since, kept)
  const changes = { ...sure, ...Object.fromEntries(conflicts.map(({ address, mine }) => [address, mine])) }
  const changed = Object.entries(changes).flatMap(([address, cell]) => changeFields(address, cell, typed, definition))
  const unread = problems.flatMap(({ address }) => sentAt(address, typed))
  const explained = Object.entries(explanations)
    .map(([rule, said]) => ({ address: explanationAddress(rule), said }))
    .filter(({ address, said }) => !isSaid(kept[address], said))
    .flatMap(({ address }) => sentAt(address, typed))
  return [...new Map([...changed, ...unread, ...explained].map((field) => [field.name, field])).values()]
}

/** An explanation that came back with its page as it stood there has not been typed. */
const isSaid = (cell: Cell | undefined, said: string): boolean => cell?.state === 'value' && cell.value === said

/** A field as one text; several choices with bars between. */
export function textSent(sent: unknown): string {
  if (typeof sent === 'string') return sent.trim()
  if (!Array.isArray(sent)) return ''
  return sent.filter((part) => typeof part === 'string' && part !== '').join('|')
}

const sentAt = (address: Address, typed: Typed): LateField[] =>
  [address, `${address}!nc`].flatMap((name) => {
    const value = textSent(typed[name])
    return value === '' ? [] : [{ name, value }]
  })

function changeFields(address: Address, cell: Cell | null, typed: Typed, definition: SurveyDefinition): LateField[] {
  const sent = sentAt(address, typed)
  if (sent.length > 0) return sent
  const box = atlasOf(definition).place(address)?.box
  // A list as a whole has no box: only why there is nothing in it.
  if (!box) return [{ name: `${address}!nc`, value: cell?.state === 'not_collected' ? cell.reason : '' }]
  if (cell === null) return [{ name: address, value: '' }]
  return [{ name: address, value: cell.state === 'value' ? typedAs(box, cell.value) : `NC ${cell.reason}` }]
}
