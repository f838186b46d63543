import type { FoundReturn } from '../../db/foundReturn'
import { sectionPhase } from '../../domain/collections/opening'
import type { Section } from '../../domain/survey/definition'
import { explanationFor } from '../../domain/survey/explanations'
import { readable } from '../../domain/kinds/number'
import { entriesIn, placesOf, type Place } from '../../domain/survey/places'
import { checkSection } from '../../domain/survey/progress'
import { figureAt } from '../../domain/survey/reckoning'
import type { Sheet } from '../../domain/survey/sheet'
import type { Page } from '../chrome'
import { cellWords } from './cellWords'
import { sectionLines, type SectionLine } from './sectionLines'

export interface AnswersPage extends Page {
  readonly questions: readonly {
    readonly label: string
    readonly lines: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[]
  }[]
  readonly checks: readonly {
    readonly kind: 'explain' | 'explained' | 'cannot'
    readonly word: string
    readonly says: string
    readonly answer: string | undefined
  }[]
  readonly sections: readonly SectionLine[]
  readonly back: string
}

/** The answers of one section, to read. */
export function answersPage(found: FoundReturn, section: Section, sheet: Sheet): AnswersPage {
  const isOpen = sectionPhase(found.openness, section.code, found.now) === 'open'
  const back = `/network/returns/${found.id}`
  return {
    title: `${section.code.toUpperCase()}  ${section.title}`,
    caption: found.organisation.name,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${found.collection.code}` },
      { text: found.organisation.name, href: back },
      { text: section.title },
    ],
    state: [isOpen ? { kind: 'plain', text: 'Open' } : { kind: 'locked', text: 'Locked' }],
    questions: section.questions.map((question) => ({
      label: question.label,
      lines: placesOf({ question, section }, entriesIn(question, sheet.cells)).map((place) => ({
        key: { text: place.label },
        value: { text: answerAt(place, sheet) },
      })),
    })),
    checks: checksOf(section, sheet),
    sections: sectionLines(found, sheet.definition),
    back,
  }
}

/** What was answered, what is reckoned, or why there is neither. */
function answerAt(place: Place, sheet: Sheet): string {
  const standing = sheet.standing(place)
  if (standing === 'none' || standing === 'not_asked') return 'Not asked'
  if (place.question.answering === 'calculated') {
    const figure = figureAt(place.address, sheet)
    return figure === undefined ? 'Not known yet' : readable(figure)
  }
  const cell = sheet.cells[place.address]
  return cell ? upper(cellWords(place, cell)) : 'Not answered'
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function checksOf(section: Section, sheet: Sheet): AnswersPage['checks'] {
  const { broken, beyond } = checkSection(section, sheet)
  const cannot = { kind: 'cannot', word: 'This cannot be so', answer: undefined } as const
  return [
    ...beyond.map(({ says }) => ({ ...cannot, says })),
    ...broken.map((each) => {
      const says = each.findings.map((finding) => finding.says).join(' ')
      if (each.rule.level === 'hard') return { ...cannot, says }
      const explanation = explanationFor(each, sheet.cells)
      return explanation.kind === 'live'
        ? ({ kind: 'explained', word: 'Explained', says, answer: explanation.comment } as const)
        : ({ kind: 'explain', word: 'To be explained', says, answer: undefined } as const)
    }),
  ]
}
