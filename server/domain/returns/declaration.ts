import type { Cells } from '../survey/cells'
import { questionMeaning, type Section, type SurveyDefinition } from '../survey/definition'
import { explanationAddress, SHORTEST_EXPLANATION } from '../survey/explanations'
import { checkReturn, checkSection } from '../survey/progress'
import { readSection, type Problem, type Typed } from '../survey/readSection'
import { sheetOf } from '../survey/routing'
import type { Sheet } from '../survey/sheet'
import type { Place } from '../survey/places'

/** Ticked by the only person of a small provider, who signs what they prepared (rule Q02). */
export const AUTHORISED = 'decl_authorised'

export interface Declaration {
  /** The return with its declaration, as it goes into ink. */
  readonly sheet: Sheet
  /** What stands in the way of signing, by field. */
  readonly problems: readonly Problem[]
}

/** The section filled only when the return is signed. */
export const declarationOf = ({ sections }: SurveyDefinition): Section | undefined =>
  sections.find(({ filledBy }) => filledBy === 'signatory')

/** Whether any soft rule does not hold, so that whoever signs must have read the comments. */
export const hasWarnings = (sheet: Sheet): boolean => checkReturn(sheet).some(({ progress }) => progress.soft > 0)

/** Reads a declaration as typed, and says what it lacks. */
export function readDeclaration(sheet: Sheet, typed: Typed, { alone }: { readonly alone: boolean }): Declaration {
  const section = declarationOf(sheet.definition)
  if (!section) return { sheet, problems: [] }
  const { changes, problems } = readSection(section, typed, {})
  const signed = sheetOf(sheet.definition, sheet.register, { ...sheet.cells, ...onlyCells(changes) })
  const unread = new Set(problems.map(({ address }) => address))
  // Asked only where a soft rule does not hold: the one thing about a declaration that its sheet cannot say.
  const warningsRead = questionMeaning(sheet.definition, 'warnings_read')?.code
  const missing = checkSection(section, signed).missing.filter(
    ({ address }) => !unread.has(address) && (address !== warningsRead || hasWarnings(sheet)),
  )
  const authorised = alone && typed[AUTHORISED] !== 'yes' ? [notAuthorised] : []
  return {
    sheet: signed,
    problems: [...problems, ...missing.map(lacking), ...foreignAddress(section, signed, typed), ...authorised],
  }
}

const onlyCells = (changes: Readonly<Record<string, Cells[string] | null>>): Cells =>
  Object.fromEntries(Object.entries(changes).filter((entry): entry is [string, Cells[string]] => entry[1] !== null))

const lacking = ({ address, label, box }: Place): Problem => ({
  address,
  says: box.kind === 'checkbox' ? `Tick “${label}” to sign.` : `Answer “${label}” to sign.`,
})

const notAuthorised: Problem = {
  address: AUTHORISED,
  says: 'Tick “I am authorised to sign for my organisation” to sign alone.',
}

/** Rule Q03: an address outside the domains held for the organisation must be explained, not changed. */
function foreignAddress({ rules }: Section, sheet: Sheet, typed: Typed): Problem[] {
  const rule = rules.find((each) => 'platform' in each && each.platform === 'signatory_domain')
  const given = sheet.cells[questionMeaning(sheet.definition, 'signatory_email')?.code ?? '']
  if (!rule || given?.state !== 'value' || typeof given.value !== 'string') return []
  const address = explanationAddress(rule.code)
  const held = sheet.register.organisation.emailDomains
  if (held.includes(domainOf(given.value)) || isExplained(typed[address])) return []
  return [{ address, says: `${rule.says} You gave ${given.value}; we hold ${held.join(', ') || 'none'}.` }]
}

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1).toLowerCase()

const isExplained = (comment: unknown): boolean =>
  typeof comment === 'string' && comment.trim().length >= SHORTEST_EXPLANATION
