import type { FoundReturn } from '../../../db/foundReturn'
import { momentInWords } from '../../../domain/collections/calendar'
import type { StaffRole } from '../../../domain/people/roles'
import type { TextBox } from '../../../domain/kinds/text'
import type { Cell } from '../../../domain/survey/cells'
import type { Conflict } from '../../../domain/survey/conflicts'
import type { Section } from '../../../domain/survey/definition'
import { atlasOf } from '../../../domain/survey/places'
import { definitionOf } from '../../../surveys'
import { cellInWords, type Names } from '../../../domain/reading/cellInWords'
import { asTyped } from '../boxText'
import { fieldLabel } from '../fieldLabel'
import { pathOf } from './filling'
import { idOf } from './notCollected'
import type { PageProblem } from './sectionPage'

/** The same boxes, changed by two people to two values: neither is lost without asking. */
export interface ConflictPage {
  readonly title: string
  readonly caption: string
  readonly problems: readonly PageProblem[]
  readonly action: string
  readonly version: number
  readonly saved: string
  readonly clashes: readonly Clash[]
  /** What could not be read: it goes along, so that it can be put right next. */
  readonly carried: readonly { readonly name: string; readonly value: string }[]
}

export interface Clash {
  readonly name: string
  readonly id: string
  readonly what: string
  readonly mine: Side
  readonly theirs: Side
}

interface Side {
  readonly typed: string
  readonly text: string
  readonly by: string
}

interface Clashing {
  readonly staffRole: StaffRole | undefined
  readonly section: Section
  readonly conflicts: readonly Conflict[]
  readonly version: number
  readonly names: Names
  readonly carried: ConflictPage['carried']
  /** Those that were sent again without a choice. */
  readonly undecided: readonly string[]
}

/** Where an explanation is kept there is no box of the survey: it is a text. */
const words: TextBox = { kind: 'text', min: 0, max: 2_000, long: true }

/** Each box that somebody else changed meanwhile, with both values, to be chosen from. */
export function conflictPage(found: FoundReturn, { section, conflicts, ...at }: Clashing): ConflictPage {
  return {
    title: 'Somebody else changed this while you were typing',
    caption: `Section ${section.code.toUpperCase()}, ${section.title}`,
    problems: at.undecided.map((address) => ({
      text: `Choose which to keep: ${fieldLabel(address, definitionOf(found.collection.code))}`,
      href: `#${idOf(address)}-mine`,
    })),
    action: `${pathOf(found, at.staffRole)}/sections/${section.code}`,
    version: at.version,
    saved: 'Everything else you typed has been saved.',
    clashes: conflicts.map((conflict) => clashOf(conflict, found, at.names)),
    carried: at.carried,
  }
}

function clashOf({ address, mine, theirs, by, at }: Conflict, found: FoundReturn, names: Names): Clash {
  const definition = definitionOf(found.collection.code)
  const box = atlasOf(definition).place(address)?.box ?? words
  const side = (cell: Cell | null, said: string): Side => ({
    typed: asTyped(box, cell, names),
    text: cellInWords(box, cell, names) ?? 'Nothing',
    by: said,
  })
  return {
    name: address,
    id: idOf(address),
    what: fieldLabel(address, definition),
    mine: side(mine, 'You, just now'),
    theirs: side(theirs, `${by}, at ${momentInWords(at)}`),
  }
}
