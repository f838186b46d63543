import type { Line, LineCell } from './line'
import { addressesIn } from '../domain/survey/addresses'
import type { Column, Question, Rule, SurveyDefinition } from '../domain/survey/definition'
import { entriesIn, placesOf, type Place } from '../domain/survey/places'
import type { Sheet } from '../domain/survey/sheet'

/** A line of totals under a table whose columns some rule adds up: adding up anything else would mean nothing. */
export function totalLines(found: Pick<Place, 'question' | 'section'>, sheet: Sheet): Line[] {
  const { question } = found
  if (question.shape !== 'table' && question.shape !== 'list') return []
  const summed = summedIn(sheet.definition)
  const cells = question.columns
    .map((column) => ({ column, pattern: `${question.code}.*.${column.code}` }))
    .filter(({ pattern }) => summed.has(pattern))
    .map(({ column, pattern }) => totalCell(column, pattern, totalNow(found, column.code, sheet)))
  const line = 'Total of these lines'
  return cells.length === 0 ? [] : [{ question: question.label, repeats: true, line, cells, gives: '', notes: '' }]
}

const totalCell = ({ label, box }: Column, pattern: string, now: number | undefined): LineCell => ({
  measure: label,
  answer: { kind: 'total', pattern, places: box.kind === 'decimal' ? 2 : 0, now },
  address: '',
  locked: true,
  mayBeUncollected: false,
})

/** The sum of what there is, as the formula beside it reckons; undefined where there is nothing yet. */
function totalNow(found: { question: Question; section: Place['section'] }, column: string, sheet: Sheet) {
  const figures = placesOf(found, entriesIn(found.question, sheet.cells))
    .filter((place) => place.column === column)
    .flatMap(({ address }) => {
      const cell = sheet.cells[address]
      return cell?.state === 'value' && typeof cell.value === 'number' ? [Math.round(cell.value * 100)] : []
    })
  return figures.length === 0 ? undefined : figures.reduce((total, each) => total + each, 0) / 100
}

const known = new WeakMap<SurveyDefinition, ReadonlySet<string>>()

/** The patterns of columns that rules and calculated questions add up. */
function summedIn(definition: SurveyDefinition): ReadonlySet<string> {
  const found = known.get(definition) ?? new Set(patternsIn(definition))
  known.set(definition, found)
  return found
}

const patternsIn = ({ sections }: SurveyDefinition): string[] =>
  sections.flatMap(({ rules }) => rules.flatMap(patternsOf)).filter((address) => address.includes('.*.'))

function patternsOf(rule: Rule): string[] {
  if ('platform' in rule) return []
  return (rule.each ?? ['']).flatMap((at) => addressesIn(rule.holds).map((address) => address.replace('@', at)))
}
