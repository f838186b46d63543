import type { StaffRole } from '../../../domain/people/roles'
import type { Refusal } from '../../../domain/returns/lifecycle'
import type { Cells } from '../../../domain/survey/cells'
import type { ChangeSince } from '../../../domain/survey/conflicts'
import type { Section } from '../../../domain/survey/definition'
import { lateFields } from '../../../domain/survey/lateTyping'
import type { Typed } from '../../../domain/survey/readSection'
import { definitionOf } from '../../../surveys'
import { fieldLabel } from '../fieldLabel'
import { shutWords } from '../openWords'
import type { StateLine } from '../stateWords'
import { inWords, type TypedField } from '../typedWords'
import { pathOf, type Filling } from './filling'

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
  /** What has become of what was typed. */
  readonly held: string
  readonly tasks: string
}

const HELD =
  'This was not saved, and is not part of your return. It is held apart, and goes along when you ask for more time. You can copy it from here, too.'

/** A section that cannot be changed, with what was typed too late still on it. */
export function lockedPage(
  { found, section, staffRole }: Pick<Filling, 'found' | 'section'> & { readonly staffRole: StaffRole | undefined },
  because: Refusal,
  typed: readonly TypedField[],
): LockedPage {
  const [title = 'This return cannot be changed now', ...says] = shutWords(because, found, section.code, staffRole)
  return {
    title: title.replace(/\.$/, ''),
    caption: `Section ${section.code.toUpperCase()}, ${section.title}`,
    state: [{ kind: 'locked', text: because === 'locked' ? 'Locked' : 'Not saved' }],
    says,
    typed: inWords(typed, definitionOf(found.collection.code)),
    carried: typed,
    ask: because === 'locked' && staffRole === undefined ? `/returns/${found.id}/reopening-requests` : undefined,
    held: because === 'locked' && staffRole === undefined ? HELD : 'This was not saved. You can copy it from here.',
    tasks: pathOf(found, staffRole),
  }
}

/** What was typed and is not kept: what would have changed a box, and what could not be read. */
export function unkept(
  section: Section,
  typed: Typed,
  now: { readonly kept: Cells; readonly since: readonly ChangeSince[] },
  collection: string,
): TypedField[] {
  const definition = definitionOf(collection)
  return lateFields(section, typed, { definition, ...now }).map((field) => ({
    ...field,
    label: fieldLabel(field.name, definition),
  }))
}
