import type { LastChange } from '../../db/cellHistory'
import type { OwnReturn } from '../../db/foundReturn'
import type { Submission } from '../../db/submissions'
import { momentInWords } from '../../domain/collections/calendar'
import { cellInWords, type Names } from '../../domain/reading/cellInWords'
import { labelAt } from '../../domain/reading/labels'
import { unsaidInWords } from '../../domain/reading/sectionInWords'
import { differencesIn, sectionsCompared, type Difference } from '../../domain/returns/differences'
import { routes } from '../../domain/returns/via'
import type { Address, Cell } from '../../domain/survey/cells'
import type { Section } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import type { Page } from '../chrome'
import { DRAFT, type Version } from './version'
import { counted } from '../../domain/reading/counted'

/** Two versions of a return, cell by cell: only what differs. */
export interface ComparisonPage extends Page {
  readonly action: string
  /** Which versions can be chosen; none where there is nothing to compare with. */
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly from: string
  readonly to: string
  readonly problem: { readonly text: string } | undefined
  readonly summary: string
  readonly sections: readonly {
    readonly id: string
    readonly heading: string
    readonly rows: readonly DifferenceRow[]
  }[]
}

interface DifferenceRow {
  readonly label: string
  readonly was: string
  readonly is: string
  readonly by: string
}

interface Compared {
  readonly before: Version
  readonly after: Version
  readonly changes: readonly LastChange[]
  readonly submissions: readonly Submission[]
  readonly names: Names
}

const SAME = 'Choose two different ones to compare'

/** Two submissions of a return beside each other, cell by cell; only what differs. */
export function comparisonPage(found: OwnReturn, compared: Compared): ComparisonPage {
  const { before, after, submissions } = compared
  const isSame = before.code === after.code
  const sections = isSame ? [] : sectionsOf(found, compared)
  const count = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    ...headOf(found),
    problems: isSame ? [{ text: SAME, href: '#to' }] : [],
    choices: [{ value: DRAFT, text: 'The return as it is now' }, ...submissions.map(choiceOf)],
    from: before.code,
    to: after.code,
    problem: isSame ? { text: SAME } : undefined,
    summary: isSame ? '' : summaryOf(count),
    sections,
  }
}

/** Nothing has been submitted yet. */
export const nothingToCompare = (found: OwnReturn): ComparisonPage => ({
  ...headOf(found),
  choices: [],
  from: '',
  to: '',
  problem: undefined,
  summary: '',
  sections: [],
})

const headOf = ({ id, organisation, collection }: OwnReturn) => ({
  title: 'What has changed',
  caption: `${organisation.name}, ${collection.title}`,
  backLink: { text: 'All sections', href: `/returns/${id}` },
  action: `/returns/${id}/comparison`,
})

const choiceOf = ({ number, decidedAt }: Submission) => ({
  value: String(number),
  text: `Submission ${number}, ${momentInWords(decidedAt)}`,
})

function summaryOf(count: number): string {
  if (count === 0) return 'Nothing differs.'
  return `${counted(count, 'answer differs', 'answers differ')}.`
}

function sectionsOf({ assigned }: OwnReturn, compared: Compared): ComparisonPage['sections'] {
  const { before, after } = compared
  const withDraft = before.code === DRAFT || after.code === DRAFT
  return sectionsCompared(after.sheet.definition, withDraft)
    .filter(({ code }) => assigned?.includes(code) ?? true)
    .map((section) => ({
      id: `section-${section.code}`,
      heading: `${section.code.toUpperCase()}  ${section.title}`,
      rows: differencesIn(section, before.cells, after.cells).map((each) => rowOf(each, section, compared)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

function rowOf({ address, was, is }: Difference, section: Section, compared: Compared): DifferenceRow {
  const { before, after, names } = compared
  return {
    label: labelAt(address, after.sheet.definition),
    was: saidIn(before, address, was, names),
    is: saidIn(after, address, is, names),
    by: whoChanged(address, section, compared),
  }
}

function saidIn({ sheet }: Version, address: Address, cell: Cell | undefined, names: Names): string {
  const place = atlasOf(sheet.definition).place(address)
  const said = cellInWords(place?.box ?? { kind: 'text', min: 0, max: 0 }, cell, names)
  if (said !== undefined) return said
  return place ? unsaidInWords(place, sheet) : 'Nothing'
}

/** Who made the difference and when; or, where nobody typed it, what it follows from. */
function whoChanged(address: Address, section: Section, { after, changes }: Compared): string {
  const change = changes.find((each) => each.address === address)
  if (change) {
    const route = change.via === 'typed' ? '' : `, ${routes[change.via]}`
    return `${change.by ?? 'The system'}, ${momentInWords(change.decidedAt)}${route}`
  }
  if (section.filledBy && after.signedBy) return `${after.signedBy.name}, in signing`
  const answering = atlasOf(after.sheet.definition).question(address)?.question.answering
  if (answering === 'calculated') return 'Worked out'
  return answering === 'prefilled' ? 'From the register' : 'Follows from other answers'
}
