import { isNumeric } from '../kinds'
import { valueCell, type Address, type Cell, type Cells } from '../survey/cells'
import { explanationAddress, explanationFor } from '../survey/explanations'
import { placesIn } from '../survey/places'
import { checkReturn } from '../survey/progress'
import { figureAt, livingCell } from '../survey/reckoning'
import type { Broken } from '../survey/rules'
import type { Sheet } from '../survey/sheet'
import type { ExplainedRule } from './submission'

/**
 * What goes into ink: every cell that is asked, what the network prefilled and what was calculated. Answers that are not
 * asked stay in pencil. The explanations go with it.
 */
export function inkOf(sheet: Sheet): { cells: Cells; explained: readonly ExplainedRule[] } {
  const cells: Record<Address, Cell> = {}
  for (const section of sheet.definition.sections) {
    for (const place of placesIn(section, sheet.cells)) {
      const cell = livingCell(place.address, sheet) ?? calculated(place, sheet)
      if (cell) cells[place.address] = cell
    }
    for (const { code } of section.questions) {
      const list = livingList(code, sheet)
      if (list) cells[code] = list
    }
  }
  const soft = checkReturn(sheet).flatMap(({ broken }) => broken.filter(({ rule }) => rule.level === 'soft'))
  for (const broken of soft) {
    const address = explanationAddress(broken.rule.code)
    const cell = sheet.cells[address]
    if (cell) cells[address] = cell
  }
  return { cells, explained: soft.map((broken) => explainedRule(broken, sheet)) }
}

function calculated({ address, question, box }: ReturnType<typeof placesIn>[number], sheet: Sheet): Cell | undefined {
  if (question.answering !== 'calculated' || !isNumeric(box)) return undefined
  const figure = figureAt(address, sheet)
  return figure === undefined ? undefined : valueCell(figure)
}

/** A list that is "not collected" as a whole is told at its own address. */
function livingList(code: string, sheet: Sheet): Cell | undefined {
  const found = sheet.cells[code]
  return found?.state === 'not_collected' ? found : undefined
}

function explainedRule(broken: Broken, sheet: Sheet): ExplainedRule {
  const explanation = explanationFor(broken, sheet.cells)
  return {
    rule: broken.rule.code,
    says: broken.findings.map(({ says }) => says),
    explanation: explanation.kind === 'none' ? '' : explanation.comment,
  }
}
