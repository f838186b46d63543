import type { FoundReturn, OwnReturn } from '../../db/foundReturn'
import type { Submission } from '../../db/submissions'
import { receiptLines } from '../../domain/returns/receipt'
import { submittedSheet } from '../../domain/returns/submittedSheet'
import { sectionsToFill } from '../../domain/survey/progress'
import { sheetOf } from '../../domain/survey/routing'
import type { Sheet } from '../../domain/survey/sheet'
import { definitionOf } from '../../surveys'
import type { BenchmarksLine } from './benchmarksLine'
import { answersOf, type QuestionAnswers } from './answers'
import type { Names } from '../../domain/reading/cellInWords'
import { sectionAt } from '../../domain/reading/labels'
import type { Uncollected } from '../../domain/reading/uncollected'
import { uncollectedIn } from './uncollected'

/** What proves that a return was submitted, and what was said in it. */
export interface ReceiptPage {
  readonly title: string
  readonly caption: string
  readonly lines: readonly { readonly label: string; readonly text: string; readonly isReference: boolean }[]
  readonly stands: string
  readonly explained: readonly {
    readonly says: readonly string[]
    readonly given: string
    readonly mark: string
    readonly word: string
  }[]
  readonly uncollected: readonly Uncollected[]
  readonly sections: readonly {
    readonly letter: string
    readonly title: string
    readonly answers: readonly QuestionAnswers[]
  }[]
  /** Every submission of the return, where there are several. */
  readonly others: readonly { readonly text: string; readonly href: string }[]
  /** Receipts of the organisation's other surveys of the same time. */
  readonly beside: readonly { readonly text: string; readonly href: string }[]
  readonly pdf: string
  /** All of it on one page, to print. */
  readonly document: string
  readonly tasks: string
  readonly benchmarks: BenchmarksLine | undefined
}

/** Lines that are there to be compared letter by letter. */
const references = new Set(['Reference', 'Fingerprint (SHA-256)'])

interface Receipted {
  readonly all: readonly Submission[]
  readonly names: Names
  /** The organisation's other returns of the same time. */
  readonly sisters: readonly FoundReturn[]
}

/** The receipt of a submission, for its employer. */
export function receiptPage(
  found: OwnReturn,
  submission: Submission,
  { all, names, sisters }: Receipted,
): Omit<ReceiptPage, 'benchmarks'> {
  const sheet = sheetIn(found, submission)
  const mine = (section: string | undefined) => found.assigned === null || found.assigned.includes(section ?? '')
  return {
    title: 'Receipt',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    lines: receiptLines(
      submission,
      submittedSheet(definitionOf(submission.definition), found.organisation, submission.cells),
    ).map((line) => ({
      ...line,
      isReference: references.has(line.label),
    })),
    stands: standsWords(found, submission),
    explained: submission.explained
      .filter(({ rule }) => mine(sectionAt(`explain!${rule}`, sheet.definition)))
      .map(({ says, explanation }) => ({ says, given: explanation, mark: 'explained', word: 'Explained' })),
    uncollected: uncollectedIn(sheet, found.assigned),
    sections: sectionsToFill(sheet)
      .filter(({ code }) => mine(code))
      .map((section) => ({
        letter: section.code.toUpperCase(),
        title: section.title,
        answers: answersOf(section, sheet, { names, canChange: false, returnId: found.id }),
      }))
      .filter(({ answers }) => answers.length > 0),
    others:
      all.length < 2
        ? []
        : all.map((each) => ({ text: each.reference, href: `/returns/${found.id}/receipt?number=${each.number}` })),
    beside: sisters
      .filter(({ standingSubmissionId }) => standingSubmissionId !== null)
      .map(({ id, collection }) => ({ text: collection.title, href: `/returns/${id}/receipt` })),
    pdf: `/returns/${found.id}/receipt.pdf?submission=${submission.number}`,
    document: `/returns/${found.id}/submissions/${submission.number}`,
    tasks: `/returns/${found.id}`,
  }
}

/** As it was said then: what has been prefilled or worked out is in the submission too. */
function sheetIn({ organisation }: OwnReturn, { definition, cells, essentialOnly }: Submission): Sheet {
  return { ...sheetOf(definitionOf(definition), { organisation, essentialOnly }, cells), cells }
}

const standsWords = (found: OwnReturn, { id }: Submission): string =>
  found.standingSubmissionId === id
    ? 'This is what counts as your organisation’s return. It is kept as it was signed and cannot be altered.'
    : 'This submission no longer counts: another has replaced it, or it was taken back. It is kept as it was signed.'
