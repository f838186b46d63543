import type { OwnReturn } from '../../db/foundReturn'
import type { Submission } from '../../db/submissions'
import { momentInWords } from '../../domain/collections/calendar'
import { momentWithZone } from '../../domain/collections/zone'
import type { Names } from '../../domain/reading/cellInWords'
import { sectionAt } from '../../domain/reading/labels'
import { signerOf } from '../../domain/returns/receipt'
import { statuses } from '../../domain/returns/lifecycle'
import { explanationAddress } from '../../domain/survey/explanations'
import type { Section } from '../../domain/survey/definition'
import { sectionsToFill } from '../../domain/survey/progress'
import type { RegisteredOrganisation } from '../../domain/survey/register'
import type { Sheet } from '../../domain/survey/sheet'
import type { Link, Page } from '../chrome'
import { readableSections, sheetOfSubmission } from './readings'
import { explainedNow, sectionPrinted, type SectionPrinted } from './sectionPrinted'

/** A whole return to read or print: as it is now, or as it was signed. */
export interface DocumentPage extends Page {
  readonly facts: readonly Fact[]
  /** What it is, in a sentence. */
  readonly says: string
  readonly sections: readonly SectionPrinted[]
  readonly links: readonly Link[]
}

interface Fact {
  readonly label: string
  readonly text: string
}

/** The return as it is now. */
export function draftPage(found: OwnReturn, sheet: Sheet, names: Names): DocumentPage {
  const theirs = new Set(readableSections(found, sheet))
  const sections = sectionsToFill(sheet).filter((section) => theirs.has(section))
  return {
    ...headOf(found, 'The whole return'),
    facts: [
      ...factsOf(found, sections),
      { label: 'State', text: statuses[found.status] },
      { label: 'As it was', text: momentWithZone(found.now) },
    ],
    says: 'This is the return as it is now. What counts is what has been signed and submitted.',
    sections: sections.map((section) => sectionPrinted(section, sheet, names, explainedNow(section, sheet))),
    links: [
      { text: 'Blank form', href: `/returns/${found.id}/blank` },
      ...(found.standingSubmissionId === null
        ? []
        : [{ text: 'Compare with what was submitted', href: `/returns/${found.id}/comparison` }]),
    ],
  }
}

/** A submission as it was signed. */
export function submissionPage(found: OwnReturn, submission: Submission, names: Names): DocumentPage {
  const sheet = sheetOfSubmission(found, submission)
  const sections = readableSections(found, sheet)
  const { number, reference, decidedAt, hash, explained } = submission
  const signer = signerOf(submission, sheet)
  const then = { ...found, organisation: sheet.register.organisation }
  return {
    ...headOf(then, `Submission ${number}`),
    facts: [
      { label: 'Reference', text: reference },
      ...factsOf(then, sections),
      ...(submission.essentialOnly ? [{ label: 'Questions', text: 'The essential ones only' }] : []),
      { label: 'Submitted', text: momentWithZone(decidedAt) },
      { label: 'Signed by', text: signer.role === undefined ? signer.name : `${signer.name}, ${signer.role}` },
      ...(submission.signedAs === null ? [] : [{ label: 'Signed in as', text: submission.signedAs }]),
      { label: 'Fingerprint (SHA-256)', text: hash },
    ],
    says: standsWords(found, submission),
    sections: sections.map((section) => {
      const given = explained
        .filter(({ rule }) => sectionAt(explanationAddress(rule), sheet.definition) === section.code)
        .map(({ says, explanation }) => ({ says, given: explanation }))
      return sectionPrinted(section, sheet, names, given)
    }),
    links: [
      { text: 'Receipt', href: `/returns/${found.id}/receipt?number=${number}` },
      { text: 'Receipt as PDF', href: `/returns/${found.id}/receipt.pdf?submission=${number}` },
      { text: 'What has changed since', href: `/returns/${found.id}/comparison?from=${number}&to=draft` },
    ],
  }
}

type Headed = Pick<OwnReturn, 'id' | 'collection'> & { readonly organisation: RegisteredOrganisation }

const headOf = ({ id, collection, organisation }: Headed, title: string) => ({
  title,
  caption: `${organisation.name}, ${collection.title}`,
  backLink: { text: 'All sections', href: `/returns/${id}` },
})

/** Whose it is; and of a contributor, that it is not all. */
const factsOf = (
  { organisation, assigned }: Headed & Pick<OwnReturn, 'assigned'>,
  sections: readonly Section[],
): Fact[] => [
  { label: 'Organisation', text: `${organisation.name} (${organisation.code})` },
  ...(assigned === null
    ? []
    : [
        {
          label: 'Sections',
          text: `Only yours: ${sections.map(({ code }) => code.toUpperCase()).join(', ') || 'none'}`,
        },
      ]),
]

const standsWords = ({ standingSubmissionId, openness }: OwnReturn, { id }: Submission): string =>
  standingSubmissionId === id
    ? `This is what counts as your organisation’s return${
        openness.standingSince ? `, since ${momentInWords(openness.standingSince)}` : ''
      }. It is kept as it was signed.`
    : 'This submission no longer counts: another has replaced it, or it was taken back. It is kept as it was signed.'
