import type { SentFile } from '../domain/returns/sentFile'
import { typedFrom, type CellNote } from './typedFrom'
import { labelAt } from '../domain/reading/labels'
import type { Address, Cell, Cells } from '../domain/survey/cells'
import type { ChangeSince, Conflict } from '../domain/survey/conflicts'
import type { Section } from '../domain/survey/definition'
import { explainedRule } from '../domain/survey/explanations'
import { mergeReads } from '../domain/survey/mergeReads'
import { atlasOf } from '../domain/survey/places'
import { readSection, type Changes, type Problem } from '../domain/survey/readSection'
import type { Sheet } from '../domain/survey/sheet'

/** A file, and what it is held against. */
export interface Comparing {
  readonly file: SentFile
  /** The sections that are this person's, or those of them that were chosen. */
  readonly sections: readonly Section[]
  /** The return as it is kept. */
  readonly before: Sheet
  readonly kept: Cells
  /** What has been changed on the pages since the file was written. */
  readonly since: readonly ChangeSince[]
}

/** What putting a file back would do to a return, and what cannot be put back. */
export interface Comparison {
  readonly changes: Changes
  readonly conflicts: readonly Conflict[]
  readonly unreadable: readonly CellNote[]
  readonly remarks: readonly CellNote[]
  /** Sections of which nothing at all is in the file. */
  readonly absent: readonly Section[]
}

/** Holds a file against a return, cell by cell, as the page would: nothing is written. */
export function comparison({ file, sections, before, kept, since }: Comparing): Comparison {
  const { definition } = before
  const codes = new Set(sections.map(({ code }) => code))
  const read = typedFrom(file, { definition, kept: before.cells, sections: codes })
  const reads = sections.map((section) => ({ section, read: readSection(section, read.typed, kept) }))
  const problems = reads.flatMap((each) => each.read.problems)
  const there = new Set([...read.standsAt.keys()].map((address) => sectionOf(address, before)?.code))
  return {
    ...mergeReads({ reads, since, before, kept }),
    unreadable: [...read.unreadable, ...problems.map((problem) => placed(problem, read.standsAt, before))],
    remarks: read.remarks,
    absent: file.kind === 'csv' ? [] : sections.filter(({ code }) => !there.has(code)),
  }
}

/** A problem of a place, told of the cell it stands in: the words that repeat the place's own are left out. */
function placed(
  { address, says }: Problem,
  standsAt: ReadonlyMap<string, Pick<CellNote, 'sheet' | 'ref'>>,
  sheet: Sheet,
) {
  const label = atlasOf(sheet.definition).place(address)?.label
  const short = label !== undefined && says.startsWith(label) ? says.slice(label.length).replace(/^:? /, '') : says
  return { sheet: '', ref: address, ...standsAt.get(address), says: short, what: labelAt(address, sheet.definition) }
}

/** The section an address belongs to, be it of a place, a list or an explanation. */
export function sectionOf(address: Address, { definition }: Pick<Sheet, 'definition'>): Section | undefined {
  const rule = explainedRule(address)
  if (rule === undefined) return atlasOf(definition).question(address)?.section
  return definition.sections.find(({ rules }) => rules.some(({ code }) => code === rule))
}

/** What one change does, in a word. */
export function doingOf(was: Cell | null | undefined, becomes: Cell | null): 'added' | 'changed' | 'cleared' {
  if (becomes === null) return 'cleared'
  return was ? 'changed' : 'added'
}
