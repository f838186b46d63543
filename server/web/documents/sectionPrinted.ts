import type { Names } from '../../domain/reading/cellInWords'
import { sectionInWords, type QuestionRead } from '../../domain/reading/sectionInWords'
import type { Section } from '../../domain/survey/definition'
import { explanationFor } from '../../domain/survey/explanations'
import { checkSection } from '../../domain/survey/progress'
import { sectionStanding } from '../../domain/survey/routing'
import type { Sheet } from '../../domain/survey/sheet'

/** One section of a return on paper. */
export interface SectionPrinted {
  readonly id: string
  readonly letter: string
  readonly title: string
  /** Nothing of it is asked. */
  readonly isNotAsked: boolean
  readonly questions: readonly QuestionRead[]
  /** Questions that are not asked, in a sentence. */
  readonly notAsked: string | undefined
  readonly explained: readonly Explained[]
}

/** A rule that does not hold, and what was said of it. */
export interface Explained {
  readonly says: readonly string[]
  readonly given: string
}

/** A section as it is printed: every question with its answer, what was not asked, and what was explained. */
export function sectionPrinted(
  section: Section,
  sheet: Sheet,
  names: Names,
  explained: readonly Explained[],
): SectionPrinted {
  const { letter, title, questions, notAsked } = sectionInWords(section, sheet, names)
  const standing = sectionStanding(section, sheet)
  const isNotAsked = standing === 'none' || standing === 'not_asked'
  return {
    id: `section-${section.code}`,
    letter,
    title,
    isNotAsked,
    questions: isNotAsked ? [] : questions,
    notAsked: isNotAsked || notAsked.length === 0 ? undefined : notAskedWords(notAsked),
    explained,
  }
}

const notAskedWords = (labels: readonly string[]): string =>
  `Not asked, because of other answers: ${labels.map((label) => `“${label}”`).join(', ')}.`

/** What is explained now: rules that do not hold, with what was said of the figures as they are. */
export const explainedNow = (section: Section, sheet: Sheet): Explained[] =>
  checkSection(section, sheet)
    .broken.filter(({ rule }) => rule.level === 'soft')
    .map((broken) => {
      const explanation = explanationFor(broken, sheet.cells)
      return {
        says: broken.findings.map((finding) => finding.says),
        given: explanation.kind === 'live' ? explanation.comment : 'Not explained yet.',
      }
    })
