import type { Line } from './line'
import { valueCell } from '../domain/survey/cells'
import type { Section } from '../domain/survey/definition'
import {
  explanationAddress,
  explanationFor,
  LONGEST_EXPLANATION,
  SHORTEST_EXPLANATION,
} from '../domain/survey/explanations'
import { brokenRules, type Broken } from '../domain/survey/rules'
import type { Sheet } from '../domain/survey/sheet'

const box = { kind: 'text', min: SHORTEST_EXPLANATION, max: LONGEST_EXPLANATION, long: true } as const

/** The figures of a section that need a word of explanation, each with room for one. */
export const explanationLines = (section: Section, sheet: Sheet): Line[] =>
  isApplicable(section, sheet)
    ? brokenRules(section, sheet)
        .filter(({ rule }) => rule.level === 'soft' && section.rules.includes(rule))
        .map((broken) => explanationLine(broken, sheet))
    : []

const isApplicable = ({ when }: Section, sheet: Sheet): boolean => {
  const standing = when ? sheet.route(when) : 'asked'
  return standing === 'asked' || standing === 'undetermined'
}

function explanationLine(broken: Broken, sheet: Sheet): Line {
  const given = explanationFor(broken, sheet.cells)
  return {
    question: `Please explain: ${saidOf(broken)}`,
    repeats: false,
    line: '',
    cells: [
      {
        measure: '',
        answer: { kind: 'box', box, cell: given.kind === 'live' ? valueCell(given.comment) : undefined },
        address: explanationAddress(broken.rule.code),
        locked: false,
        mayBeUncollected: false,
      },
    ],
    gives: `Words, ${SHORTEST_EXPLANATION} to ${LONGEST_EXPLANATION.toLocaleString('en-GB')} characters`,
    notes: given.kind === 'stale' ? `The figures have changed since you explained: “${given.comment}”` : '',
  }
}

/** The same rule may be broken in many places; a few of them show what it is about. */
const SHOWN = 3

function saidOf({ findings }: Broken): string {
  const more = findings.length - SHOWN
  const shown = findings.slice(0, SHOWN).map(({ says }) => says)
  return [...shown, ...(more > 0 ? [`(And ${more} more like this.)`] : [])].join(' ')
}
