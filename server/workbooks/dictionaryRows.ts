import { dictionaryOf, type Entry } from '../domain/exports/dictionary'
import type { SurveyDefinition } from '../domain/survey/definition'
import { BYTE_ORDER_MARK, csvRows, type Row } from './csv'

/** What is told of each address, by the names of the columns. */
export const dictionaryColumns = [
  'address',
  'section',
  'section_title',
  'wording',
  'line',
  'column',
  'hint',
  'answering',
  'type',
  'unit',
  'minimum',
  'maximum',
  'decimals',
  'options',
  'reference_date',
  'routing',
  'may_be_not_collected',
  'no_more_than',
  'calculation',
  'rules',
] as const

/** Everything that is known of one address, as a row. */
export const dictionaryRow = (entry: Entry): (string | number)[] => [
  entry.address,
  entry.section.code,
  entry.section.title,
  entry.wording,
  entry.line,
  entry.column,
  entry.hint,
  entry.answering,
  entry.type,
  entry.unit,
  entry.least ?? '',
  entry.most ?? '',
  entry.places ?? '',
  entry.options,
  entry.reference,
  entry.routing,
  entry.mayBeUncollected ? 'yes' : 'no',
  entry.upTo,
  entry.calculation,
  entry.rules.map(({ words }) => words).join(' | '),
]

/** Every address of a survey, as comma-separated text. */
export function dictionaryFile(definition: SurveyDefinition, asAt: Date): string {
  const stamp = [definition.code, asAt.toISOString()]
  const rows: Row[] = dictionaryOf(definition).map((entry) => [...dictionaryRow(entry), ...stamp])
  return `${BYTE_ORDER_MARK}${csvRows([[...dictionaryColumns, 'collection', 'as_at'], ...rows])}`
}
