import type { OwnReturn } from '../../../db/foundReturn'
import type { Refusal } from '../../../domain/returns/lifecycle'
import type { Cells } from '../../../domain/survey/cells'
import type { Section } from '../../../domain/survey/definition'
import { readSection, type Typed } from '../../../domain/survey/readSection'
import { definitionOf } from '../../../surveys'
import { labelAt } from '../labels'
import { shutWords } from '../openWords'
import type { StateLine } from '../stateWords'
import { inWords, textSent, type TypedField } from '../typedWords'

/** What stands in place of a save that came too late: everything that was typed, and how to ask for more time. */
export interface LockedPage {
  readonly title: string
  readonly caption: string
  readonly state: readonly StateLine[]
  readonly says: readonly string[]
  readonly typed: readonly TypedField[]
  /** The same, to be sent along. */
  readonly carried: readonly TypedField[]
  /** Where more time can be asked for, taking along what was typed. */
  readonly ask: string | undefined
  readonly tasks: string
}

export function lockedPage(
  found: OwnReturn,
  section: Section,
  because: Refusal,
  typed: readonly TypedField[],
): LockedPage {
  const [title = 'This return cannot be changed now', ...says] = shutWords(because, found, section.code)
  return {
    title: title.replace(/\.$/, ''),
    caption: `Section ${section.code.toUpperCase()}, ${section.title}`,
    state: [{ kind: 'locked', text: because === 'locked' ? 'Locked' : 'Not saved' }],
    says,
    typed: inWords(typed, definitionOf(found.collection.code)),
    carried: typed,
    ask: because === 'locked' ? `/returns/${found.id}/reopening-requests` : undefined,
    tasks: `/returns/${found.id}`,
  }
}

/** What was typed and is not kept: what would have changed a box, and what could not be read. */
export function unkept(section: Section, typed: Typed, kept: Cells, collection: string): TypedField[] {
  const { changes, problems, explanations } = readSection(section, typed, kept)
  const definition = definitionOf(collection)
  const addresses = [
    ...Object.keys(changes),
    ...problems.map(({ address }) => address),
    ...Object.keys(explanations).map((rule) => `explain!${rule}`),
  ]
  return [...new Set(addresses.flatMap((address) => [address, `${address}!nc`]))].flatMap((name) => {
    const value = textSent(typed[name])
    return value === '' ? [] : [{ name, label: labelAt(name, definition), value }]
  })
}
