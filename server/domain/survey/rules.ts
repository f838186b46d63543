import { format } from '../kinds'
import { readable } from '../kinds/number'
import { remembered } from '../remembered'
import { addressesIn } from './addresses'
import type { Address } from './cells'
import type { ExpressionRule, PlatformRule, Rule, Said, Section, SurveyDefinition } from './definition'
import type { Finding } from './finding'
import { atlasOf } from './places'
import { platformFindings } from './platformRules'
import { holds } from './holds'
import { addressesOf, figureOf, livingCell } from './reckoning'
import type { Sheet } from './sheet'

/** A rule that does not hold, and where. */
export interface Broken {
  readonly rule: Rule
  readonly section: Section
  /** One for each place it was judged of. */
  readonly findings: readonly Finding[]
  /** The figures it was judged on, in writing: an explanation is live only while they are still so. */
  readonly of: string
}

/** The rules of a section that do not hold. A rule about a cell nobody has answered has nothing to say yet. */
export const brokenRules = (section: Section, sheet: Sheet): Broken[] =>
  rulesOf(section, sheet).flatMap((rule) => brokenRule(rule, section, sheet) ?? [])

/** The rules that hold of all that is written anywhere (Q04). */
const rulesEverywhere = remembered(({ sections }: SurveyDefinition): readonly Rule[] =>
  sections.flatMap(({ rules }) => rules).filter((rule) => 'platform' in rule && rule.platform === 'no_personal_data'),
)

/** A section's own rules, and those of everywhere. */
const rulesOf = (section: Section, { definition }: Sheet): readonly Rule[] => [
  ...section.rules,
  ...rulesEverywhere(definition).filter((rule) => !section.rules.includes(rule)),
]

function brokenRule(rule: Rule, section: Section, sheet: Sheet): Broken | undefined {
  const findings = 'platform' in rule ? platformFindings(rule, section, sheet) : findingsOf(rule, sheet)
  if (findings.length === 0) return undefined
  return {
    rule,
    section,
    findings,
    // Written only when it is asked for: of a rule that nobody has explained it never is.
    get of() {
      return writtenFigures(findings, sheet)
    },
  }
}

function findingsOf(rule: Exclude<Rule, PlatformRule>, sheet: Sheet): Finding[] {
  if (rule.organisations && !rule.organisations.includes(sheet.register.organisation.type)) return []
  return placesJudged(rule, sheet)
    .filter((at) => holds(rule.holds, sheet, at) === false)
    .map((at) => ({ says: messageOf(rule, sheet, at), addresses: operandsOf(rule, sheet, at) }))
}

/** Each `@` a rule is judged for; a rule told once has one, which it does not use. */
const placesJudged = ({ each }: ExpressionRule, sheet: Sheet): string[] =>
  each ? each.flatMap((pattern) => rowsOf(pattern, sheet)) : ['']

function rowsOf(pattern: string, sheet: Sheet): readonly string[] {
  if (!pattern.includes('*')) return [pattern]
  const { definition } = sheet
  if (atlasOf(definition).question(pattern)?.question.shape === 'list') return rowsNow(pattern, sheet)
  const known = fixedRows(definition)
  const rows = known.get(pattern) ?? rowsNow(pattern, sheet)
  known.set(pattern, rows)
  return rows
}

/** The rows of tables, which are always the same. */
const fixedRows = remembered((_definition: SurveyDefinition) => new Map<string, readonly string[]>())

function rowsNow(pattern: string, sheet: Sheet): string[] {
  const columns = addressesOf(`${pattern}.*`, sheet).map((address) => address.split('.').slice(0, -1).join('.'))
  const rows = columns.length > 0 ? columns : addressesOf(pattern, sheet)
  return [...new Set(rows)]
}

const readBy = remembered(addressesIn)

const operandsOf = (rule: ExpressionRule, sheet: Sheet, at: string): Address[] => [
  ...new Set(readBy(rule.holds).flatMap((pattern) => addressesOf(pattern.replace('@', at), sheet))),
]

function writtenFigures(findings: readonly Finding[], sheet: Sheet): string {
  const own = findings.flatMap(({ addresses }) => addresses).map((address) => `${address}=${written(address, sheet)}`)
  const others = findings.flatMap(({ beside }) => beside ?? [])
  return [...new Set([...own, ...others])].sort().join(';')
}

function written(address: Address, sheet: Sheet): string {
  const found = livingCell(address, sheet)
  if (found?.state === 'not_collected') return 'NC'
  if (found) return JSON.stringify(found.value)
  const figure = figureOf({ kind: 'cell', address }, sheet)
  return figure === undefined ? '' : String(figure)
}

/** The message with its gaps filled in; a gap whose figure is not known says "not known". */
export function messageOf(rule: Pick<Rule, 'says'> & Pick<ExpressionRule, 'figures'>, sheet: Sheet, at = ''): string {
  return rule.says.replace(/\{(\w+)\}/g, (_gap, name: string) => {
    const said = rule.figures?.[name]
    return said ? filled(said, sheet, at) : ''
  })
}

function filled(said: Said, sheet: Sheet, at: string): string {
  switch (said.kind) {
    case 'figure': {
      const figure = figureOf(said.figure, sheet, at)
      return figure === undefined ? 'not known' : readable(figure, said.places)
    }
    case 'choice':
      return choiceSaid(said.address.replace('@', at), sheet)
    case 'row':
      return rowSaid(at, sheet)
    case 'case':
      return caseSaid(said, sheet, at)
  }
}

/** The words of the first case that is so, their own gaps filled in. */
function caseSaid({ cases }: Extract<Said, { kind: 'case' }>, sheet: Sheet, at: string): string {
  const found = cases.find(({ when }) => holds(when, sheet, at) === true)
  return found ? messageOf(found, sheet, at) : 'not known'
}

function choiceSaid(address: Address, sheet: Sheet): string {
  const place = atlasOf(sheet.definition).place(address)
  const found = livingCell(address, sheet)
  return place && found?.state === 'value' ? format(place.box, found.value) : 'not known'
}

/** What a row or a question is called: `demo_age.a25_29` is "25 to 29". */
function rowSaid(at: string, sheet: Sheet): string {
  const [code, row] = at.split('.')
  const question = atlasOf(sheet.definition).question(code ?? '')?.question
  if (!question) return ''
  const found = question.shape === 'table' ? question.rows.find((each) => each.code === row) : undefined
  return found?.label ?? question.label
}
