import { typedAs } from '../kinds'
import type { Address, Cell, Cells } from './cells'
import { mergeReads } from './mergeReads'
import type { ChangeSince, Merged } from './conflicts'
import type { Section, SurveyDefinition } from './definition'
import { explanationAddress } from './explanations'
import { atlasOf } from './places'
import { readSection, type Problem, type Typed } from './readSection'
import type { Sheet } from './sheet'

/** What was typed in one box and is not kept, by the name its form has for it. Empty: the box was cleared. */
export interface LateField {
  readonly name: string
  readonly value: string
}

/**
 * What was typed in a section and came too late: what would have changed a box, and what could not be read. As it was
 * typed; where a button filled the box, as it would have been typed. All of it, typed again, does the same.
 */
export function lateFields(
  section: Section,
  typed: Typed,
  { definition, kept }: { readonly definition: SurveyDefinition; readonly kept: Cells },
): LateField[] {
  const { changes, problems, explanations } = readSection(section, typed, kept)
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

interface Late {
  readonly typed: Typed
  /** Those that can be changed now. */
  readonly sections: readonly Section[]
  /** What has been changed since it was typed. */
  readonly since: readonly ChangeSince[]
  readonly before: Sheet
  readonly kept: Cells
}

/** What putting in what was typed too late would do to a return as it now is, as saving the pages would. */
export function lateMerged({ typed, sections, ...now }: Late): Merged & { readonly problems: readonly Problem[] } {
  const reads = sections.map((section) => ({ section, read: readSection(section, typed, now.kept) }))
  return { ...mergeReads({ reads, ...now }), problems: reads.flatMap(({ read }) => read.problems) }
}
