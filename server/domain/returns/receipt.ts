import { momentWithZone } from '../collections/zone'
import { format } from '../kinds'
import { sectionAt } from '../reading/labels'
import { cellInWords } from '../reading/cellInWords'
import { sectionInWords, type SectionRead } from '../reading/sectionInWords'
import { uncollectedIn, type Uncollected } from '../reading/uncollected'
import type { Cells } from '../survey/cells'
import { questionMeaning } from '../survey/definition'
import { explanationAddress } from '../survey/explanations'
import { atlasOf } from '../survey/places'
import { figureAt } from '../survey/reckoning'
import type { Sheet } from '../survey/sheet'
import type { ExplainedRule } from './submission'

/** As much of a submission as its receipt tells. */
export interface Signed {
  readonly reference: string
  readonly hash: string
  readonly cells: Cells
  readonly explained: readonly ExplainedRule[]
  readonly signedByName: string
  /** What the account was called that it was signed with; null where that was not kept. */
  readonly signedAs: string | null
  /** Whether only the essential questions had to be answered. */
  readonly essentialOnly: boolean
  readonly decidedAt: Date
}

/** What proves that a return was submitted, and what was said in it: in words, ready to be printed. */
export interface Receipt {
  readonly reference: string
  readonly organisation: string
  readonly survey: string
  readonly submittedAt: Date
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly headlines: readonly { readonly label: string; readonly figure: string }[]
  readonly explained: readonly ExplainedRule[]
  readonly uncollected: readonly Uncollected[]
  readonly sections: readonly SectionRead[]
}

interface Wanted {
  /** The figures that are signed for. */
  readonly headlines: readonly { readonly address: string; readonly label: string }[]
  /** The sections its reader may see; null is all of them. */
  readonly assigned: readonly string[] | null
}

/**
 * The receipt of a submission, from what was kept with it alone: the same whenever it is asked for. Organisations that it
 * names are told by their codes, for what they are called can change.
 */
export function receiptOf(signed: Signed, sheet: Sheet, { headlines, assigned }: Wanted): Receipt {
  const { definition, register } = sheet
  const isTheirs = (section: string | undefined) => assigned === null || assigned.includes(section ?? '')
  const sections = definition.sections.filter(({ code }) => isTheirs(code))
  const { name } = register.organisation
  return {
    reference: signed.reference,
    organisation: name,
    survey: definition.title,
    submittedAt: signed.decidedAt,
    lines: [
      ...receiptLines(signed, sheet),
      ...(assigned === null ? [] : [{ label: 'Sections shown', text: lettersOf(sections) }]),
    ],
    headlines: headlines
      .filter(({ address }) => isTheirs(sectionAt(address, definition)))
      .map(({ address, label }) => ({ label, figure: headlineFigure(address, sheet) })),
    explained: signed.explained.filter(({ rule }) => isTheirs(sectionAt(explanationAddress(rule), definition))),
    uncollected: sections.flatMap((section) => uncollectedIn(section, sheet)),
    sections: sections
      .map((section) => sectionInWords(section, sheet, new Map()))
      .filter(({ questions }) => questions.length > 0),
  }
}

/** What a receipt says of a submission, on the page and on paper alike. */
export function receiptLines(signed: Omit<Signed, 'cells' | 'explained'>, sheet: Sheet): Receipt['lines'] {
  const { name, code } = sheet.register.organisation
  return [
    { label: 'Reference', text: signed.reference },
    { label: 'Organisation', text: `${name} (${code})` },
    { label: 'Survey', text: sheet.definition.title },
    ...(signed.essentialOnly ? [{ label: 'Questions', text: 'The essential ones only' }] : []),
    { label: 'Submitted', text: momentWithZone(signed.decidedAt) },
    ...signerLines(signed, sheet),
    { label: 'Fingerprint (SHA-256)', text: signed.hash },
  ]
}

const lettersOf = (sections: readonly { readonly code: string }[]): string =>
  sections.map(({ code }) => code.toUpperCase()).join(', ') || 'None'

/** Who signed, as they declared it. */
export function signerOf({ signedByName }: Pick<Signed, 'signedByName'>, sheet: Sheet) {
  const said = (meaning: 'signatory_name' | 'signatory_role'): string | undefined => {
    const question = questionMeaning(sheet.definition, meaning)
    return question?.shape === 'single' ? cellInWords(question.box, sheet.cells[question.code], new Map()) : undefined
  }
  return { name: said('signatory_name') ?? signedByName, role: said('signatory_role') }
}

function signerLines(signed: Pick<Signed, 'signedByName' | 'signedAs'>, sheet: Sheet): Receipt['lines'] {
  const { name, role } = signerOf(signed, sheet)
  return [
    { label: 'Signed by', text: name },
    ...(role === undefined ? [] : [{ label: 'Role', text: role }]),
    ...(signed.signedAs === null ? [] : [{ label: 'Signed in as', text: signed.signedAs }]),
  ]
}

function headlineFigure(address: string, sheet: Sheet): string {
  const place = atlasOf(sheet.definition).place(address)
  const figure = figureAt(address, sheet)
  if (place && figure !== undefined) return format(place.box, figure)
  return sheet.cells[address]?.state === 'not_collected' ? 'Not collected' : 'Not known'
}
