import type { Box } from '../../server/domain/kinds'
import type { Column, Question, Section, UpTo } from '../../server/domain/survey/definition'
import type { Expression, OrganisationType } from '../../server/domain/survey/expression'
import type { Listed } from './questionList'

/** A question of the definition, said in the words of the specification's list, so that the two can be compared. */
export type Said = Omit<Listed, 'routing' | 'survey'>

export const inTheListsWords = (question: Question, section: Section): Said => ({
  section: section.code,
  code: question.code,
  question: plainly(question.label),
  hint: plainly(question.hint ?? ''),
  type: typeOf(question),
  unit: question.unit ?? '-',
  ref: question.reference ?? '-',
  range: rangesOf(question),
  req: { required: 'R', optional: 'O', prefilled: 'P', calculated: 'X' }[question.answering],
  nc: question.mayBeUncollected === true ? 'Y' : (question.mayBeUncollected?.join() ?? 'N'),
  orgs: organisationsOf(question),
})

const letters: readonly (readonly [OrganisationType, string])[] = [
  ['nhs_trust', 'N'],
  ['local_authority', 'L'],
  ['independent', 'I'],
  ['voluntary', 'V'],
]

const organisationsOf = ({ organisations }: Question): string =>
  organisations ? letters.flatMap(([type, letter]) => (organisations.includes(type) ? [letter] : [])).join() : 'all'

/** The list is typed with straight quotes. */
export const plainly = (text: string): string => text.replaceAll('’', "'").replaceAll(/[“”]/g, '"')

function typeOf(question: Question): string {
  switch (question.shape) {
    case 'single':
      return kindOf(question.box)
    case 'row':
      return `matrix 1 row x ${columnsOf(question.columns)}`
    case 'table':
      return `matrix rows x ${columnsOf(question.columns)}`
    case 'list':
      return `repeating group: ${columnsOf(question.columns)}`
  }
}

const columnsOf = (columns: readonly Column[]): string =>
  columns.map(({ code, box }) => (code === '' ? kindOf(box) : `${code} ${kindOf(box)}`)).join(', ')

function kindOf(box: Box): string {
  switch (box.kind) {
    case 'choice':
      return `single: ${box.options.map(({ value }) => value).join(', ')}`
    case 'choices':
      return `multi: ${box.options.map(({ value }) => value).join(', ')}`
    case 'decimal':
      return `decimal ${box.places}dp`
    default:
      return box.kind
  }
}

function rangesOf(question: Question): string {
  if (question.answering === 'calculated') return '-'
  if (question.shape === 'single') return rangeOf(question.box, question.upTo?.[''])
  return question.columns
    .map(({ code, box }) => `${code} ${rangeOf(box, question.upTo?.[code])}`.trim())
    .concat(question.shape === 'list' ? [`0-${question.most} entries`] : [])
    .join('; ')
}

function rangeOf(box: Box, bound: UpTo[string] | undefined): string {
  if (bound) return `${'min' in box ? box.min : ''} to ${written(bound.figure)}`
  switch (box.kind) {
    case 'integer':
    case 'decimal':
      return `${box.min}-${box.max}`
    case 'text':
      return box.like?.pattern ?? `${box.min}-${box.max}`
    case 'organisation':
      return box.most === undefined ? 'list' : `1-${box.most} orgs`
    default:
      return 'list'
  }
}

function written(figure: Expression): string {
  switch (figure.kind) {
    case 'cell':
      return figure.address
    case 'least':
      return `min(${figure.terms.map(written).join(', ')})`
    case 'plus':
      return figure.terms.map(written).join(' + ')
    case 'minus':
      return `${written(figure.left)} - ${written(figure.right)}`
    default:
      return figure.kind
  }
}
