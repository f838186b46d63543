import { readable } from '../kinds/number'
import type { SurveyDefinition } from './definition'
import type { Expression, OrganisationType } from './expression'
import { organisationsInWords } from './organisationsInWords'
import { joined, placeInWords } from './placeInWords'

const operators = { minus: 'less', times: 'times', over: 'divided by' } as const

/** A figure read aloud: “A” plus “B”, divided by “C”. */
export function expressionInWords(expression: Expression, definition: SurveyDefinition): string {
  const say = (each: Expression) => operand(each, definition)
  switch (expression.kind) {
    case 'number':
      return readable(expression.value, Number.isInteger(expression.value) ? 0 : 2)
    case 'cell':
      return placeInWords(expression.address, definition)
    case 'sum':
      return `the sum of ${placeInWords(expression.over, definition)}`
    case 'plus':
      return expression.terms.map(say).join(' plus ')
    case 'most':
    case 'least':
      return `the ${expression.kind === 'most' ? 'greatest' : 'least'} of ${joined(expression.terms.map(say), 'and')}`
    case 'either':
      return `the first that is known of ${joined(expression.terms.map(say), 'and')}`
    case 'minus':
    case 'times':
    case 'over':
      return `${say(expression.left)} ${operators[expression.kind]} ${say(expression.right)}`
    case 'apart':
      return `the difference between ${say(expression.left)} and ${say(expression.right)}`
    case 'weight':
      return `the midpoint of ${placeInWords(expression.address, definition)}`
    case 'sum_of_rows':
      return `the sum over the rows of ${placeInWords(expression.rows, definition)} of ${say(expression.each)}`
    case 'by_type':
      return byTypeInWords(expression.types, definition)
  }
}

const compound = new Set<Expression['kind']>(['plus', 'minus', 'times', 'over'])

/** A part of a sum stands in brackets where it is itself one. */
const operand = (expression: Expression, definition: SurveyDefinition): string => {
  const words = expressionInWords(expression, definition)
  return compound.has(expression.kind) ? `(${words})` : words
}

function byTypeInWords(types: Readonly<Partial<Record<OrganisationType, Expression>>>, definition: SurveyDefinition) {
  const kinds = Object.keys(types) as OrganisationType[]
  const told = kinds.flatMap((type) => {
    const figure = types[type]
    return figure ? [`${expressionInWords(figure, definition)} for ${organisationsInWords([type])}`] : []
  })
  return joined(told, 'or')
}
