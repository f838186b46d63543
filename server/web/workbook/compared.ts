import { changesSince } from '../../db/cells'
import type { OwnReturn } from '../../db/foundReturn'
import { heldOf } from '../../db/lateTyping'
import { organisationNames } from '../../db/organisationNames'
import { sheetOfReturn } from '../../db/sheetOfReturn'
import { draftOfReturn } from '../../db/sisters'
import type { Upload } from '../../db/uploads'
import { givenSections } from '../../domain/returns/givenSections'
import type { Section } from '../../domain/survey/definition'
import type { Sheet } from '../../domain/survey/sheet'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import type { Names } from '../../domain/reading/cellInWords'
import { sectionAt } from '../../domain/reading/labels'
import { comparison, type Comparison } from '../../workbooks/comparison'

export type Reads = Pick<Services, 'db'>

/** A return as it is, and as much of it as this person may see. */
export interface Draft {
  readonly sheet: Sheet
  readonly kept: Sheet['cells']
  readonly sections: readonly Section[]
  readonly names: Names
}

/** The return as it is now, to compare a file with. */
export async function draftOf({ db }: Reads, found: OwnReturn): Promise<Draft> {
  const definition = definitionOf(found.collection.code)
  const { cells: kept } = await draftOfReturn(db, found, definitionOf)
  return {
    sheet: await sheetOfReturn(db, found, definition, kept),
    kept,
    sections: givenSections(definition, found.assigned),
    names: await organisationNames(db),
  }
}

export interface Compared extends Comparison {
  readonly draft: Draft
  /** The letters of closed sections of which something this person sent in a file is held apart. */
  readonly held: ReadonlySet<string | undefined>
}

interface Holder {
  readonly found: OwnReturn
  readonly person: { readonly id: string }
}

/** A file held against the return as it is now. */
export async function comparedWith({ db }: Reads, { found, person }: Holder, upload: Upload): Promise<Compared> {
  const draft = await draftOf({ db }, found)
  const since = await changesSince(db, found.id, upload.version)
  const { sheet: before, kept, sections } = draft
  const held = (await heldOf(db, found.id)).filter(({ typedBy, fromFile }) => fromFile && typedBy === person.id)
  const heldIn = held.map(({ name }) => sectionAt(name.replace(/!nc$/, ''), before.definition))
  return { draft, held: new Set(heldIn), ...comparison({ file: upload.file, sections, before, kept, since }) }
}
