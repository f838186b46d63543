import { sameCell, type Cell, type Cells } from './cells'
import type { Section } from './definition'
import { explanationAddress, explanationFor, explanationOf } from './explanations'
import type { Changes } from './readSection'
import { sheetOf } from './routing'
import { brokenRules, type Broken } from './rules'
import type { Sheet } from './sheet'
import { withChanges } from './withChanges'

interface Explaining {
  readonly section: Section
  readonly sheetBefore: Sheet
  /** What the same save changes in figures. */
  readonly changes: Changes
  /** What was said, by rule. */
  readonly said: Readonly<Record<string, string>>
}

/**
 * What a save does to explanations. An explanation is of the figures it was given for: said anew it is of the figures as
 * they now are; sent back unchanged while the figures move under it, it stays of the figures it was given for, and so
 * goes stale. Sent empty it is rubbed out, unless it was stale and so was not in its box.
 */
export function explanationChanges({ section, sheetBefore, changes, said }: Explaining): Changes {
  if (Object.keys(said).length === 0) return {}
  const after = sheetOf(sheetBefore.definition, sheetBefore.register, withChanges(sheetBefore.cells, changes))
  const before = new Map(brokenRules(section, sheetBefore).map((broken) => [broken.rule.code, broken]))
  const now = new Map(brokenRules(section, after).map((broken) => [broken.rule.code, broken]))
  const explained: Record<string, Cell | null> = {}
  for (const [code, comment] of Object.entries(said)) {
    const address = explanationAddress(code)
    const cell = explanationCell(comment, sheetBefore.cells, before.get(code), now.get(code))
    if (cell !== undefined && !sameCell(cell, sheetBefore.cells[address])) explained[address] = cell
  }
  return explained
}

/** Undefined leaves what is there alone. */
function explanationCell(comment: string, kept: Cells, before: Broken | undefined, now: Broken | undefined) {
  if (!now) return undefined
  const existing = explanationFor(before ?? now, kept)
  if (comment === '') return existing.kind === 'live' ? null : undefined
  const unchanged = existing.kind !== 'none' && existing.comment === comment
  return unchanged && before?.of !== now.of ? undefined : explanationOf(now, comment)
}
