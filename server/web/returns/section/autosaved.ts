import type { SectionSaved } from '../../../actions/saveSection'
import type { Cell } from '../../../domain/survey/cells'
import type { Conflict } from '../../../domain/survey/conflicts'
import { isEntered, type Section } from '../../../domain/survey/definition'
import { explanationFor } from '../../../domain/survey/explanations'
import { atlasOf } from '../../../domain/survey/places'
import { checkSection, type SectionCheck } from '../../../domain/survey/progress'
import type { Problem } from '../../../domain/survey/readSection'
import { figureAt } from '../../../domain/survey/reckoning'
import type { Sheet } from '../../../domain/survey/sheet'
import { leftToDo } from '../sectionWords'
import { asksOf } from './asks'
import { totalsOf } from './totals'
import { shownIn } from './totalRows'

type Saved = Extract<SectionSaved, { kind: 'saved' }>

/** What an autosave is answered with. */
export function savedAnswer({ version, savedAt, problems, changedSince, sheet }: Saved, section: Section) {
  const check = checkSection(section, sheet)
  return {
    version,
    savedAt: savedAt.toISOString(),
    totals: totalsIn(section, sheet),
    problems: [...problems, ...standingProblems(check)],
    queries: queriesIn(check, sheet),
    /** What others have changed meanwhile, and a page that goes on from this version must show. */
    changed: changedSince,
    /** For the script of the page: what to show where, and whether the page must be drawn anew. */
    unread: problems,
    shown: shownIn(section, sheet),
    state: leftToDo(check),
    asks: asksOf({ section, sheet, check }),
  }
}

/** What it is answered with where others changed the same cells meanwhile; all else has been saved. */
export const conflictAnswer = ({ version, savedAt, conflicts, changedSince }: Saved) => ({
  version,
  savedAt: savedAt.toISOString(),
  conflicts: conflicts.map(conflictSaid),
  changed: changedSince,
})

const conflictSaid = ({ address, mine, theirs, by, at }: Conflict) => ({
  cell: address,
  yours: sendable(mine),
  theirs: sendable(theirs),
  by,
  at: at.toISOString(),
})

/** A cell as it is sent: its value, why it is not collected, or null. */
function sendable(cell: Cell | null) {
  if (cell === null) return null
  return cell.state === 'value' ? cell.value : { not_collected: cell.reason }
}

/** Figures the survey works out in this section, by address, and the columns it adds up, by pattern. */
function totalsIn(section: Section, sheet: Sheet): Record<string, number | null> {
  const totals: Record<string, number | null> = {}
  for (const question of section.questions) {
    for (const { pattern, figure } of totalsOf(question, section, sheet)) totals[pattern] = figure
    if (isEntered(question) || question.answering === 'prefilled') continue
    const columns =
      'columns' in question ? question.columns.map(({ code }) => `${question.code}.${code}`) : [question.code]
    for (const address of columns.filter((each) => atlasOf(sheet.definition).place(each))) {
      totals[address] = figureAt(address, sheet) ?? null
    }
  }
  return totals
}

/** What has been kept and cannot be so. */
const standingProblems = ({ beyond, broken }: SectionCheck): Problem[] => [
  ...beyond.map(({ place, says }) => ({ address: place.address, says })),
  ...broken
    .filter(({ rule }) => rule.level === 'hard')
    .flatMap(({ findings }) => findings.map(({ addresses, says }) => ({ address: addresses[0] ?? '', says }))),
]

const queriesIn = ({ broken }: SectionCheck, sheet: Sheet) =>
  broken
    .filter(({ rule }) => rule.level === 'soft')
    .map((each) => {
      const explanation = explanationFor(each, sheet.cells)
      return {
        rule: each.rule.code,
        says: each.findings.map(({ says }) => says),
        addresses: [...new Set(each.findings.flatMap(({ addresses }) => addresses))],
        explained: explanation.kind === 'live',
      }
    })
